// The lab's rule of the transversal gate: its own, or the one every lab is born with.
import { defaultGate, GateSettings } from '@cocrea/shared/domain/endorsement.ts';
import type { Ledger } from '../storage/ledger.ts';

export async function gateSettingsOf({ records, database }: Ledger, labId: string): Promise<GateSettings> {
  const [row] = await records.read(database.selectFrom('proposal_gates').selectAll().where('lab_id', '=', labId).compile());
  if (row === undefined) return defaultGate;
  return GateSettings.parse({ kinds: JSON.parse(row.kinds), threshold: row.threshold, version: row.version });
}
