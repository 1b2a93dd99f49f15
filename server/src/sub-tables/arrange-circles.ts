// Put people of a table into circles of five, by hand or as they were dealt; people on paper too.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { arrangeCircles as contract } from '@cocrea/shared/api/table-people.ts';
import type { TablePeople } from '@cocrea/shared/domain/table-people.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import { readPeople } from './seats.ts';
import { findTable, openSession } from './table-record.ts';

/** Throws AppError `person_not_found` for somebody who does not sit there, `table_not_open`, `table_closed`, and those of `authorize`. */
export async function arrangeCircles(
  ledger: Ledger,
  caller: Caller,
  { labId, no, commandId, places }: BodyOf<typeof contract> & { labId: string; no: number },
): Promise<TablePeople> {
  await requireLab(ledger, labId);
  authorize(caller, 'table.conduct', { labId });
  const table = await findTable(ledger, { labId, no });
  const subTableId = table.subTable.id;
  const before = await readPeople(ledger, subTableId);
  if (await wasDone(ledger, { labId, commandId })) return before;
  openSession(table);
  const seated = new Set([...before.people.map(({ personId }) => personId), ...before.paper.map(({ id }) => id)]);
  if (places.some(({ id }) => !seated.has(id))) throw new AppError('person_not_found');
  const at = ledger.now();
  const moves = places.map(({ id, circle }) => ({
    query: ledger.database
      .insertInto('seats')
      .values({ sub_table_id: subTableId, id, circle, added_at: at })
      .onConflict((there) => there.columns(['sub_table_id', 'id']).doUpdateSet({ circle }))
      .compile(),
  }));
  await ledger.records.record({
    labId,
    commandId,
    statements: moves,
    events: [
      { actorId: caller.actor.personId, type: 'table.people_changed', subjectId: subTableId, data: { no, change: 'circles' } },
    ],
  });
  return readPeople(ledger, subTableId);
}
