// The record of a proposal between its rows and its shape: fields, authors, endorsements, what it became, and what its text says.
import type { Selectable } from 'kysely';
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { checksOf, type Endorsement } from '@cocrea/shared/domain/endorsement.ts';
import { FlexDate } from '@cocrea/shared/domain/flex-date.ts';
import { proposalSections, Responsible, Typology, type Proposal } from '@cocrea/shared/domain/proposal.ts';
import { ProposalState } from '@cocrea/shared/domain/proposal-state.ts';
import type { ProposalFields, ProposalSection } from '@cocrea/shared/domain/proposal.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Tables } from '../storage/tables.ts';
import type { ProposalDesk } from './ports.ts';

type Row = Selectable<Tables['proposals']> & { readonly title: string };
export type ProposalNow = Proposal & { readonly supportVersion: number };

/** Characters of the problem that a list and a comparison are given. */
const openingLength = 280;

/** The proposals of a lab, the oldest first; with `ids` only those. */
export async function readProposals(
  desk: ProposalDesk,
  { labId, ids }: { labId: string; ids?: readonly string[] },
): Promise<ProposalNow[]> {
  const { records, database, texts } = desk;
  const all = database
    .selectFrom('proposals')
    .innerJoin('documents', 'documents.id', 'proposals.id')
    .selectAll('proposals')
    .select('documents.title')
    .where('proposals.lab_id', '=', labId)
    .orderBy('proposals.created_at')
    .orderBy('proposals.id');
  const rows: Row[] = await records.read((ids === undefined ? all : all.where('proposals.id', 'in', ids)).compile());
  const found = rows.map(({ id }) => id);
  if (found.length === 0) return [];
  const [authors, endorsements, became, sections] = await Promise.all([
    records.read(database.selectFrom('proposal_authors').selectAll().where('proposal_id', 'in', found).orderBy('no').compile()),
    records.read(
      database
        .selectFrom('proposal_endorsements')
        .selectAll()
        .where('proposal_id', 'in', found)
        .where('withdrawn_at', 'is', null)
        .orderBy('at')
        .orderBy('person_id')
        .compile(),
    ),
    records.read(
      database
        .selectFrom('proposal_lineage_members as origin')
        .innerJoin('proposal_lineages as lineage', 'lineage.id', 'origin.lineage_id')
        .innerJoin('proposal_lineage_members as result', 'result.lineage_id', 'lineage.id')
        .where('origin.proposal_id', 'in', found)
        .where('origin.part', '=', 'from')
        .where('result.part', '=', 'into')
        .where('lineage.undone_at', 'is', null)
        .select(['origin.proposal_id as origin_id', 'result.proposal_id as result_id'])
        .orderBy('result.no')
        .compile(),
    ),
    texts.of(found),
  ]);
  return rows.map((row) => {
    const fields = fieldsOf(row);
    const said = (section: ProposalSection): string => textOf(sections.get(row.id), section);
    return {
      id: row.id,
      title: row.title,
      state: ProposalState.parse(row.state),
      fields,
      authors: authors.filter((one) => one.proposal_id === row.id).map((one) => one.person_id),
      endorsements: endorsements.filter((one) => one.proposal_id === row.id).map(endorsementOf),
      checks: checksOf({ users: said('users'), ogpValue: said('ogp_value'), fields }),
      opening: said('problem').slice(0, openingLength),
      becameIds: became.filter(({ origin_id }) => origin_id === row.id).map(({ result_id }) => result_id),
      createdAt: row.created_at,
      version: row.version,
      supportVersion: row.support_version,
    };
  });
}

/** Throws AppError `proposal_not_found`. */
export async function proposalOf(desk: ProposalDesk, { labId, id }: { labId: string; id: string }): Promise<ProposalNow> {
  const [proposal] = await readProposals(desk, { labId, ids: [id] });
  if (proposal === undefined) throw new AppError('proposal_not_found');
  return proposal;
}

export function endorsementOf(row: Selectable<Tables['proposal_endorsements']>): Endorsement {
  return { personId: row.person_id, institution: row.institution, actorKind: row.actor_kind as ActorKind, at: row.at };
}

function fieldsOf({ typology, indicator, baseline, target, date, responsible }: Row): ProposalFields {
  return {
    typology: typology === null ? null : Typology.parse(typology),
    indicator,
    baseline,
    target,
    date: date === null ? null : FlexDate.parse(JSON.parse(date)),
    responsible: responsible === null ? null : Responsible.parse(JSON.parse(responsible)),
  };
}

function textOf(sections: readonly { question: number; text: string }[] = [], section: ProposalSection): string {
  return sections.find(({ question }) => question === proposalSections.indexOf(section) + 1)?.text ?? '';
}
