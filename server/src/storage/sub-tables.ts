// The sub-tables of a lab as they are stored: read by the lab's home, and by the rooms that work at a table.
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import type { Ledger } from './ledger.ts';

/** How many tables of a lab are open at this moment. */
export async function countTablesAtWork({ records, database }: Ledger, labId: string): Promise<number> {
  const sessions = database.selectFrom('table_sessions').where('lab_id', '=', labId).where('phase', '!=', 'closed');
  return (await records.read(sessions.select('sub_table_id').compile())).length;
}

/** In the order of their numbers. */
export async function readSubTables({ records, database }: Ledger, labId: string): Promise<SubTable[]> {
  const rows = await records.read(
    database.selectFrom('sub_tables').selectAll().where('lab_id', '=', labId).orderBy('no').compile(),
  );
  return rows.map(({ id, no, theme, questions, notes_document_id }) => ({
    id,
    no,
    theme,
    questions: JSON.parse(questions) as string[],
    notesDocumentId: notes_document_id,
  }));
}
