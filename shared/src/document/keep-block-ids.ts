// Keeps every block's id its own while people write: an id survives editing, splitting and changing kind; what is new or a copy gets a new one.
// Only the author's own transactions are looked at. What arrives from others already has its ids: if every screen filled gaps, each would
// fill them differently.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Mapping, ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { blockIdAttribute, newBlockId } from './block-id.ts';
import { blockTypes } from './schema.ts';

const withIds = new Set<string>(blockTypes);

interface Block {
  readonly node: Node;
  readonly pos: number;
}

/** Did this transaction come out of the shared document (another person's edit, an undo), rather than from this editor? */
export function isFromYjs(transaction: Transaction): boolean {
  const meta = transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined;
  return meta?.isChangeOrigin === true;
}

function idOf(node: Node): string | null {
  return (node.attrs[blockIdAttribute] as string | null | undefined) ?? null;
}

/** Can this transaction have made, copied or changed a block? Typing and deleting text cannot, and cost nothing here. */
export function touchesBlocks(transaction: Transaction): boolean {
  return transaction.steps.some(
    (step) =>
      step instanceof ReplaceAroundStep || (step instanceof ReplaceStep && step.slice.content.firstChild?.isInline === false),
  );
}

function blocksById(doc: Node): { byId: Map<string, Block[]>; without: Block[] } {
  const byId = new Map<string, Block[]>();
  const without: Block[] = [];
  doc.descendants((node, pos) => {
    if (withIds.has(node.type.name)) {
      const id = idOf(node);
      if (id === null) without.push({ node, pos });
      else byId.set(id, [...(byId.get(id) ?? []), { node, pos }]);
    }
    return !node.isTextblock;
  });
  return { byId, without };
}

/** The stretch of the new document that the transactions changed. */
function changedStretch(transactions: readonly Transaction[]): { from: number; to: number } {
  const maps = transactions.flatMap((transaction) => transaction.mapping.maps);
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  maps.forEach((map, index) => {
    const rest = new Mapping(maps.slice(index + 1));
    map.forEach((_oldStart, _oldEnd, newStart, newEnd) => {
      from = Math.min(from, rest.map(newStart, -1));
      to = Math.max(to, rest.map(newEnd, 1));
    });
  });
  return { from, to };
}

/** The transaction that gives the blocks these transactions made their ids; null where there is nothing to do. */
export function assignBlockIds(
  transactions: readonly Transaction[],
  { before, after }: { before: EditorState; after: EditorState },
): Transaction | null {
  const own = transactions.filter((transaction) => transaction.docChanged && !isFromYjs(transaction));
  if (!own.some(touchesBlocks)) return null;
  const { byId, without } = blocksById(after.doc);
  const copied = [...byId].filter(([, blocks]) => blocks.length > 1);
  const stretch = changedStretch(own);
  const nameless = without.filter(({ node, pos }) => pos <= stretch.to && pos + node.nodeSize >= stretch.from);
  if (copied.length === 0 && nameless.length === 0) return null;

  const mapping = new Mapping(transactions.flatMap((transaction) => transaction.mapping.maps));
  const old = blocksById(before.doc).byId;
  const ids = new Map<number, string>();
  const wasEmpty = (id: string) => (old.get(id)?.[0]?.node.content.size ?? 0) === 0;

  // Of blocks with the same id the one that was there keeps it, unless it was emptied and its text moved on with another.
  for (const [id, blocks] of copied) {
    const origin = old.get(id)?.[0];
    const home = origin && mapping.map(origin.pos + 1, -1) - 1;
    const there = blocks.find(({ pos, node }) => pos === home && (node.content.size > 0 || wasEmpty(id)));
    const keeper = there ?? blocks.find(({ node }) => node.content.size > 0) ?? blocks[0];
    for (const { pos } of blocks) if (pos !== keeper?.pos) ids.set(pos, newBlockId());
  }

  // A block that lost its id by changing kind gets it back; any other is new.
  const back = mapping.invert();
  const taken = new Set(byId.keys());
  for (const { node, pos } of nameless) {
    const origin = before.doc.nodeAt(Math.min(back.map(pos, -1), before.doc.content.size));
    const lost = origin && withIds.has(origin.type.name) && origin.isTextblock === node.isTextblock ? idOf(origin) : null;
    const reuse = lost !== null && !taken.has(lost);
    if (reuse) taken.add(lost);
    ids.set(pos, reuse ? lost : newBlockId());
  }

  // Enter at the start of a block: the words go on in the second half, so the id goes with them.
  for (const { node, pos } of nameless) {
    const earlier = after.doc.resolve(pos).nodeBefore;
    if (!earlier?.isTextblock || !node.isTextblock || earlier.content.size > 0 || node.content.size === 0) continue;
    const earlierPos = pos - earlier.nodeSize;
    const id = ids.get(earlierPos) ?? idOf(earlier);
    if (id === null || !old.has(id) || wasEmpty(id)) continue;
    ids.set(pos, id);
    ids.set(earlierPos, newBlockId());
  }

  const transaction = after.tr;
  for (const [pos, id] of ids) transaction.setNodeAttribute(pos, blockIdAttribute, id);
  transaction.setStoredMarks(after.storedMarks);
  return transaction;
}

/** The extension of an editor that writes; a server or a reader needs none. */
export const KeepBlockIds = Extension.create({
  name: 'keepBlockIds',
  priority: 10_000,
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('keepBlockIds'),
        appendTransaction: (transactions, before, after) => assignBlockIds(transactions, { before, after }),
      }),
    ];
  },
});
