// Where a document says what somebody looks for, accents and case aside.
import type { Node } from '@tiptap/pm/model';
import { foldText, type FoldedText } from './fold-text.ts';

export interface Match {
  readonly from: number;
  readonly to: number;
}

/** More marks than this help nobody and slow typing. */
const mostMatches = 1000;

/** Nodes never change, so neither does their folded text. */
const folded = new WeakMap<Node, FoldedText>();

function foldedOf(block: Node): FoldedText {
  const known = folded.get(block);
  if (known) return known;
  // A footnote or a line break is one position that no word continues over.
  const text = block.textBetween(0, block.content.size, undefined, '\ufffc');
  const made = foldText(text);
  folded.set(block, made);
  return made;
}

/** Matches in document order, none over the border of a block. Empty for a query of nothing but blanks. */
export function findMatches(doc: Node, query: string): Match[] {
  const wanted = foldText(query).text;
  const matches: Match[] = [];
  if (wanted.trim() === '') return matches;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const { text, starts, ends } = foldedOf(node);
    for (let at = text.indexOf(wanted); at >= 0 && matches.length < mostMatches; at = text.indexOf(wanted, at + wanted.length)) {
      matches.push({ from: pos + 1 + starts[at]!, to: pos + 1 + ends[at + wanted.length - 1]! });
    }
    return false;
  });
  return matches;
}
