// Close a table for good: its codes open nothing any more and what it said is written down as a document with its folios, all in one
// transaction. A contribution that arrives in the same moment is in the result or among the late ones, never neither.
import { subTableResult } from '@cocrea/shared/document/templates/sub-table-result.ts';
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { SessionCommand } from './change-session.ts';
import type { TableLedger } from './ports.ts';
import { readPeople } from './seats.ts';
import { findTable, openSession } from './table-record.ts';

/** How often what was said may change while it is being written down before we give up; each try takes milliseconds. */
const tries = 20;

/** Throws AppError `stale` where somebody changed the table since `version`, `table_not_open`, `table_closed`, and those of `authorize`. */
export async function closeTable(ledger: TableLedger, caller: Caller, command: SessionCommand): Promise<TableNow> {
  const { labId, no, commandId, version } = command;
  await requireLab(ledger, labId);
  authorize(caller, 'table.conduct', { labId });
  for (let attempt = 1; ; attempt += 1) {
    const table = await findTable(ledger, { labId, no });
    if (await wasDone(ledger, { labId, commandId })) return table;
    if (openSession(table).version !== version) throw new AppError('stale');
    try {
      await record(ledger, caller, { command, table });
      return await findTable(ledger, { labId, no });
    } catch (failure) {
      // Stale for the sake of what people say, not of who conducts: read it again and try at once.
      if (!(failure instanceof AppError && failure.code === 'stale') || attempt === tries) throw failure;
    }
  }
}

async function record(
  ledger: TableLedger,
  caller: Caller,
  { command, table: { subTable, session } }: { command: SessionCommand; table: TableNow },
): Promise<void> {
  const { labId, no, commandId, version } = command;
  const { personId: actorId } = caller.actor;
  const at = ledger.now();
  const [{ said, unchanged }, people, doors] = await Promise.all([
    ledger.said.outcome({ labId, subTable }),
    readPeople(ledger, subTable.id),
    ledger.doors.closing({ labId, subTableId: subTable.id, actorId }),
  ]);
  const id = `${labId}.resultado-${no}`;
  const row = {
    id,
    lab_id: labId,
    kind: 'sub_table_result',
    title: `Resultado de la mesa ${no}: ${subTable.theme}`,
    participants_invited: 0,
    sub_table_id: subTable.id,
    created_at: at,
  } as const;
  const close = ledger.database
    .updateTable('table_sessions')
    .set({
      phase: 'closed',
      closed_at: at,
      clock_ends_at: null,
      clock_left: null,
      dots_closed_at: session?.dotsClosedAt ?? at,
      result_document_id: id,
      version: version + 1,
    })
    .where('sub_table_id', '=', subTable.id)
    .where('version', '=', version)
    .where('phase', '!=', 'closed');
  await ledger.records.record({
    labId,
    commandId,
    statements: [
      { query: unchanged, expectRows: 1 },
      { query: ledger.database.insertInto('documents').values(row).compile(), expectRows: 1 },
      { query: close.compile(), expectRows: 1 },
      ...doors.statements,
    ],
    documents: [ledger.firstText({ id, text: subTableResult({ subTable, people, closedAt: at, ...said }), at })],
    events: [
      { actorId, type: 'table.closed', subjectId: subTable.id, data: { no, documentId: id } },
      { actorId, type: 'document.created', subjectId: id, data: { kind: 'sub_table_result' } },
      ...doors.events,
    ],
  });
}
