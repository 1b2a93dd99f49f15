// What dots can be given to: the clusters of a table as short entries, question after question.
import { inOrder } from '@cocrea/shared/domain/board-order.ts';
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import type { Dots } from '@cocrea/shared/domain/ballot.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';

export interface Choice {
  readonly id: string;
  readonly question: number;
  readonly folio: string;
  readonly text: string;
  readonly language: Contribution['language'];
  /** How many stand with it. */
  readonly others: number;
}

export function choicesOf({ clusters, contributions }: BoardNow): Choice[] {
  return inOrder(clusters)
    .sort((a, b) => a.question - b.question)
    .flatMap(({ id, question }): Choice[] => {
      const [first, ...others] = contributions.filter((one) => one.clusterId === id && !one.late);
      return first
        ? [{ id, question, folio: first.folio, text: first.text, language: first.language, others: others.length }]
        : [];
    });
}

/** Only those that can still be chosen: what was grouped or withdrawn meanwhile takes no dots of this ballot. */
export function dotsFor(choices: readonly Choice[], dots: Dots): Dots {
  return Object.fromEntries(choices.flatMap(({ id }) => (dots[id] ? [[id, dots[id]]] : [])));
}
