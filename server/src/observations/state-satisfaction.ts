// The author of an observation says whether its answer satisfies them; one that does not stands in the annex as a sustained objection.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { stateSatisfaction as contract } from '@cocrea/shared/api/observations.ts';
import { observationLimits, type Observation } from '@cocrea/shared/domain/observation.ts';
import { requiredText } from '@cocrea/shared/domain/typed-text.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { observationOf } from './observation-record.ts';
import type { ObservationDesk } from './ports.ts';

type Asked = BodyOf<typeof contract> & { labId: string; id: string };

/** Throws AppError `observation_unanswered` before there is an answer, `missing_field` for an objection without a reason, `stale`. */
export async function stateSatisfaction(desk: ObservationDesk, caller: Caller, asked: Asked): Promise<Observation> {
  const { labId, id, commandId, version, satisfaction } = asked;
  await requireLab(desk, labId);
  const observation = await observationOf(desk, { labId, id });
  authorize(caller, 'observation.state_satisfaction', { labId, authorId: observation.authorId });
  if (await wasDone(desk, { labId, commandId })) return observation;
  if (observation.state !== 'resolved' && observation.state !== 'answered') throw new AppError('observation_unanswered');
  const asksReason = { field: 'reason', limit: observationLimits.satisfactionReason };
  const reason = satisfaction === 'unsatisfied' ? requiredText(asked.reason ?? '', asksReason) : null;
  const query = desk.database
    .updateTable('observations')
    .set({ satisfaction, satisfaction_reason: reason, satisfaction_at: desk.now(), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version);
  const { documentId, draftNo } = observation;
  await desk.records.record({
    labId,
    commandId,
    statements: [{ query: query.compile(), expectRows: 1 }],
    events: [
      {
        actorId: caller.actor.personId,
        type: 'observation.satisfaction_stated',
        subjectId: id,
        data: { documentId, draftNo, satisfaction },
      },
    ],
  });
  return observationOf(desk, { labId, id });
}
