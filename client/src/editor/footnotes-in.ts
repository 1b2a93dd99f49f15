// The footnotes of a document in the order they are called, which is their number.
import type { Node } from '@tiptap/pm/model';

export interface NumberedFootnote {
  readonly no: number;
  readonly pos: number;
  readonly text: string;
}

export function footnotesIn(doc: Node): NumberedFootnote[] {
  const notes: NumberedFootnote[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'footnote') notes.push({ no: notes.length + 1, pos, text: String(node.attrs['text'] ?? '') });
    return true;
  });
  return notes;
}

export function sameFootnotes(one: readonly NumberedFootnote[], other: readonly NumberedFootnote[]): boolean {
  return (
    one.length === other.length && one.every(({ pos, text }, index) => pos === other[index]!.pos && text === other[index]!.text)
  );
}
