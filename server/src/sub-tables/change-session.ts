// The one way a session of a sub-table changes: on the condition that it is still the one the change was decided on.
import type { Updateable } from 'kysely';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import type { TableNow, TableSession } from '@cocrea/shared/domain/table-session.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { Tables } from '../storage/tables.ts';
import { findTable, openSession } from './table-record.ts';

export interface SessionCommand {
  readonly labId: string;
  /** The table's number. */
  readonly no: number;
  readonly commandId: string;
  /** Of the session the change is based on. */
  readonly version: number;
}

export interface SessionChange {
  readonly set: Updateable<Tables['table_sessions']>;
  readonly event: Pick<NewEvent, 'type' | 'data'>;
}

/** Throws AppError `stale`, `table_not_open`, `table_closed`, `sub_table_not_found`, those of `authorize`, and those of `prepare` and `decide`. */
export async function changeSession(
  ledger: Ledger,
  caller: Caller,
  command: SessionCommand & {
    /** Looks at what the change needs besides the session; throws what refuses it. */
    prepare?: () => Promise<void>;
    decide: (session: TableSession, table: TableNow) => SessionChange;
  },
): Promise<TableNow> {
  const { labId, no, commandId, version, prepare, decide } = command;
  await requireLab(ledger, labId);
  authorize(caller, 'table.conduct', { labId });
  const table = await findTable(ledger, { labId, no });
  if (await wasDone(ledger, { labId, commandId })) return table;
  await prepare?.();
  const { set, event } = decide(openSession(table), table);
  const change = ledger.database
    .updateTable('table_sessions')
    .set({ ...set, version: version + 1 })
    .where('sub_table_id', '=', table.subTable.id)
    .where('version', '=', version)
    .where('phase', '!=', 'closed');
  await ledger.records.record({
    labId,
    commandId,
    statements: [{ query: change.compile(), expectRows: 1 }],
    events: [{ actorId: caller.actor.personId, subjectId: table.subTable.id, ...event, data: { no, ...event.data } }],
  });
  return findTable(ledger, { labId, no });
}
