// Change the lab's rule of the transversal gate, on the condition that nobody did since it was read.
import { isGate, type GateSettings, type SeatKind } from '@cocrea/shared/domain/endorsement.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { Ledger } from '../storage/ledger.ts';
import { gateSettingsOf } from './gate-record.ts';

export async function changeGate(
  ledger: Ledger,
  caller: Caller,
  asked: { labId: string; commandId: string; version: number; kinds: readonly SeatKind[]; threshold: number },
): Promise<GateSettings> {
  const { labId, commandId, version, threshold } = asked;
  const { records, database } = ledger;
  await requireLab(ledger, labId);
  authorize(caller, 'gate.change', { labId });
  if (await wasDone(ledger, { labId, commandId })) return gateSettingsOf(ledger, labId);
  if (!isGate({ kinds: [...asked.kinds], threshold })) throw new AppError('invalid_field', { field: 'threshold' });
  const row = { kinds: JSON.stringify(asked.kinds), threshold, version: version + 1 };
  const query =
    version === 0
      ? database
          .insertInto('proposal_gates')
          .values({ lab_id: labId, ...row })
          .onConflict((met) => met.column('lab_id').doNothing())
      : database.updateTable('proposal_gates').set(row).where('lab_id', '=', labId).where('version', '=', version);
  await records.record({
    labId,
    commandId,
    statements: [{ query: query.compile(), expectRows: 1 }],
    events: [
      {
        actorId: caller.actor.personId,
        type: 'lab.gate_changed',
        subjectId: labId,
        data: { threshold, kinds: asked.kinds.join(',') },
      },
    ],
  });
  return gateSettingsOf(ledger, labId);
}
