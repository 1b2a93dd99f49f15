// Somebody who writes at an editor, without a browser: ProseMirror's commands, our keeping of block ids, and the binding's way into Yjs. It tells
// which ids the blocks must have after each act, worked out from the act alone.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import { assignBlockIds } from '@cocrea/shared/document/keep-block-ids.ts';
import { assignDerivations } from '@cocrea/shared/document/keep-derivations.ts';
import { bodyField, createSchema } from '@cocrea/shared/document/schema.ts';
import { joinBackward, splitBlock } from '@tiptap/pm/commands';
import { Fragment, type Node } from '@tiptap/pm/model';
import { EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { Random } from './random.ts';

const schema = createSchema();
const words = ['agua', 'trámite', 'Kʼicheʼ', 'niñez', 'plazo', 'firma', 'qʼeqchiʼ', 'papel', 'voz', '🌱'];

export const handActs = ['type', 'delete', 'split', 'merge', 'copy', 'move', 'remove', 'heading', 'add'] as const;
export type HandAct = (typeof handActs)[number];

/** A block at the top of the text, as `ids` and `fates` speak of it. */
interface Placed {
  readonly id: string;
  readonly pos: number;
  readonly node: Node;
}

/** The ids the top blocks must have after an act, in order; `null` stands for one nobody has had before. */
export type ExpectedIds = readonly (string | null)[];

/**
 * One act on one of the top text blocks (the one called `on`, where it is given and stands), or null where the text is too small for it. Writes it
 * into `doc` in one Yjs transaction.
 */
export function actByHand(doc: Y.Doc, { act, random, on }: { act: HandAct; random: Random; on?: string }): ExpectedIds | null {
  const state = stateOf(doc);
  const blocks = topBlocks(state.doc);
  const writable = blocks.flatMap(({ node }, index) => (node.isTextblock && node.content.size > 0 ? [index] : []));
  const named = writable.find((at) => blocks[at]?.id === on);
  const index = named ?? (writable.length === 0 ? undefined : random.pick(writable));
  const block = index === undefined ? undefined : blocks[index];
  if (index === undefined || block === undefined) return null;
  const ids = blocks.map(({ id }) => id);
  const before = ids.slice(0, index);
  const after = ids.slice(index + 1);
  const inside = caret(state.doc, block.pos + 1 + random.below(block.node.content.size + 1));

  const done = (transaction: Transaction | null, expected: ExpectedIds): ExpectedIds | null => {
    if (transaction === null) return null;
    write(doc, state.apply(transaction).doc);
    return expected;
  };
  switch (act) {
    case 'type':
      return done(state.tr.insertText(` ${random.pick(words)}`, block.pos + 1 + block.node.content.size), ids);
    case 'delete': {
      const until = caret(state.doc, Math.min(inside + 1 + random.below(6), block.pos + 1 + block.node.content.size));
      return until === inside ? null : done(state.tr.delete(inside, until), ids);
    }
    case 'split': {
      const halves = inside === block.pos + 1 ? [null, block.id] : [block.id, null];
      return done(command(state, { at: inside, run: splitBlock }), [...before, ...halves, ...after]);
    }
    case 'merge': {
      const earlier = blocks[index - 1];
      if (earlier === undefined || !earlier.node.isTextblock || earlier.node.content.size === 0) return null;
      return done(command(state, { at: block.pos + 1, run: joinBackward }), [...before, ...after]);
    }
    case 'copy':
      return done(state.tr.insert(state.doc.content.size, block.node), [...ids, null]);
    case 'move': {
      const end = state.doc.content.size - block.node.nodeSize;
      const moved = state.tr.delete(block.pos, block.pos + block.node.nodeSize).insert(end, block.node);
      return done(moved, [...before, ...after, block.id]);
    }
    case 'remove':
      return blocks.length < 4 ? null : done(state.tr.delete(block.pos, block.pos + block.node.nodeSize), [...before, ...after]);
    case 'heading': {
      const type = schema.nodes[block.node.type.name === 'heading' ? 'paragraph' : 'heading'];
      return type === undefined ? null : done(state.tr.setBlockType(inside, inside, type), ids);
    }
    case 'add': {
      const said = Array.from({ length: 3 + random.below(9) }, () => random.pick(words)).join(' ');
      const paragraph = schema.node('paragraph', null, [schema.text(said)]);
      const end = block.pos + block.node.nodeSize;
      return done(state.tr.insert(end, Fragment.from(paragraph)), [...before, block.id, null, ...after]);
    }
  }
}

/** Ids of the blocks at the top of a text, in order. */
export function topIds(doc: Y.Doc): string[] {
  return topBlocks(stateOf(doc).doc).map(({ id }) => id);
}

function stateOf(doc: Y.Doc): EditorState {
  const plugins = [assignBlockIds, assignDerivations].map(
    (assign) => new Plugin({ appendTransaction: (acts, before, after) => assign(acts, { before, after }) }),
  );
  return EditorState.create({
    doc: yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(bodyField), schema),
    plugins,
  });
}

function topBlocks(doc: Node): Placed[] {
  const blocks: Placed[] = [];
  doc.forEach((node, pos) => blocks.push({ id: String(node.attrs[blockIdAttribute]), pos, node }));
  return blocks;
}

/** Where a caret can stand: never within a character of two units. */
function caret(doc: Node, pos: number): number {
  const $pos = doc.resolve(pos);
  return /[\uD800-\uDBFF]$/.test($pos.nodeBefore?.text ?? '') ? pos + 1 : pos;
}

function command(
  state: EditorState,
  { at, run }: { at: number; run: (state: EditorState, dispatch: (transaction: Transaction) => void) => boolean },
): Transaction | null {
  let made: Transaction | null = null;
  const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
  run(placed, (transaction) => {
    made = transaction;
  });
  return made === null ? null : rebased(state, made);
}

/** The steps of a command on the state it was not made from: only the selection differs. */
function rebased(state: EditorState, made: Transaction): Transaction {
  const transaction = state.tr;
  for (const step of made.steps) transaction.step(step);
  return transaction;
}

function write(doc: Y.Doc, body: Node): void {
  const fragment = doc.getXmlFragment(bodyField);
  doc.transact(() => updateYFragment(doc, fragment, body, { mapping: new Map(), isOMark: new Map() }));
}
