// Sends what came too late for a draft, one block after the other; stops at the first that is refused, and what arrived before it stays arrived.
import type { sendLateWriting } from '@cocrea/shared/api/consolidation.ts';
import type { sendObservation } from '@cocrea/shared/api/observations.ts';
import { call } from '../../../api/call.ts';
import type { Decision, Sent } from './kept-decision.ts';
import type { LateBlock } from './late-blocks.ts';

interface Sending {
  readonly labId: string;
  readonly documentId: string;
  readonly decision: Decision;
  readonly blocks: readonly LateBlock[];
  readonly writtenAt: number;
  /** Called after each, with where it is found from now on. */
  readonly onSent: (key: string, sent: Sent) => void;
}

/** Those of these blocks that have not arrived yet. */
export function waitingOf({ sent }: Decision, blocks: readonly LateBlock[]): readonly LateBlock[] {
  return blocks.filter(({ key }) => sent[key] === undefined);
}

export async function sendAsLate({ labId, documentId, decision, blocks, writtenAt, onSent }: Sending): Promise<void> {
  for (const { key, blockId, before, text } of waitingOf(decision, blocks)) {
    const { folio } = await call<typeof sendLateWriting>('POST /api/labs/:lab/drafts/:document/late-writings', {
      params: { lab: labId, document: documentId },
      body: { id: decision.ids[key] ?? '', blockId, before, text, writtenAt },
    });
    onSent(key, { folio, as: 'late_writing' });
  }
}

interface Observing extends Sending {
  readonly justification: string;
  /** What a new paragraph and a removed one propose, in the words of the reader. */
  readonly say: { readonly afterThis: (text: string) => string; readonly takeOut: string };
}

/** Only for blocks that stand in or after a frozen one. */
export async function sendAsObservations({ justification, say, ...sending }: Observing): Promise<void> {
  const { labId, documentId, decision, blocks, writtenAt, onSent } = sending;
  for (const { key, blockId, text, anchor } of waitingOf(decision, blocks)) {
    if (anchor === null) continue;
    const { folio } = await call<typeof sendObservation>('POST /api/labs/:lab/drafts/:document/observations', {
      params: { lab: labId, document: documentId },
      body: {
        ...{
          id: decision.ids[key] ?? '',
          blockId: anchor.blockId,
          quote: anchor.text,
          quoteFrom: 0,
          quoteTo: anchor.text.length,
        },
        ...{ kind: 'substance', onBehalfOf: null, showName: false, writtenAt, justification },
        proposedText: text === '' ? say.takeOut : blockId === null ? say.afterThis(text) : text,
      },
    });
    onSent(key, { folio, as: 'observation' });
  }
}
