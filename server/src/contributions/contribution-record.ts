// Contributions and clusters between their rows and their shapes. Names are read with them: a person may be called otherwise tomorrow.
import type { Selectable, SelectQueryBuilder } from 'kysely';
import {
  AgreementLevel,
  ContributionLanguage,
  ContributionState,
  ContributionWay,
  contributionFolio,
  type Cluster,
  type Contribution,
  type ContributionMark,
} from '@cocrea/shared/domain/contribution.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Tables } from '../storage/tables.ts';

/** In the order of their folios; withdrawn ones too. */
export async function readContributions(
  { records, database }: Ledger,
  { labId, subTable, id, authorId }: { labId: string; subTable: SubTable; id?: string; authorId?: string },
): Promise<Contribution[]> {
  let query = database
    .selectFrom('contributions')
    .leftJoin('memberships', (on) =>
      on.onRef('memberships.person_id', '=', 'contributions.author_id').on('memberships.lab_id', '=', labId),
    )
    .leftJoin('people', 'people.id', 'contributions.author_id')
    .selectAll('contributions')
    .select(['people.name as author_name', 'people.actor_kind as author_kind', 'memberships.removed_at'])
    .where('contributions.sub_table_id', '=', subTable.id)
    .orderBy('contributions.no');
  if (id !== undefined) query = query.where('contributions.id', '=', id);
  if (authorId !== undefined) query = query.where('contributions.author_id', '=', authorId);
  const rows = await records.read(query.compile());
  return rows.map((row) => {
    const here = row.removed_at === null;
    return toContribution(row, {
      no: subTable.no,
      authorName: here ? row.author_name : null,
      authorKind: row.author_kind,
    });
  });
}

/** Throws AppError `contribution_not_found`. */
export async function readContribution(
  ledger: Ledger,
  place: { labId: string; subTable: SubTable; id: string },
): Promise<Contribution> {
  const [contribution] = await readContributions(ledger, place);
  if (contribution === undefined) throw new AppError('contribution_not_found');
  return contribution;
}

/** Those with something in them, from the top of each column. */
export async function readClusters(ledger: Ledger, subTableId: string): Promise<Cluster[]> {
  const filled = clustersOf(ledger, subTableId).where(({ exists, selectFrom }) =>
    exists(
      selectFrom('contributions')
        .whereRef('contributions.cluster_id', '=', 'clusters.id')
        .where('contributions.state', '!=', 'withdrawn')
        .select('contributions.id'),
    ),
  );
  return (await ledger.records.read(filled.compile())).map(toCluster);
}

/** The empty ones too: of contributions that stand in another's. */
export async function readAllClusters(ledger: Ledger, subTableId: string): Promise<Cluster[]> {
  return (await ledger.records.read(clustersOf(ledger, subTableId).compile())).map(toCluster);
}

function clustersOf(
  { database }: Ledger,
  subTableId: string,
): SelectQueryBuilder<Tables, 'clusters', Selectable<Tables['clusters']>> {
  return database.selectFrom('clusters').selectAll().where('sub_table_id', '=', subTableId).orderBy('position').orderBy('id');
}

function toCluster(row: Selectable<Tables['clusters']>): Cluster {
  return {
    id: row.id,
    subTableId: row.sub_table_id,
    question: row.question,
    agreement: row.agreement === null ? null : AgreementLevel.parse(row.agreement),
    minorityView: row.minority_view,
    plenary: row.plenary === 1,
    position: row.position,
    validatedAt: row.validated_at,
    version: row.version,
  };
}

function toContribution(
  row: Selectable<Tables['contributions']>,
  said: { no: number; authorName: string | null; authorKind: string | null },
): Contribution {
  return {
    id: row.id,
    folio: contributionFolio(said.no, row.no),
    subTableId: row.sub_table_id,
    question: row.question,
    text: row.text,
    language: ContributionLanguage.parse(row.language),
    authorId: row.author_id,
    authorName: said.authorName,
    authorKind: said.authorKind,
    circle: row.circle,
    onBehalfOf: row.on_behalf_of,
    way: ContributionWay.parse(row.way),
    clusterId: row.cluster_id,
    marks: JSON.parse(row.marks) as ContributionMark[],
    state: ContributionState.parse(row.state),
    late: row.late === 1,
    writtenAt: row.written_at,
    receivedAt: row.received_at,
    version: row.version,
  };
}
