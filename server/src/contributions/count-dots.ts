// How many dots each cluster of a table has: given by people, counted from raised hands, and given without a name.
import type { Ledger } from '../storage/ledger.ts';

/** By cluster; those without dots are left out. A ballot stays with the cluster it was given to. */
export async function countDots({ records, database }: Ledger, subTableId: string): Promise<Record<string, number>> {
  const named = database
    .selectFrom('ballot_dots')
    .innerJoin('ballots', 'ballots.id', 'ballot_dots.ballot_id')
    .where('ballots.sub_table_id', '=', subTableId)
    .select(['ballot_dots.cluster_id', 'ballot_dots.dots']);
  const anonymous = database.selectFrom('anonymous_dots').where('sub_table_id', '=', subTableId).select(['cluster_id', 'dots']);
  const counted: Record<string, number> = {};
  for (const { cluster_id, dots } of await records.read(named.unionAll(anonymous).compile()))
    counted[cluster_id] = (counted[cluster_id] ?? 0) + dots;
  return counted;
}
