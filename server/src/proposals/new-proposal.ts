// The rows a new proposal is: written alike whether it was begun from nothing, out of contributions, by merging or by splitting.
import { proposalText, type ProposalText } from '@cocrea/shared/document/templates/proposal.ts';
import type { ProposalFields } from '@cocrea/shared/domain/proposal.ts';
import type { NewDocument } from '../storage/document-store.ts';
import type { Change } from '../storage/record-store.ts';
import type { ProposalDesk } from './ports.ts';

export interface NewProposal {
  readonly id: string;
  readonly labId: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly sources: readonly string[];
  readonly text: ProposalText;
  readonly fields?: ProposalFields;
  readonly at: number;
}

/** Its record and its text, as parts of one change. */
export function newProposal(
  { database, firstText }: ProposalDesk,
  proposal: NewProposal,
): { statements: Change['statements']; documents: readonly NewDocument[] } {
  const { id, labId, title, authors, sources, text, fields, at } = proposal;
  const queries = [
    database
      .insertInto('documents')
      .values({ id, lab_id: labId, kind: 'proposal', title, participants_invited: 0, created_at: at }),
    database
      .insertInto('proposals')
      .values({ id, lab_id: labId, state: 'draft', created_at: at, ...(fields && fieldColumns(fields)) }),
    ...authors.map((personId, no) =>
      database.insertInto('proposal_authors').values({ proposal_id: id, person_id: personId, no }),
    ),
    ...sources.map((source) => database.insertInto('proposal_sources').values({ proposal_id: id, contribution_id: source })),
  ];
  return {
    statements: queries.map((query) => ({ query: query.compile(), expectRows: 1 })),
    documents: [firstText({ id, text: proposalText(text), at })],
  };
}

export function fieldColumns({ typology, indicator, baseline, target, date, responsible }: ProposalFields) {
  return {
    typology,
    indicator,
    baseline,
    target,
    date: date === null ? null : JSON.stringify(date),
    responsible: responsible === null ? null : JSON.stringify(responsible),
  };
}
