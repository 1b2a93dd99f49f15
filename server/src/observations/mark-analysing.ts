// Say that an observation is being looked at: its author sees it.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { markAnalysing as contract } from '@cocrea/shared/api/observations.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { observationOf } from './observation-record.ts';
import type { ObservationDesk } from './ports.ts';

type Asked = BodyOf<typeof contract> & { labId: string; id: string };

export async function markAnalysing(desk: ObservationDesk, caller: Caller, asked: Asked): Promise<Observation> {
  const { labId, id, commandId, version } = asked;
  await requireLab(desk, labId);
  authorize(caller, 'observation.answer', { labId });
  const { state, documentId, draftNo } = await observationOf(desk, { labId, id });
  if (state === 'received') {
    const query = desk.database
      .updateTable('observations')
      .set({ state: 'analysing', version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', '=', 'received');
    await desk.records.record({
      labId,
      commandId,
      statements: [{ query: query.compile(), expectRows: 1 }],
      events: [{ actorId: caller.actor.personId, type: 'observation.analysed', subjectId: id, data: { documentId, draftNo } }],
    });
  }
  return observationOf(desk, { labId, id });
}
