// Take alike observations as one, to answer them once, and apart again. Answers they were given stay.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type {
  groupObservations as groupContract,
  ungroupObservations as ungroupContract,
} from '@cocrea/shared/api/observations.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { observationsOf, readObservations } from './observation-record.ts';
import type { ObservationDesk } from './ports.ts';

/** Whoever stood in another group leaves it. Throws AppError `observation_not_found`, `invalid_field` for those of several drafts, `observation_settled`. */
export async function groupObservations(
  desk: ObservationDesk,
  caller: Caller,
  { labId, id, observationIds }: BodyOf<typeof groupContract> & { labId: string },
): Promise<Observation[]> {
  await requireLab(desk, labId);
  authorize(caller, 'observation.answer', { labId });
  const ids = [...new Set(observationIds)];
  const observations = await observationsOf(desk, { labId, ids });
  if (await wasDone(desk, { labId, commandId: id })) return observations;
  const documents = new Set(observations.map(({ documentId }) => documentId));
  if (documents.size !== 1 || ids.length < 2) throw new AppError('invalid_field', { field: 'observationIds' });
  if (observations.some(({ state }) => state === 'answered')) throw new AppError('observation_settled');
  await put(desk, caller, { labId, commandId: id, observations, groupId: id });
  return observationsOf(desk, { labId, ids });
}

/** A group one is left in is none. */
export async function ungroupObservations(
  desk: ObservationDesk,
  caller: Caller,
  { labId, id, commandId, observationIds }: BodyOf<typeof ungroupContract> & { labId: string; id: string },
): Promise<Observation[]> {
  await requireLab(desk, labId);
  authorize(caller, 'observation.answer', { labId });
  const members = await readObservations(desk, { labId, groupId: id });
  if (members.length === 0) return [];
  const leaving = observationIds === null ? members : members.filter((one) => observationIds.includes(one.id));
  const observations = members.length - leaving.length < 2 ? members : leaving;
  if (leaving.length > 0) await put(desk, caller, { labId, commandId, observations, groupId: null });
  return observationsOf(desk, { labId, ids: members.map((one) => one.id) });
}

async function put(
  desk: ObservationDesk,
  caller: Caller,
  {
    labId,
    commandId,
    observations,
    groupId,
  }: { labId: string; commandId: string; observations: readonly Observation[]; groupId: string | null },
): Promise<void> {
  const ids = observations.map(({ id }) => id);
  await desk.records.record({
    labId,
    commandId,
    statements: [
      {
        query: desk.database.updateTable('observations').set({ group_id: groupId }).where('id', 'in', ids).compile(),
        expectRows: ids.length,
      },
    ],
    events: observations.map(({ id, documentId, draftNo }) => ({
      actorId: caller.actor.personId,
      type: groupId === null ? 'observation.ungrouped' : 'observation.grouped',
      subjectId: id,
      data: { documentId, draftNo },
    })),
  });
}
