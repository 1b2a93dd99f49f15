// What still keeps a draft from being frozen: the first draft of a lab waits for nothing, every other for an answer to all that was said before it.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { readBlockers as contract } from '@cocrea/shared/api/drafts.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { standingBlocks } from '@cocrea/shared/document/standing-blocks.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { draftWithNeighbours } from './draft-step.ts';
import type { DraftDesk } from './ports.ts';

type Blocked = OutputOf<typeof contract>;
const emptyBody: DocumentJson = { type: 'doc' };

export async function readBlockers(
  desk: DraftDesk,
  caller: Caller,
  { labId, id }: { labId: string; id: string },
): Promise<Blocked> {
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const { draft } = await draftWithNeighbours(desk, { labId, id });
  // The first draft waits for nothing, and one to come has no text yet.
  const body = draft.draftNo <= 1 || draft.state === 'planned' ? emptyBody : await desk.texts.bodyOf(id);
  return blockersOf(desk, { labId, draft, body });
}

/** Observations first, then contributions, then what came late; `body` is what the draft says now. */
export async function blockersOf(
  { blockers }: DraftDesk,
  { labId, draft, body }: { labId: string; draft: Pick<DraftDocument, 'id' | 'draftNo'>; body: DocumentJson },
): Promise<Blocked> {
  const { id: documentId, draftNo } = draft;
  if (draftNo <= 1) {
    return { blockers: [], observations: { total: 0, answered: 0 }, contributions: { total: 0, settled: 0 } };
  }
  const toFreeze = { labId, draftNo, documentId, blocks: standingBlocks(body) };
  const [observations, contributions, lateWritings] = await Promise.all([
    blockers.observations(toFreeze),
    blockers.contributions(toFreeze),
    blockers.lateWritings(toFreeze),
  ]);
  return {
    blockers: [observations, contributions, lateWritings].flatMap((kind) => kind.blockers),
    observations: { total: observations.total, answered: observations.settled },
    contributions: { total: contributions.total, settled: contributions.settled },
  };
}
