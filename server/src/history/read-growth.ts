// How a text grew, in steps few enough to be played: moments spread over its log, and who wrote from each to the next.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { readGrowth as contract } from '@cocrea/shared/api/history.ts';
import type { Caller } from '../http/caller.ts';
import { openHistory, type Place } from './open-history.ts';
import type { HistoryDesk } from './ports.ts';
import { writersOf } from './writers.ts';

/** As many as a thumb can choose among and a person will watch. */
const mostSteps = 100;

export async function readGrowth(desk: HistoryDesk, caller: Caller, place: Place): Promise<OutputOf<typeof contract>> {
  await openHistory(desk, caller, { ...place, to: 'document.read' });
  const steps = await desk.past.growth(place.documentId, mostSteps);
  const people = await writersOf(desk, { labId: place.labId, personIds: steps.flatMap(({ personIds }) => personIds) });
  return { steps: steps.map((step) => ({ ...step, personIds: [...step.personIds] })), people };
}
