// How many dots each cluster of a table has: given by people, counted from raised hands, and given without a name.
import { moveDots, type Dots } from '@cocrea/shared/domain/ballot.ts';
import type { Ledger } from '../storage/ledger.ts';

/** By cluster; those without dots are left out. */
export async function countDots(ledger: Ledger, subTableId: string): Promise<Dots> {
  const { records, database } = ledger;
  const named = database
    .selectFrom('ballot_dots')
    .innerJoin('ballots', 'ballots.id', 'ballot_dots.ballot_id')
    .where('ballots.sub_table_id', '=', subTableId)
    .select(['ballot_dots.cluster_id', 'ballot_dots.dots']);
  const anonymous = database.selectFrom('anonymous_dots').where('sub_table_id', '=', subTableId).select(['cluster_id', 'dots']);
  const counted: Dots = {};
  for (const { cluster_id, dots } of await records.read(named.unionAll(anonymous).compile()))
    counted[cluster_id] = (counted[cluster_id] ?? 0) + dots;
  return moveDots(counted, await readStanding(ledger, subTableId));
}

/**
 * Where each contribution of a table stands. Dots are given to a cluster, which has the id of a contribution in it: grouped afterwards, that
 * contribution takes them along; parted from the others, it keeps them.
 */
export async function readStanding({ records, database }: Ledger, subTableId: string): Promise<ReadonlyMap<string, string>> {
  const query = database.selectFrom('contributions').where('sub_table_id', '=', subTableId).select(['id', 'cluster_id']);
  return new Map((await records.read(query.compile())).map((row) => [row.id, row.cluster_id]));
}

/** The clusters people can give dots to: with something in them that was not withdrawn and did not come late. */
export async function readChoosable({ records, database }: Ledger, subTableId: string): Promise<ReadonlySet<string>> {
  const query = database
    .selectFrom('contributions')
    .where('sub_table_id', '=', subTableId)
    .where('state', '!=', 'withdrawn')
    .where('late', '=', 0)
    .select('cluster_id')
    .distinct();
  return new Set((await records.read(query.compile())).map((row) => row.cluster_id));
}
