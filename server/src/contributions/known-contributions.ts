// Contributions by their ids, for a room that keeps only the ids: what was said, under which folio, and by whom where they said it themselves.
import { contributionFolio } from '@cocrea/shared/domain/contribution.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface KnownContribution {
  readonly id: string;
  readonly folio: string;
  readonly text: string;
  /** Null for what somebody typed for another person. */
  readonly authorId: string | null;
}

/** Those of these that the lab has and that were not taken back; in the order of their folios. */
export async function knownContributions(
  { records, database }: Ledger,
  { labId, ids }: { labId: string; ids: readonly string[] },
): Promise<KnownContribution[]> {
  if (ids.length === 0) return [];
  const query = database
    .selectFrom('contributions')
    .innerJoin('sub_tables', 'sub_tables.id', 'contributions.sub_table_id')
    .where('contributions.lab_id', '=', labId)
    .where('contributions.id', 'in', ids)
    .where('contributions.state', '!=', 'withdrawn')
    .select(['contributions.id', 'contributions.no', 'contributions.text', 'contributions.author_id', 'contributions.way'])
    .select(['contributions.on_behalf_of', 'sub_tables.no as table_no'])
    .orderBy('sub_tables.no')
    .orderBy('contributions.no');
  return (await records.read(query.compile())).map((row) => ({
    id: row.id,
    folio: contributionFolio(row.table_no, row.no),
    text: row.text,
    authorId: row.way === 'phone' && row.on_behalf_of === null ? row.author_id : null,
  }));
}
