// What a table said, for those who sum it up: counts by question, and everything at once with a way to know that nothing changed since.
import { sql, type CompiledQuery } from 'kysely';
import type { Cluster, Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import type { Ledger } from '../storage/ledger.ts';
import { readClusters, readContributions } from './contribution-record.ts';
import { countDots } from './count-dots.ts';

/** By table: contributions to a question, without those that were taken back or stand among the late ones, and people who have given dots, raised hands included. */
export async function countSaid(
  { records, database }: Ledger,
  labId: string,
): Promise<(subTableId: string) => { contributions: (question: number) => number; voters: number }> {
  const sent = database
    .selectFrom('contributions')
    .where('lab_id', '=', labId)
    .where('state', '!=', 'withdrawn')
    .where('late', '=', 0)
    .groupBy(['sub_table_id', 'question'])
    .select(({ fn }) => ['sub_table_id', 'question', fn.countAll<number>().as('count')]);
  const ballots = database
    .selectFrom('ballots')
    .innerJoin('sub_tables', 'sub_tables.id', 'ballots.sub_table_id')
    .where('sub_tables.lab_id', '=', labId)
    .groupBy('ballots.sub_table_id')
    .select(['ballots.sub_table_id', sql<number>`sum(coalesce(ballots.counted_people, 1))`.as('voters')]);
  const [counts, cast] = await Promise.all([records.read(sent.compile()), records.read(ballots.compile())]);
  return (subTableId) => ({
    contributions: (question) => counts.find((row) => row.sub_table_id === subTableId && row.question === question)?.count ?? 0,
    voters: cast.find((row) => row.sub_table_id === subTableId)?.voters ?? 0,
  });
}

interface Said {
  readonly contributions: readonly Contribution[];
  readonly clusters: readonly Cluster[];
  readonly dots: Readonly<Record<string, number>>;
}

/** Without those that were taken back. `unchanged` touches the row of the table's session as long as all of this is still so. */
export async function readOutcome(
  ledger: Ledger,
  { labId, subTable }: { labId: string; subTable: SubTable },
): Promise<{ said: Said; unchanged: CompiledQuery }> {
  const { records, database } = ledger;
  // Everything here only ever grows or gets a higher version, so that these sums change with any of it; but the marks of contributions and
  // whether they are late, which change without disturbing their authors: those are written out.
  const state = sql<string>`(
    SELECT (SELECT count(*) || '.' || total(version) || '.' || coalesce(group_concat(marks || late, ';' ORDER BY no), '')
              FROM contributions WHERE sub_table_id = ${subTable.id})
      || '/' || (SELECT count(*) || '.' || total(version) FROM clusters WHERE sub_table_id = ${subTable.id})
      || '/' || (SELECT count(*) || '.' || total(cast_at) FROM ballots WHERE sub_table_id = ${subTable.id})
      || '/' || (SELECT total(dots) FROM anonymous_dots WHERE sub_table_id = ${subTable.id}))`;
  // First the state and then what it stands for: what changes in between makes the guard fail, and is read again.
  const [read] = await records.read(
    database.selectFrom('sub_tables').where('id', '=', subTable.id).select(state.as('state')).compile(),
  );
  const [contributions, clusters, dots] = await Promise.all([
    readContributions(ledger, { labId, subTable }),
    readClusters(ledger, subTable.id),
    countDots(ledger, subTable.id),
  ]);
  const unchanged = database
    .updateTable('table_sessions')
    .set({ version: sql`version` })
    .where('sub_table_id', '=', subTable.id)
    .where(sql<boolean>`${state} = ${read?.state ?? ''}`);
  return {
    said: { contributions: contributions.filter((one) => one.state !== 'withdrawn'), clusters, dots },
    unchanged: unchanged.compile(),
  };
}
