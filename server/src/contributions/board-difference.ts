// What is to be written for one board to become another: only the rows that differ, each on the condition that it is as it was read.
import { sql } from 'kysely';
import type { Board } from '@cocrea/shared/domain/board.ts';
import { plenaryItems } from '@cocrea/shared/domain/table-session.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';

type Statement = Change['statements'][number];

export function differenceOf(
  { database }: Pick<Ledger, 'database'>,
  { before, after }: { before: Board; after: Board },
): Statement[] {
  const clusters = new Map(before.clusters.map((one) => [one.id, one]));
  const contributions = new Map(before.contributions.map((one) => [one.id, one]));
  const statements: Statement[] = [];
  for (const next of after.clusters) {
    const was = clusters.get(next.id);
    if (was === undefined || was === next || JSON.stringify(was) === JSON.stringify(next)) continue;
    const { agreement, minorityView, plenary, position, validatedAt, version } = next;
    const query = database
      .updateTable('clusters')
      .set({
        agreement,
        minority_view: minorityView,
        plenary: plenary ? 1 : 0,
        position,
        validated_at: validatedAt,
        version,
      })
      .where('id', '=', next.id)
      .where('version', '=', was.version);
    statements.push({ query: query.compile(), expectRows: 1 });
  }
  for (const next of after.contributions) {
    const was = contributions.get(next.id);
    if (was === undefined || was === next || JSON.stringify(was) === JSON.stringify(next)) continue;
    const told = next.version !== was.version;
    // Its author may be rewording it meanwhile: that is in the way only of what confirms its words.
    const query = database
      .updateTable('contributions')
      .set({
        cluster_id: next.clusterId,
        marks: JSON.stringify(next.marks),
        state: next.state,
        late: next.late ? 1 : 0,
        version: told ? next.version : sql`version`,
      })
      .where('id', '=', next.id)
      .where('cluster_id', '=', was.clusterId)
      .where('marks', '=', JSON.stringify(was.marks))
      .where('state', '=', was.state)
      .where('late', '=', was.late ? 1 : 0);
    statements.push({ query: (told ? query.where('version', '=', was.version) : query).compile(), expectRows: 1 });
  }
  return statements;
}

/** Of two who mark the last one at once, one is refused. */
export function plenaryHasRoom(
  { database }: Pick<Ledger, 'database'>,
  { subTableId, besides }: { subTableId: string; besides: string },
): { query: Statement['query']; expectRows: number } {
  const query = database
    .updateTable('table_sessions')
    .set(({ ref }) => ({ phase: ref('phase') }))
    .where('sub_table_id', '=', subTableId)
    .where(
      ({ selectFrom }) =>
        sql<boolean>`${selectFrom('clusters')
          .where('sub_table_id', '=', subTableId)
          .where('plenary', '=', 1)
          .where('id', '!=', besides)
          .where(({ exists, selectFrom: from }) =>
            exists(
              from('contributions')
                .whereRef('contributions.cluster_id', '=', 'clusters.id')
                .where('contributions.state', '!=', 'withdrawn')
                .where('contributions.late', '=', 0)
                .select('contributions.id'),
            ),
          )
          .select(({ fn }) => fn.countAll().as('marked'))} < ${plenaryItems}`,
    );
  return { query: query.compile(), expectRows: 1 };
}
