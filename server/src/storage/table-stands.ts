// A statement that touches the session of a sub-table and changes nothing: it undoes the whole change where the table is in another phase by then.
import type { CompiledQuery } from 'kysely';
import type { Phase } from '@cocrea/shared/domain/table-session.ts';
import type { Ledger } from './ledger.ts';

export function tableStands(
  { database }: Pick<Ledger, 'database'>,
  { subTableId, phases }: { subTableId: string; phases: readonly Phase[] },
): { query: CompiledQuery; expectRows: number } {
  const query = database
    .updateTable('table_sessions')
    .set(({ ref }) => ({ phase: ref('phase') }))
    .where('sub_table_id', '=', subTableId)
    .where('phase', 'in', phases);
  return { query: query.compile(), expectRows: 1 };
}
