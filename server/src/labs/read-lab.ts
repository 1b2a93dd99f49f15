// Read a lab: its facts, its sub-tables, and where its log stands.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { readLab as contract } from '@cocrea/shared/api/labs.ts';
import { LabFacts } from '@cocrea/shared/domain/lab.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { countTablesAtWork, readSubTables } from '../storage/sub-tables.ts';
import { lastSeq } from '../storage/last-seq.ts';
import type { LabLedger } from './lab-ledger.ts';

export async function readLab(ledger: LabLedger, caller: Caller, labId: string): Promise<OutputOf<typeof contract>> {
  const { records, database } = ledger;
  const seq = await lastSeq(ledger, labId);
  authorize(caller, 'lab.read', { labId });
  const [lab] = await records.read(database.selectFrom('labs').selectAll().where('id', '=', labId).compile());
  if (!lab) throw new AppError('lab_not_found');
  return {
    lab: { id: lab.id, name: lab.name, facts: LabFacts.parse(JSON.parse(lab.facts)), demo: lab.demo === 1 },
    subTables: await readSubTables(ledger, labId),
    tablesAtWork: await countTablesAtWork(ledger, labId),
    seq,
  };
}
