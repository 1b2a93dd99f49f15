// What somebody chose to observe: words of one block of the frozen text, where they stand in it.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { wordsOfBlock } from '@cocrea/shared/document/words-of-block.ts';
import type { Editor } from '@tiptap/core';

export interface ChosenWords {
  readonly blockId: string;
  readonly quote: string;
  /** UTF-16 units in the words of the block. */
  readonly quoteFrom: number;
  readonly quoteTo: number;
}

/** The selection within the block it begins in; the whole block where nothing is selected in it. Null outside of any. */
export function chosenWords(editor: Editor): ChosenWords | null {
  const { $from, from, to } = editor.state.selection;
  const block = $from.parent;
  const blockId: unknown = block.attrs[blockIdAttribute];
  if (!block.isTextblock || typeof blockId !== 'string') return null;
  const start = $from.start();
  const whole = wordsOfBlock(block.toJSON() as DocumentJson);
  const upTo = (pos: number): number =>
    wordsOfBlock(block.cut(0, Math.min(pos - start, block.content.size)).toJSON() as DocumentJson).length;
  const [first, last] = from === to ? [0, whole.length] : [upTo(from), upTo(to)];
  const quote = whole.slice(first, last);
  if (quote.trim() === '') return whole.trim() === '' ? null : { blockId, quote: whole, quoteFrom: 0, quoteTo: whole.length };
  return { blockId, quote, quoteFrom: first, quoteTo: last };
}
