// What a proposal begins with when it is made of cards of the board: their words, one line a contribution, and all of them as its sources.
import { proposalCounts, proposalLimits } from '@cocrea/shared/domain/proposal.ts';
import { lengthOf } from '@cocrea/shared/domain/person.ts';
import type { Card } from './board-view.ts';

interface Origin {
  readonly sources: string[];
  readonly text: { readonly problem: string };
}

/** As many of their words as a section takes, none of them cut; the rest stays in the sources. */
export function originOf(cards: readonly Pick<Card, 'contributions'>[]): Origin {
  const contributions = cards.flatMap((card) => card.contributions);
  let problem = '';
  for (const { text } of contributions) {
    const longer = problem === '' ? text : `${problem}\n${text}`;
    if (lengthOf(longer) <= proposalLimits.section) problem = longer;
  }
  return { sources: contributions.slice(0, proposalCounts.sources).map(({ id }) => id), text: { problem } };
}
