// What INAP answers to contributions, as parts of somebody else's change: statements and events that belong in one transaction with words and
// origins. The words of a contribution are never touched.
import { openingLengths, openingWords } from '@cocrea/shared/domain/opening-words.ts';
import type { ContributionOutcome } from '@cocrea/shared/api/consolidation.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { Blocker } from '@cocrea/shared/domain/draft.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';
import { readSubTables } from '../storage/sub-tables.ts';
import { readContributions } from './contribution-record.ts';

export interface Parts {
  readonly statements: Change['statements'];
  readonly events: readonly NewEvent[];
}

export interface Verdict {
  readonly labId: string;
  readonly ids: readonly string[];
  readonly actorId: string;
  /** Null takes an outcome back. */
  readonly outcome: 'incorporated' | 'not_incorporated' | null;
  readonly reason: string | null;
  /** Of these, those that were incorporated and stand nowhere any more: they may be told another outcome. */
  readonly lost?: ReadonlySet<string>;
}

/** Every contribution of the lab that was not taken back, by folio. */
export async function contributionsIn(ledger: Ledger, labId: string): Promise<Contribution[]> {
  const tables = await readSubTables(ledger, labId);
  const said = await Promise.all(tables.map((subTable) => readContributions(ledger, { labId, subTable })));
  return said.flat().filter(({ state }) => state !== 'withdrawn');
}

/** Those that wait for an outcome or have one; what was said too late among them. */
export async function contributionsForDesk(ledger: Ledger, labId: string): Promise<Contribution[]> {
  return (await contributionsIn(ledger, labId)).filter(({ state, late }) => state !== 'captured' || late);
}

export async function outcomesOf({ records, database }: Ledger, labId: string): Promise<ContributionOutcome[]> {
  const rows = await records.read(
    database.selectFrom('contribution_outcomes').selectAll().where('lab_id', '=', labId).orderBy('decided_at').compile(),
  );
  return rows.map((row) => ({
    contributionId: row.contribution_id,
    outcome: row.outcome === 'incorporated' ? 'incorporated' : 'not_incorporated',
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }));
}

/** Validated contributions, and late ones, that have no outcome yet, or whose outcome leads to no paragraph any more: `lost` are the ids of those. */
export async function outcomesOwed(
  ledger: Ledger,
  { labId, lost }: { labId: string; lost: Pick<ReadonlySet<string>, 'has'> },
): Promise<{ blockers: Blocker[]; total: number; settled: number }> {
  const waiting = await contributionsForDesk(ledger, labId);
  const open = waiting.flatMap(({ id, folio, text, state }): Blocker[] => {
    const lacks =
      state === 'incorporated' ? (lost.has(id) ? 'destination' : null) : state === 'not_incorporated' ? null : 'outcome';
    return lacks === null ? [] : [{ what: 'contribution', id, folio, text: openingWords(text, openingLengths.entry), lacks }];
  });
  return {
    blockers: open,
    total: waiting.length,
    settled: waiting.length - open.length,
  };
}

/** Throws AppError `source_not_found`, and `source_settled` for one that has another outcome already. */
export async function outcomeParts(ledger: Ledger, { labId, ids, actorId, outcome, reason, lost }: Verdict): Promise<Parts> {
  const { records, database } = ledger;
  if (ids.length === 0) return { statements: [], events: [] };
  const rows = await records.read(
    database
      .selectFrom('contributions')
      .innerJoin('sub_tables', 'sub_tables.id', 'contributions.sub_table_id')
      .innerJoin('clusters', 'clusters.id', 'contributions.cluster_id')
      .where('contributions.lab_id', '=', labId)
      .where('contributions.id', 'in', ids)
      .where('contributions.state', '!=', 'withdrawn')
      .select(['contributions.id', 'contributions.state', 'sub_tables.no as table_no', 'clusters.validated_at'])
      .compile(),
  );
  if (rows.length !== new Set(ids).size) throw new AppError('source_not_found');
  const isLost = ({ id, state }: { id: string; state: string }): boolean => state === 'incorporated' && lost?.has(id) === true;
  const settled = rows.find(
    (row) => outcome !== null && row.state !== outcome && /incorporated$/.test(row.state) && !isLost(row),
  );
  if (settled !== undefined) throw new AppError('source_settled');
  const changing = rows.filter(({ state }) => (outcome === null ? /incorporated$/.test(state) : state !== outcome));
  return {
    statements: changing.flatMap(({ id, state, validated_at: validatedAt }) => {
      const back = validatedAt === null ? 'captured' : 'validated';
      const moved = database
        .updateTable('contributions')
        .set({ state: outcome ?? back })
        .where('id', '=', id)
        .where('state', '=', state);
      const told = { lab_id: labId, outcome: outcome ?? '', reason, decided_by: actorId, decided_at: ledger.now() };
      const noted =
        outcome === null
          ? database.deleteFrom('contribution_outcomes').where('contribution_id', '=', id)
          : isLost({ id, state })
            ? database.updateTable('contribution_outcomes').set(told).where('contribution_id', '=', id)
            : database.insertInto('contribution_outcomes').values({ contribution_id: id, ...told });
      return [
        { query: moved.compile(), expectRows: 1 },
        { query: noted.compile(), expectRows: 1 },
      ];
    }),
    events: changing.map(({ id, table_no: table }) => ({
      actorId,
      type: outcome === null ? 'contribution.outcome_withdrawn' : (`contribution.${outcome}` as const),
      subjectId: id,
      data: { table },
    })),
  };
}
