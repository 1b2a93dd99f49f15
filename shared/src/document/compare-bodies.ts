// What became of every block from one body to another. Blocks are the same by the id they keep for life; where words went to another block
// (split, merged, typed anew) is found by the words themselves. A copy that leaves its original untouched is new.
import { longestRising } from './longest-rising.ts';
import type { BlockChange, Lineage, WordRun } from './lineage.ts';
import type { DocumentJson } from './seed.ts';
import { wordRuns, wordsIn } from './word-runs.ts';
import { wordedBlocks, type WordedBlock } from './words-of-block.ts';

/** So much of a block's words must have come from another for it to be its source. */
const enough = 0.6;
/** Words in a row by which a place is recognised. */
const shingle = 3;

interface Pair {
  readonly before: WordedBlock | null;
  readonly after: WordedBlock | null;
  lineage: Lineage;
  from: string[];
  /** Taken into another block, which tells of it. */
  told: boolean;
  /** Word by word, for blocks whose words were looked at. */
  runs: readonly WordRun[];
}

/** Told how many of the blocks of both texts have been compared word by word, which is nearly all of the work. */
export type Compared = (blocks: number, of: number) => void;

/** Every block with words, in the order of the later body; retired ones where they stood. */
export function compareBodies(
  before: DocumentJson,
  after: DocumentJson,
  { onCompared }: { onCompared?: Compared } = {},
): BlockChange[] {
  const earlier = wordedBlocks(before);
  const later = wordedBlocks(after);
  const places = new Map(earlier.map(({ id }, at) => [id, at]));
  const kept = new Set(later.map(({ id }) => id));
  const places2 = later.map(({ id }) => places.get(id) ?? -1);
  const inOrder = new Set(longestRising(places2).map(({ at }) => at));
  const pairs = later.map((block, at): Pair => {
    const place = places2[at] ?? -1;
    const was = place < 0 ? null : (earlier[place] ?? null);
    const lineage = was === null ? 'new' : lineageOf(was, { is: block, inOrder: inOrder.has(at) });
    return { before: was, after: block, lineage, from: was === null ? [] : [was.id], told: false, runs: [] };
  });
  const retired = earlier
    .filter(({ id }) => !kept.has(id))
    .map((block): Pair => ({ before: block, after: null, lineage: 'retired', from: [block.id], told: false, runs: [] }));
  const all = [...pairs, ...retired];
  onCompared?.(0, all.length);
  all.forEach((pair, at) => {
    pair.runs = runsOf(pair);
    onCompared?.(at + 1, all.length);
  });
  followWords(pairs, retired);
  return inPlace({ pairs, retired, earlier })
    .filter(({ told }) => !told)
    .map(changeOf);
}

function runsOf({ before, after, lineage }: Pair): readonly WordRun[] {
  return lineage === 'same' || lineage === 'moved' ? [] : wordRuns(before?.text ?? '', after?.text ?? '');
}

function lineageOf(was: WordedBlock, { is, inOrder }: { is: WordedBlock; inOrder: boolean }): Lineage {
  if (was.text !== is.text || was.format !== is.format) return 'edited';
  return inOrder ? 'same' : 'moved';
}

/** Finds where words went: from a block that lost them to one that is new or got them. */
function followWords(pairs: readonly Pair[], retired: readonly Pair[]): void {
  const edited = pairs.filter(({ lineage }) => lineage === 'edited');
  const sources = [...edited, ...retired].map((pair) => ({ pair, lost: changedWords(pair, 'removed') }));
  const index = indexOf(sources);
  for (const pair of pairs.filter(({ lineage }) => lineage === 'new')) {
    const [source] = sourcesOf(wordsIn(pair.after?.text ?? ''), index);
    if (source === undefined || source.before === null) continue;
    pair.from = [source.before.id];
    if (source.after === null && !source.told) {
      // The block itself under another id: rewritten rather than split.
      pair.lineage = 'edited';
      source.told = true;
    } else {
      pair.lineage = 'split';
      if (source.after !== null) source.lineage = 'split';
    }
  }
  const gained = indexOf(edited.map((pair) => ({ pair, lost: changedWords(pair, 'added') })));
  const order = new Map(edited.map((pair, at) => [pair, at]));
  for (const gone of retired) {
    if (gone.told || gone.before === null) continue;
    // Where several got its words, the first of the text tells of it.
    const [pair] = sourcesOf(wordsIn(gone.before.text), gained).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    if (pair === undefined) continue;
    pair.lineage = 'merged';
    pair.from.push(gone.before.id);
    gone.told = true;
  }
}

function changedWords({ before, after, runs }: Pair, kind: 'added' | 'removed'): string[][] {
  if (before === null || after === null) return [wordsIn((before ?? after)?.text ?? '')];
  return runs.filter((run) => run.kind === kind).map(({ text }) => wordsIn(text));
}

type Index = ReadonlyMap<string, ReadonlySet<Pair>>;

function shinglesOf(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  if (words.length <= shingle) return [words.join(' ').toLocaleLowerCase()];
  return words.slice(0, 1 - shingle).map((_, at) =>
    words
      .slice(at, at + shingle)
      .join(' ')
      .toLocaleLowerCase(),
  );
}

function indexOf(sources: readonly { pair: Pair; lost: readonly (readonly string[])[] }[]): Index {
  const index = new Map<string, Set<Pair>>();
  for (const { pair, lost } of sources) {
    for (const words of lost) {
      for (const one of shinglesOf(words)) {
        const known = index.get(one);
        if (known === undefined) index.set(one, new Set([pair]));
        else known.add(pair);
      }
    }
  }
  return index;
}

/** Those that have enough of these words, the one that has most first. */
function sourcesOf(words: readonly string[], index: Index): Pair[] {
  const shingles = shinglesOf(words);
  const counts = new Map<Pair, number>();
  for (const one of shingles) for (const pair of index.get(one) ?? []) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= enough * shingles.length)
    .sort(([, one], [, other]) => other - one)
    .map(([pair]) => pair);
}

/** The later order, each retired block after the one it followed. */
function inPlace({ pairs, retired, earlier }: { pairs: Pair[]; retired: Pair[]; earlier: WordedBlock[] }): Pair[] {
  const gone = new Map(retired.map((pair) => [pair.before?.id ?? '', pair]));
  const followers = new Map<string | null, Pair[]>();
  let anchor: string | null = null;
  for (const { id } of earlier) {
    const pair = gone.get(id);
    if (pair === undefined) anchor = id;
    else followers.set(anchor, [...(followers.get(anchor) ?? []), pair]);
  }
  return [...(followers.get(null) ?? []), ...pairs.flatMap((pair) => [pair, ...(followers.get(pair.after?.id ?? '') ?? [])])];
}

function changeOf({ before, after, lineage, from, runs }: Pair): BlockChange {
  const { id, node, within, section } = (after ?? before) as WordedBlock;
  const was = before?.text ?? '';
  const is = after?.text ?? '';
  return {
    lineage,
    blockId: id,
    from,
    node,
    within,
    section,
    before: was,
    after: is,
    runs,
    onlyFormat: lineage === 'edited' && before !== null && was === is,
  };
}
