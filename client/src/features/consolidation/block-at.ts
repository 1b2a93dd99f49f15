// Finding blocks of the open text: where the caret stands, under a pointer, by id.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { wordsOfBlock } from '@cocrea/shared/document/words-of-block.ts';
import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

/** Of the paragraph or heading at a position; null outside of any. */
export function blockAt(doc: Node, pos: number): string | null {
  const { parent } = doc.resolve(Math.min(pos, doc.content.size));
  const id: unknown = parent.attrs[blockIdAttribute];
  return parent.isTextblock && typeof id === 'string' ? id : null;
}

/** Under these coordinates of the window. */
export function blockUnder(
  view: EditorView,
  { clientX: left, clientY: top }: { clientX: number; clientY: number },
): string | null {
  const found = view.posAtCoords({ left, top });
  return found === null ? null : blockAt(view.state.doc, found.pos);
}

/** The words of a block; null where it is not in the text. */
export function wordsOfBlockIn(doc: Node, blockId: string): string | null {
  let words: string | null = null;
  doc.descendants((node) => {
    if (words !== null) return false;
    if (node.attrs[blockIdAttribute] === blockId)
      words = node.isTextblock ? wordsOfBlock(node.toJSON() as DocumentJson) : node.textContent;
    return words === null;
  });
  return words;
}

/** Brings a block into view. */
export function showBlock(view: EditorView, blockId: string): void {
  view.dom.querySelector(`[data-id="${CSS.escape(blockId)}"]`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}
