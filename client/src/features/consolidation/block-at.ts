// Finding blocks of the open text: where the caret stands, under a pointer, by id.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import { whereWordsStand } from '@cocrea/shared/document/derived-from.ts';
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

/** The attributes of all blocks of the text. */
export function attributesOf(doc: Node): Node['attrs'][] {
  const attributes: Node['attrs'][] = [];
  doc.descendants((node) => {
    if (node.isBlock) attributes.push(node.attrs);
    return !node.isTextblock;
  });
  return attributes;
}

/** The block itself, or the one its words were merged into; null where they are not in the text. */
function standingOf(doc: Node, blockId: string): string | null {
  return whereWordsStand(attributesOf(doc)).get(blockId)?.[0] ?? null;
}

/** The words of a block, also where another has taken them over; null where they are not in the text. */
export function wordsOfBlockIn(doc: Node, blockId: string): string | null {
  const standing = standingOf(doc, blockId);
  let words: string | null = null;
  doc.descendants((node) => {
    if (words !== null || standing === null) return false;
    if (node.attrs[blockIdAttribute] === standing)
      words = node.isTextblock ? wordsOfBlock(node.toJSON() as DocumentJson) : node.textContent;
    return words === null;
  });
  return words;
}

/** Brings a block into view, or the one that has taken its words over. */
export function showBlock(view: EditorView, blockId: string): void {
  const standing = standingOf(view.state.doc, blockId) ?? blockId;
  view.dom.querySelector(`[data-id="${CSS.escape(standing)}"]`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}
