// The words of a device that come back to a draft frozen meanwhile: what they are against what was frozen, and what their writer decides.
import { bodyOf } from '@cocrea/shared/document/body.ts';
import type { CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { useMemo, useRef, useState } from 'react';
import * as Y from 'yjs';
import { useFrozenText } from '../../../api/drafts.ts';
import { useMe } from '../../../api/session.ts';
import type { UnsentWords } from '../../../editor/editor-extras.ts';
import { forgetDecision, keepDecision, readDecision, withIds, type Decision, type Sent } from './kept-decision.ts';
import { lateChanges, type LateChanges } from './late-blocks.ts';
import { sendAsLate, sendAsObservations, waitingOf } from './send-late.ts';

export interface LateReturn {
  /** The text as it was frozen, once it is here. */
  readonly frozenBody: DocumentJson | undefined;
  /** Null until both texts are here. */
  readonly changes: LateChanges | null;
  readonly decision: Decision;
  /** Something of it is on its way: so many of so many have arrived. */
  readonly sending: { readonly done: number; readonly total: number } | null;
  readonly failure: unknown;
  readonly keep: (kept: boolean) => void;
  readonly discard: () => Promise<void>;
  readonly sendLate: () => Promise<void>;
  readonly observe: (
    justification: string,
    say: { readonly afterThis: (text: string) => string; readonly takeOut: string },
  ) => Promise<void>;
  /** What was sent has been read: nothing is left to say. */
  readonly putAway: () => void;
}

export function useLateReturn(draft: DraftDocument, { doc, pending, isWhole, leftAt, forget }: UnsentWords): LateReturn {
  const { labId, id: documentId } = draft;
  const personId = useMe()?.personId ?? '';
  const place = { personId, documentId };
  const frozen = useFrozenText(labId, documentId, { wanted: pending > 0 });
  const [decision, setDecision] = useState(() => readDecision(place));
  const now = useRef(decision);
  const [sending, setSending] = useState<LateReturn['sending']>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const canonical = frozen.data?.canonical;
  const frozenBody = useMemo(
    () => (canonical === undefined ? undefined : (JSON.parse(canonical) as CanonicalDraft).body),
    [canonical],
  );
  // The text takes no words while it is only read: it is what it was when both were first here.
  const changes = useMemo(() => {
    if (frozenBody === undefined || !isWhole || pending === 0) return null;
    return lateChanges(frozenBody, bodyOf(copyOf(doc)));
  }, [frozenBody, isWhole, pending, doc]);

  function decide(next: Decision): void {
    now.current = next;
    keepDecision(place, next);
    setDecision(next);
  }

  async function send(how: (given: Parameters<typeof sendAsLate>[0]) => Promise<void>): Promise<void> {
    if (changes === null || sending !== null) return;
    const blocks = changes.blocks;
    const begun = withIds(
      now.current,
      blocks.map(({ key }) => key),
    );
    const writtenAt = begun.writtenAt ?? leftAt ?? Date.now();
    decide({ ...begun, writtenAt });
    setFailure(null);
    setSending({ done: blocks.length - waitingOf(begun, blocks).length, total: blocks.length });
    const onSent = (key: string, sent: Sent): void => {
      decide({ ...now.current, sent: { ...now.current.sent, [key]: sent } });
      setSending((before) => before && { ...before, done: before.done + 1 });
    };
    try {
      await how({ labId, documentId, decision: now.current, blocks, writtenAt, onSent });
      if (waitingOf(now.current, blocks).length === 0) {
        // Each has an id of its own only while it waits.
        decide({ ...now.current, ids: {}, kept: false, writtenAt: null });
        await forget();
      }
    } catch (refused) {
      setFailure(refused);
    } finally {
      setSending(null);
    }
  }

  return {
    frozenBody,
    changes,
    decision,
    sending,
    failure: failure ?? frozen.error,
    keep: (kept) => decide({ ...now.current, kept, writtenAt: now.current.writtenAt ?? leftAt }),
    discard: async () => {
      await forget();
      forgetDecision(place);
      setDecision(readDecision(place));
    },
    sendLate: () => send(sendAsLate),
    observe: (justification, say) => send((given) => sendAsObservations({ ...given, justification, say })),
    putAway: () => {
      forgetDecision(place);
      now.current = readDecision(place);
      setDecision(now.current);
    },
  };
}

/** Reading a document may mend what does not fit its schema, and this one is on the screen. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
