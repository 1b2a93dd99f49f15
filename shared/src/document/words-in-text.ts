// The words of a text and where each letter of them stands in it: how words that were quoted are found again. A line a block; a footnote is no
// word of its block here, because nobody who selects a sentence selects it.
import type { Node } from '@tiptap/pm/model';
import { blockIdAttribute } from './block-id.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}
export interface FoundWords extends Stretch {
  /** The block its first letter stands in. */
  readonly blockId: string | null;
}

interface Line {
  readonly node: Node;
  /** Where the words of the block begin. */
  readonly start: number;
}

/** Of blocks that did not change since: a text of a hundred pages is searched with every word somebody else types. */
const known = new WeakMap<Node, string>();

function wordsOf(block: Node): string {
  const before = known.get(block);
  if (before !== undefined) return before;
  const words = block.children.map((child) => (child.isText ? (child.text ?? '') : breakOf(child))).join('');
  known.set(block, words);
  return words;
}
function breakOf(inline: Node): string {
  return inline.type.name === 'hardBreak' ? '\n' : '';
}

/** Where each letter of a block's words stands in it. */
function lettersOf(block: Node): number[] {
  const letters: number[] = [];
  block.forEach((child, offset) => {
    const { length } = child.isText ? (child.text ?? '') : breakOf(child);
    for (let index = 0; index < length; index += 1) letters.push(offset + index);
  });
  return letters;
}

function linesOf(doc: Node): Line[] {
  const lines: Line[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) lines.push({ node, start: pos + 1 });
    return !node.isTextblock;
  });
  return lines;
}

function idOf(node: Node): string | null {
  const id: unknown = node.attrs[blockIdAttribute];
  return typeof id === 'string' ? id : null;
}

/** The words of a stretch without the white space around them, and where those stand; null where it has none. */
export function wordsBetween(doc: Node, { from, to }: Stretch): (FoundWords & { readonly words: string }) | null {
  let words = '';
  const places: number[] = [];
  let blockOf: (pos: number) => string | null = () => null;
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    if (places.length > 0) {
      words += '\n';
      places.push(pos);
    }
    const text = wordsOf(node);
    const start = pos + 1;
    lettersOf(node).forEach((letter, index) => {
      if (start + letter < from || start + letter >= to) return;
      words += text.charAt(index);
      places.push(start + letter);
    });
    const before = blockOf;
    blockOf = (place) => (place >= start && place < start + node.content.size ? idOf(node) : before(place));
    return false;
  });
  const first = words.search(/\S/);
  const last = words.trimEnd().length - 1;
  const [begin, end] = [places[first], places[last]];
  if (begin === undefined || end === undefined) return null;
  return { words: words.slice(first, last + 1), from: begin, to: end + 1, blockId: blockOf(begin) };
}

/** Every place where these words stand exactly so, in the order of the text; at most `most` of them. */
export function findWords(doc: Node, words: string, most: number): FoundWords[] {
  if (words === '') return [];
  const lines = linesOf(doc);
  const found = lines.flatMap(({ node, start }): FoundWords[] => {
    const places = placesIn(wordsOf(node), words);
    if (places.length === 0) return [];
    const letters = lettersOf(node);
    return places.map((at) => ({
      from: start + (letters[at] ?? 0),
      to: start + (letters[at + words.length - 1] ?? 0) + 1,
      blockId: idOf(node),
    }));
  });
  if (found.length > 0 || !words.includes('\n')) return found.slice(0, most);
  return acrossBlocks(lines, words).slice(0, most);
}

/** The words of these blocks, in the order of the text, and the way from a letter of one to where it stands. */
export function blockLines(
  doc: Node,
  isWanted: (blockId: string | null) => boolean,
): { readonly text: string; readonly placeOf: (letter: number) => number }[] {
  return linesOf(doc)
    .filter(({ node }) => isWanted(idOf(node)))
    .map(({ node, start }) => {
      let letters: number[] | null = null;
      const placeOf = (letter: number): number => {
        letters ??= lettersOf(node);
        return start + (letters[letter] ?? node.content.size);
      };
      return { text: wordsOf(node), placeOf };
    });
}

function acrossBlocks(lines: readonly Line[], words: string): FoundWords[] {
  const starts: number[] = [];
  let whole = '';
  for (const { node } of lines) {
    starts.push(whole.length);
    whole += `${wordsOf(node)}\n`;
  }
  const placeOf = (at: number): { pos: number; line: Line } | null => {
    let index = starts.findLastIndex((start) => start <= at);
    if (index < 0) index = 0;
    const line = lines[index];
    if (line === undefined) return null;
    return { pos: line.start + (lettersOf(line.node)[at - (starts[index] ?? 0)] ?? line.node.content.size), line };
  };
  return placesIn(whole, words).flatMap((at) => {
    const first = placeOf(at);
    const last = placeOf(at + words.length - 1);
    return first === null || last === null ? [] : [{ from: first.pos, to: last.pos + 1, blockId: idOf(first.line.node) }];
  });
}

function placesIn(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}
