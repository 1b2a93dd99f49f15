// How alike two texts are, by the groups of three letters they share: enough to say "this may be the same proposal", never to decide it.
import { foldName } from './person.ts';

/** Words so short ("de", "que", "the") are in every text and say nothing about any. */
const shortest = 4;
/** Characters of a text that are compared; what comes after does not change what it is about. */
const compared = 2000;

function trigramsOf(text: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of foldName(text.slice(0, compared)).split(/[^\p{L}\p{N}']+/u)) {
    if (word.length < shortest) continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const trigram of one) if (other.has(trigram)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

/** 0 for nothing in common, 1 for the same words (Dice's coefficient over trigrams). Case, accents and short words do not matter. */
export function similarity(one: string, other: string): number {
  return dice(trigramsOf(one), trigramsOf(other));
}

export interface Comparable {
  readonly id: string;
  readonly title: string;
  /** How its text begins; empty where it has none. */
  readonly opening: string;
}

/** From here on two proposals are shown to each other. */
const alike = 0.5;

/** Those most like it, the most alike first: by title alone or by title and opening together, whichever says more. */
export function mostAlike<Other extends Comparable>(
  one: Comparable,
  { among, most }: { among: readonly Other[]; most: number },
): Other[] {
  const title = trigramsOf(one.title);
  const whole = trigramsOf(`${one.title} ${one.opening}`);
  return among
    .filter(({ id }) => id !== one.id)
    .map((other) => ({
      other,
      score: Math.max(dice(title, trigramsOf(other.title)), dice(whole, trigramsOf(`${other.title} ${other.opening}`))),
    }))
    .filter(({ score }) => score >= alike)
    .sort((first, second) => second.score - first.score)
    .slice(0, most)
    .map(({ other }) => other);
}
