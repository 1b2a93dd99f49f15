// The next Borrador begins as a copy of the one before it; where that one says of itself which it is, the copy says its own number.
import * as Y from 'yjs';
import { bodyField } from './schema.ts';

/** Blocks from the top among which a draft says what it is. */
const front = 6;

/**
 * Changes the first `Borrador <from>` among the first paragraphs and headings to `Borrador <to>`, digit by digit: everything else of the line
 * stays as it lies, in its format. False where no line says it: then nothing was changed.
 */
export function renumber(doc: Y.Doc, { from, to }: { from: number; to: number }): boolean {
  const said = new RegExp(`Borrador ${from}(?!\\d)`);
  for (const block of doc.getXmlFragment(bodyField).toArray().slice(0, front)) {
    if (!(block instanceof Y.XmlElement) || !/^(?:paragraph|heading)$/.test(block.nodeName)) continue;
    for (const text of block.toArray()) {
      if (!(text instanceof Y.XmlText)) continue;
      const found = said.exec(plainOf(text));
      if (found === null) continue;
      const at = found.index + found[0].length;
      doc.transact(() => {
        text.insert(at, String(to));
        text.delete(at - String(from).length, String(from).length);
      });
      return true;
    }
  }
  return false;
}

/** As long as the text: what is no letter counts as one. */
function plainOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('');
}
