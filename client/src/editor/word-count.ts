// How many words a text has, as a person would count them: "57-2008", "Kʼicheʼ" and "p.m." are one each.
import type { Node } from '@tiptap/pm/model';

const word = /[\p{L}\p{N}\p{M}]+(?:[ʼ’'·.,\-/][\p{L}\p{N}\p{M}]+)*/gu;

const counted = new WeakMap<Node, number>();

export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

/** Words of a whole document; blocks that did not change are not counted again. */
export function countDocumentWords(doc: Node): number {
  let total = 0;
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    let count = counted.get(node);
    if (count === undefined) {
      count = countWords(node.textBetween(0, node.content.size, undefined, ' '));
      counted.set(node, count);
    }
    total += count;
    return false;
  });
  return total;
}

/** Words between two positions. */
export function countWordsBetween(doc: Node, { from, to }: { from: number; to: number }): number {
  return countWords(doc.textBetween(from, to, ' ', ' '));
}
