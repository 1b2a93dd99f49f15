// How a proposal of the demonstration is written down: what most of them do not have is left out.
import type { ProposalFields } from '@cocrea/shared/domain/proposal.ts';
import { readFlexDate } from '@cocrea/shared/domain/read-flex-date.ts';
import { foundingContributionId } from '../../found-tables.ts';
import type { FoundingProposal } from '../../lab-founding.ts';
import { demoLabId, demoLabRecord } from '../lab.ts';
import { demoSubTableId } from '../sub-tables.ts';

interface Outline extends Omit<FoundingProposal, 'id' | 'fields' | 'sourceIds' | 'endorsements' | 'steps'> {
  /** From 1; part of its address. */
  readonly no: number;
  readonly typology: ProposalFields['typology'];
  readonly indicator?: string;
  readonly baseline?: string;
  readonly target?: string;
  readonly date?: string;
  /** Id of an institution of the commitment. */
  readonly responsible?: string;
  readonly sourceIds?: FoundingProposal['sourceIds'];
  readonly endorsements?: FoundingProposal['endorsements'];
  readonly steps?: FoundingProposal['steps'];
}

/** What a table contributed: the table, then the number at the end of the folio. */
export function saidAt(table: number, no: number): string {
  return foundingContributionId(demoSubTableId(table), no);
}

export function proposalId(no: number): string {
  return `${demoLabId}.propuesta-${no}`;
}

export function proposal(outline: Outline): FoundingProposal {
  const { no, typology, indicator = '', baseline = '', target = '', date, responsible, ...rest } = outline;
  const institution = demoLabRecord.facts.institutions.find(({ id }) => id === responsible);
  return {
    ...rest,
    id: proposalId(no),
    fields: {
      typology,
      indicator,
      baseline,
      target,
      date: date === undefined ? null : readFlexDate(date),
      responsible: institution === undefined ? null : { institutionId: institution.id, name: institution.acronym },
    },
    sourceIds: rest.sourceIds ?? [],
    endorsements: rest.endorsements ?? [],
    steps: rest.steps ?? [],
  };
}
