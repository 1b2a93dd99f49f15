// What of a board is on the screen: cards by question, filtered and in the order one asked for; and what came late, apart.
import { inOrder } from '@cocrea/shared/domain/board-order.ts';
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import {
  agreements,
  contributionMarks,
  type AgreementLevel,
  type Cluster,
  type Contribution,
  type ContributionMark,
} from '@cocrea/shared/domain/contribution.ts';

export interface Card {
  readonly id: string;
  readonly cluster: Cluster;
  /** Those that stand in it, in the order of their folios; one at least. */
  readonly contributions: readonly [Contribution, ...Contribution[]];
  /** Null while the dots are hidden. */
  readonly dots: number | null;
  /** Something in it came while one was looking, and was not looked at yet. */
  readonly fresh: boolean;
}

export interface Column {
  /** 1–4 */
  readonly no: number;
  readonly question: string;
  /** Every card of the question, in the order of the table. */
  readonly all: readonly Card[];
  readonly shown: readonly Card[];
  /** Contributions, not cards. */
  readonly count: number;
}

export const filters = ['all', ...contributionMarks, ...agreements, 'undecided', 'plenary', 'unread', 'validated'] as const;
/** The mark and the level of the same name differ: `agreement` is a mark, `agree` a level. */
export type Filter = 'all' | ContributionMark | AgreementLevel | 'undecided' | 'plenary' | 'unread' | 'validated';
export type Sort = 'table' | 'dots';

export function columnsOf(
  cards: readonly Card[],
  { questions, filter, sort }: { questions: readonly string[]; filter: Filter; sort: Sort },
): Column[] {
  return questions.map((question, index) => {
    const no = index + 1;
    const all = cards.filter(({ cluster }) => cluster.question === no);
    const kept = all.filter((card) => fits(card, filter));
    const shown = sort === 'dots' ? [...kept].sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0)) : kept;
    return { no, question, all, shown, count: all.reduce((sum, { contributions }) => sum + contributions.length, 0) };
  });
}

/** In the order of the table, question after question; without the late ones. */
export function cardsOf({ clusters, contributions, dots }: BoardNow, fresh: ReadonlySet<string> = new Set()): Card[] {
  const standing = new Map<string, Contribution[]>();
  for (const one of contributions) {
    if (one.late || one.state === 'withdrawn') continue;
    const others = standing.get(one.clusterId);
    if (others) others.push(one);
    else standing.set(one.clusterId, [one]);
  }
  return inOrder(clusters)
    .sort((a, b) => a.question - b.question)
    .flatMap((cluster): Card[] => {
      const [first, ...others] = standing.get(cluster.id) ?? [];
      const given = dots === null ? null : (dots[cluster.id] ?? 0);
      if (!first) return [];
      const isFresh = fresh.has(first.id) || others.some((one) => fresh.has(one.id));
      return [{ id: cluster.id, cluster, contributions: [first, ...others], dots: given, fresh: isFresh }];
    });
}

/** These cards, each as the very same object as before where nothing in it changed: a list draws only what is another. */
export function keepSame(before: readonly Card[], cards: readonly Card[]): Card[] {
  const known = new Map(before.map((card) => [card.id, card]));
  return cards.map((card) => {
    const was = known.get(card.id);
    return was && same(was, card) ? was : card;
  });
}

function same(one: Card, other: Card): boolean {
  return (
    one.cluster === other.cluster &&
    one.dots === other.dots &&
    one.fresh === other.fresh &&
    one.contributions.length === other.contributions.length &&
    one.contributions.every((contribution, index) => contribution === other.contributions[index])
  );
}

export function lateOf({ contributions }: BoardNow): Contribution[] {
  return contributions.filter(({ late, state }) => late && state !== 'withdrawn');
}

/** Nothing in it is to be drawn anew. */
export function sameColumn(one: Column, other: Column): boolean {
  return (
    one.no === other.no && one.question === other.question && sameCards(one.all, other.all) && sameCards(one.shown, other.shown)
  );
}

function sameCards(some: readonly Card[], others: readonly Card[]): boolean {
  return some.length === others.length && some.every((card, index) => card === others[index]);
}

function fits({ cluster, contributions }: Card, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'undecided':
      return cluster.agreement === null;
    case 'plenary':
      return cluster.plenary;
    case 'unread':
      return cluster.validatedAt === null;
    case 'validated':
      return cluster.validatedAt !== null;
    case 'agree':
    case 'partial':
    case 'disagree':
      return cluster.agreement === filter;
    default:
      return contributions.some(({ marks }) => marks.includes(filter));
  }
}

/** What a card is called: the folio it begins with, and how many stand with it. */
export function nameOf({ contributions }: Card): { readonly folio: string; readonly more: number } {
  return { folio: contributions[0].folio, more: contributions.length - 1 };
}
