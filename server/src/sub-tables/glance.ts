// All tables of a lab at a glance, for whoever leads the five: who conducts each, what each question has, who sits there.
import type { TableGlance } from '@cocrea/shared/api/tables.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { TableLedger } from './ports.ts';
import { readSeatsOfLab } from './seats.ts';
import { readTables } from './table-record.ts';

/** Throws those of `authorize`. */
export async function glanceAtTables(ledger: TableLedger, caller: Caller, labId: string): Promise<TableGlance[]> {
  await requireLab(ledger, labId);
  authorize(caller, 'table.read', { labId });
  const [tables, said, seatsOf] = await Promise.all([
    readTables(ledger, labId),
    ledger.said.count(labId),
    readSeatsOfLab(ledger, labId),
  ]);
  const named = tables.flatMap(({ session }) => (session === null ? [] : [session.facilitatorId, session.noteTakerId ?? '']));
  const names = await namesOf(ledger, { labId, personIds: named });
  return tables.map(({ subTable, session }) => {
    const { contributions, voters } = said(subTable.id);
    const sees = can(caller.actor, 'table.see_people', { labId, subTableId: subTable.id });
    const seats = sees ? seatsOf(subTable.id) : { people: null, paper: null };
    return {
      no: subTable.no,
      facilitator: names.get(session?.facilitatorId ?? '') ?? null,
      noteTaker: names.get(session?.noteTakerId ?? '') ?? null,
      contributions: subTable.questions.map((_, index) => contributions(index + 1)),
      voters,
      ...seats,
    };
  });
}

async function namesOf(
  { records, database }: TableLedger,
  { labId, personIds }: { labId: string; personIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const query = database
    .selectFrom('people')
    .innerJoin('memberships', 'memberships.person_id', 'people.id')
    .where('memberships.lab_id', '=', labId)
    .where('memberships.removed_at', 'is', null)
    .where('people.id', 'in', personIds)
    .select(['people.id', 'people.name']);
  return new Map((await records.read(query.compile())).map(({ id, name }) => [id, name]));
}
