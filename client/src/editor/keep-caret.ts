// Keeps the caret with its words when another person changes what kind of block they stand in. The shared document then has a new block in
// place of the old, and the binding, which knows places by what is in them, would put the caret at an end of the text. The block's id is the
// same, so that is where it goes.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import { isFromYjs } from '@cocrea/shared/document/keep-block-ids.ts';
import { Extension } from '@tiptap/core';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';

/** A place as a person would say it: in this block, after these words. */
interface Place {
  readonly blockId: string;
  readonly before: string;
}

interface Wanted {
  readonly anchor: Place;
  readonly head: Place;
}

const key = new PluginKey<Wanted | null>('keepCaret');

function placeOf($pos: ResolvedPos): Place | null {
  const blockId = $pos.parent.attrs[blockIdAttribute] as string | null | undefined;
  if (!blockId || !$pos.parent.isTextblock) return null;
  return { blockId, before: $pos.parent.textBetween(0, $pos.parentOffset, undefined, '\ufffc') };
}

/** Is this the block it was, or another that took its name? A block in place has the same kind and stands as deep as before. */
function sameBlock($old: ResolvedPos, $new: ResolvedPos): boolean {
  return (
    $new.parent.attrs[blockIdAttribute] === $old.parent.attrs[blockIdAttribute] &&
    $new.parent.type === $old.parent.type &&
    $new.depth === $old.depth
  );
}

/** Position of a place in `doc`: after as many of its words as are there; null where its block is gone. */
export function findPlace(doc: Node, { blockId, before }: Place): number | null {
  let found: number | null = null;
  doc.descendants((node, pos) => {
    if (found !== null) return false;
    if (!node.isTextblock || node.attrs[blockIdAttribute] !== blockId) return !node.isTextblock;
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc');
    let shared = 0;
    while (shared < before.length && before[shared] === text[shared]) shared += 1;
    found = pos + 1 + shared;
    return false;
  });
  return found;
}

/** What is still wanted after these transactions, and where the selection should be; both null where nothing has to move. */
function follow(
  transactions: readonly Transaction[],
  { before, after }: { before: EditorState; after: EditorState },
): { anchor: number; head: number; wanted: Wanted } | null {
  if (!transactions.some((transaction) => transaction.docChanged && isFromYjs(transaction))) return null;
  const { selection } = before;
  if (!(selection instanceof TextSelection)) return null;
  let wanted = key.getState(before) ?? null;
  if (!wanted) {
    if (sameBlock(selection.$head, after.selection.$head) && sameBlock(selection.$anchor, after.selection.$anchor)) return null;
    const anchor = placeOf(selection.$anchor);
    const head = placeOf(selection.$head);
    if (!anchor || !head) return null;
    wanted = { anchor, head };
  }
  const anchor = findPlace(after.doc, wanted.anchor);
  const head = findPlace(after.doc, wanted.head);
  return anchor === null || head === null ? null : { anchor, head, wanted };
}

export const KeepCaret = Extension.create({
  name: 'keepCaret',
  addProseMirrorPlugins() {
    return [
      new Plugin<Wanted | null>({
        key,
        state: {
          init: () => null,
          apply: (transaction, wanted) => {
            const told = transaction.getMeta(key) as Wanted | null | undefined;
            if (told !== undefined) return told;
            // Words that went down with the old block are put back in the moment after: until the person does something, the caret waits for them.
            return (transaction.docChanged || transaction.selectionSet) && !isFromYjs(transaction) ? null : wanted;
          },
        },
        appendTransaction: (transactions, before, after) => {
          const place = follow(transactions, { before, after });
          if (!place) return null;
          const { anchor, head, wanted } = place;
          const selection = TextSelection.create(after.doc, anchor, head);
          const complete = ({ blockId, before: words }: Place, pos: number) => {
            const $pos = after.doc.resolve(pos);
            return $pos.parent.attrs[blockIdAttribute] === blockId && placeOf($pos)?.before === words;
          };
          const arrived = complete(wanted.anchor, anchor) && complete(wanted.head, head);
          return after.tr
            .setSelection(selection)
            .setMeta(key, arrived ? null : wanted)
            .setMeta('addToHistory', false);
        },
      }),
    ];
  },
});
