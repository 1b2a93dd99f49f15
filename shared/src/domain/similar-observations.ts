// Observations that may be answered once: about the same words, or saying the same.
import type { Observation } from './observation.ts';
import { similarity } from './similarity.ts';

type Comparable = Pick<
  Observation,
  'id' | 'blockId' | 'quoteFrom' | 'quoteTo' | 'proposedText' | 'justification' | 'disposition'
>;

/** From here on two of them are shown to each other; less is asked of those about the same words. */
const alike = 0.5;
const alikeHere = 0.25;

function words({ justification, proposedText }: Comparable): string {
  return `${justification} ${proposedText ?? ''}`;
}

function overlap(one: Comparable, other: Comparable): boolean {
  return one.blockId === other.blockId && one.quoteFrom < other.quoteTo && other.quoteFrom < one.quoteTo;
}

/** Those most like it, the most alike first. */
export function similarObservations<Other extends Comparable>(
  one: Comparable,
  { among, most }: { among: readonly Other[]; most: number },
): Other[] {
  return among
    .filter(({ id }) => id !== one.id)
    .map((other) => ({ other, score: similarity(words(one), words(other)), here: overlap(one, other) }))
    .filter(({ score, here }) => score >= (here ? alikeHere : alike))
    .sort((first, second) => Number(second.here) - Number(first.here) || second.score - first.score)
    .slice(0, most)
    .map(({ other }) => other);
}
