// Dots by which a table says what matters most to it: so many a person, as many of them on one cluster as they like.
import * as z from 'zod/mini';

/** Dots by cluster. */
export const Dots = z.record(z.string(), z.number());
export type Dots = z.infer<typeof Dots>;

/** What raised hands are called, and how many people may raise them at once. */
export const ballotLabelLimit = 60;
export const countedPeopleLimit = 60;

export type BallotRefusal = 'invalid_field' | 'dots_over_quota' | 'cluster_not_found';

export function sumOf(dots: Dots): number {
  return Object.values(dots).reduce((sum, each) => sum + each, 0);
}

/** The ballot as it is stored, without clusters that got nothing; or why it is none. `people` is for how many it speaks. */
export function readBallot(
  dots: Dots,
  { quota, people = 1, choosable }: { quota: number; people?: number; choosable: ReadonlySet<string> },
): { readonly dots: Dots } | { readonly refused: BallotRefusal } {
  const given = Object.entries(dots).filter(([, each]) => each !== 0);
  if (given.some(([, each]) => !Number.isSafeInteger(each) || each < 0)) return { refused: 'invalid_field' };
  if (given.some(([cluster]) => !choosable.has(cluster))) return { refused: 'cluster_not_found' };
  const read = Object.fromEntries(given);
  return sumOf(read) > quota * people ? { refused: 'dots_over_quota' } : { dots: read };
}

/** Totals by cluster. */
export function addUp(ballots: readonly Dots[]): Dots {
  const totals = new Map<string, number>();
  for (const ballot of ballots)
    for (const [cluster, dots] of Object.entries(ballot)) totals.set(cluster, (totals.get(cluster) ?? 0) + dots);
  return Object.fromEntries(totals);
}

/** Those dots, each with the cluster that what it was given to stands in now. What stands nowhere is left where it was. */
export function moveDots(dots: Dots, standsIn: ReadonlyMap<string, string>): Dots {
  return addUp(Object.entries(dots).map(([cluster, each]) => ({ [standsIn.get(cluster) ?? cluster]: each })));
}
