// What still keeps a draft from being frozen: the first draft of a lab waits for nothing, every other for an answer to all that was said before it.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { readBlockers as contract } from '@cocrea/shared/api/drafts.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { draftWithNeighbours } from './draft-step.ts';
import type { DraftDesk } from './ports.ts';

type Blocked = OutputOf<typeof contract>;

export async function readBlockers(
  desk: DraftDesk,
  caller: Caller,
  { labId, id }: { labId: string; id: string },
): Promise<Blocked> {
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const { draft } = await draftWithNeighbours(desk, { labId, id });
  return blockersOf(desk, { labId, draftNo: draft.draftNo });
}

/** Observations first, then contributions, then what came late. */
export async function blockersOf(
  { blockers }: DraftDesk,
  { labId, draftNo }: { labId: string; draftNo: number },
): Promise<Blocked> {
  if (draftNo <= 1) {
    return { blockers: [], observations: { total: 0, answered: 0 }, contributions: { total: 0, settled: 0 } };
  }
  const [observations, contributions, lateWritings] = await Promise.all([
    blockers.observations(labId, draftNo),
    blockers.contributions(labId),
    blockers.lateWritings(labId, draftNo),
  ]);
  return {
    blockers: [observations, contributions, lateWritings].flatMap((kind) => kind.blockers),
    observations: { total: observations.total, answered: observations.settled },
    contributions: { total: contributions.total, settled: contributions.settled },
  };
}
