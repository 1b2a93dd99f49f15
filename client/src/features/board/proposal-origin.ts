// What a proposal begins with when it is made of contributions: they stay linked, and their words stand where their question leads.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { createProposal } from '@cocrea/shared/api/proposals.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { lengthOf } from '@cocrea/shared/domain/person.ts';
import { proposalCounts, proposalLimits } from '@cocrea/shared/domain/proposal.ts';

type Origin = Pick<BodyOf<typeof createProposal>, 'sources' | 'text'>;

/** The last guiding question asks for the way to go; the others for what there is, what is in the way, and who is in it. */
const questionOfTheWay = 4;

/** As many of their words as a section takes, none of them cut; the rest stays in the sources. */
function wordsOf(chosen: readonly Contribution[]): string {
  return chosen.reduce((words, { text }) => {
    const longer = words === '' ? text : `${words}\n${text}`;
    return lengthOf(longer) <= proposalLimits.section ? longer : words;
  }, '');
}

export function proposalOrigin(contributions: readonly Contribution[]): Origin {
  const way = contributions.filter(({ question }) => question === questionOfTheWay);
  const rest = contributions.filter(({ question }) => question !== questionOfTheWay);
  return {
    sources: contributions.slice(0, proposalCounts.sources).map(({ id }) => id),
    text: { ...(rest.length > 0 && { problem: wordsOf(rest) }), ...(way.length > 0 && { action: wordsOf(way) }) },
  };
}
