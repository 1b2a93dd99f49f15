// Words that were worded anew, found again: the stretch of a text that takes the fewest letters to become them. What is not like enough is not
// found at all, nor what is like two places.

export interface AlikeStretch {
  /** UTF-16 units, whole words. */
  readonly from: number;
  readonly to: number;
  /** Letters that differ, for each letter of the words. */
  readonly apart: number;
}

/** Letters of words that are looked for by likeness: shorter ones are like anything, longer ones take a phone too long. */
const letters = { least: 12, most: 300 } as const;
/** Of each letter, how much may differ for words to be taken for the same. */
const mostApart = 0.3;
/** By how much a second place must differ more than the best one. */
const margin = 0.15;

/** May these words be looked for by likeness? */
export function canBeAlike(words: string): boolean {
  return words.length >= letters.least && words.length <= letters.most && !words.includes('\n');
}

/**
 * Where among these texts the words stand, worded anew; `text` is its place in the list. Null where nothing is like enough, or two places are.
 */
export function alikeStretch(texts: readonly string[], words: string): (AlikeStretch & { readonly text: number }) | null {
  if (!canBeAlike(words)) return null;
  const [best, second] = texts
    .flatMap((text, index) => endsIn(text, words, mostApart + margin).map((found) => ({ ...found, text: index })))
    .sort((one, other) => one.apart - other.apart);
  if (best === undefined || best.apart > mostApart) return null;
  return second !== undefined && second.apart < best.apart + margin ? null : best;
}

/** Is any stretch of these texts so like the words that it could be taken for them once they are gone? */
export function hasAlike(texts: readonly string[], words: string): boolean {
  return texts.some((text) => endsIn(text, words, mostApart + margin).length > 0);
}

/**
 * Sellers' search: for every end in the text, the fewest letters by which a stretch that ends there differs from the words, and where that
 * stretch begins; then the best of each group of ends that stand over one another.
 */
function endsIn(text: string, words: string, most: number): AlikeStretch[] {
  const length = words.length;
  const limit = Math.floor(length * most);
  if (text.length < length - limit) return [];
  let costs = Uint32Array.from({ length: length + 1 }, (_, at) => at);
  let begins = new Uint32Array(length + 1);
  let nextCosts = new Uint32Array(length + 1);
  let nextBegins = new Uint32Array(length + 1);
  const found: AlikeStretch[] = [];
  for (let end = 1; end <= text.length; end += 1) {
    const letter = text.charCodeAt(end - 1);
    nextCosts[0] = 0;
    nextBegins[0] = end;
    for (let at = 1; at <= length; at += 1) {
      const same = (costs[at - 1] ?? 0) + (letter === words.charCodeAt(at - 1) ? 0 : 1);
      const less = (nextCosts[at - 1] ?? 0) + 1;
      const more = (costs[at] ?? 0) + 1;
      const best = Math.min(same, less, more);
      nextCosts[at] = best;
      nextBegins[at] = (best === same ? begins[at - 1] : best === more ? begins[at] : nextBegins[at - 1]) ?? 0;
    }
    [costs, nextCosts, begins, nextBegins] = [nextCosts, costs, nextBegins, begins];
    const cost = costs[length] ?? length;
    if (cost > limit) continue;
    const one = { from: begins[length] ?? 0, to: end, apart: cost / length };
    const last = found.at(-1);
    if (last === undefined || one.from >= last.to) found.push(one);
    else if (one.apart < last.apart) found[found.length - 1] = one;
  }
  return found.map((one) => wholeWords(text, one));
}

const letter = /[\p{L}\p{M}\p{N}ʼ’']/u;

function wholeWords(text: string, { from, to, apart }: AlikeStretch): AlikeStretch {
  const isLetter = (at: number): boolean => letter.test(text.charAt(at));
  let [begin, end] = [from, to];
  while (begin < end && !isLetter(begin) && text.charAt(begin).trim() === '') begin += 1;
  while (begin > 0 && isLetter(begin) && isLetter(begin - 1)) begin -= 1;
  while (end > begin && text.charAt(end - 1).trim() === '') end -= 1;
  while (end < text.length && isLetter(end - 1) && isLetter(end)) end += 1;
  return { from: begin, to: end, apart };
}
