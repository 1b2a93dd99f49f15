// A sub-table with its session, between its rows and its shape, and how it is found by the number people call it by.
import type { Selectable } from 'kysely';
import { Phase, TableMode, type TableNow, type TableSession } from '@cocrea/shared/domain/table-session.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';
import { readSubTables } from '../storage/sub-tables.ts';
import type { Tables } from '../storage/tables.ts';

/** In the order of their numbers. */
export async function readTables(ledger: Ledger, labId: string): Promise<TableNow[]> {
  const { records, database } = ledger;
  const [subTables, sessions] = await Promise.all([
    readSubTables(ledger, labId),
    records.read(database.selectFrom('table_sessions').selectAll().where('lab_id', '=', labId).compile()),
  ]);
  const known = new Map(sessions.map((row) => [row.sub_table_id, toSession(row)]));
  return subTables.map((subTable) => ({ subTable, session: known.get(subTable.id) ?? null }));
}

/** Throws AppError `sub_table_not_found`. */
export async function findTable(ledger: Ledger, { labId, no }: { labId: string; no: number }): Promise<TableNow> {
  const table = (await readTables(ledger, labId)).find(({ subTable }) => subTable.no === no);
  if (table === undefined) throw new AppError('sub_table_not_found');
  return table;
}

/** The session of a table that is open. Throws AppError `table_not_open` or `table_closed`. */
export function openSession({ session }: TableNow): TableSession {
  if (session === null) throw new AppError('table_not_open');
  if (session.phase === 'closed') throw new AppError('table_closed');
  return session;
}

function toSession(row: Selectable<Tables['table_sessions']>): TableSession {
  return {
    phase: Phase.parse(row.phase),
    mode: TableMode.parse(row.mode),
    openUntil: row.open_until,
    facilitatorId: row.facilitator_id,
    noteTakerId: row.note_taker_id,
    clock: { endsAt: row.clock_ends_at, left: row.clock_left },
    minutes: row.minutes,
    seats: row.seats,
    dots: row.dots,
    anonymousDots: row.anonymous_dots === 1,
    dotsClosedAt: row.dots_closed_at,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    resultDocumentId: row.result_document_id,
    version: row.version,
  };
}
