// Keeps with each block whose words it has: a copy, the second half of a split and what two blocks became remember the blocks they were made of,
// so that where words came from and where they went can be followed through them. Only the author's own acts are looked at, as with ids.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { blockIdAttribute, derivedFromAttribute } from './block-id.ts';
import { namesOf } from './derived-from.ts';
import { isFromYjs, touchesBlocks } from './keep-block-ids.ts';

interface Words {
  readonly pos: number;
  readonly text: string;
  readonly derivedFrom: readonly string[];
}
type Blocks = ReadonlyMap<string, Words>;

/** The transaction that notes what these made of which blocks, once all have their ids; null where there is nothing to note. */
export function assignDerivations(
  transactions: readonly Transaction[],
  { before, after }: { before: EditorState; after: EditorState },
): Transaction | null {
  const own = transactions.filter((transaction) => transaction.docChanged && !isFromYjs(transaction));
  const pasted = own.some((transaction) => transaction.getMeta('paste') === true);
  if (!pasted && !own.some((transaction) => touchesBlocks(transaction) || joinsBlocks(transaction))) return null;
  const old = textBlocks(before.doc);
  const now = textBlocks(after.doc);
  const gone = [...old].filter(([id, { text }]) => text !== '' && !now.has(id));
  const transaction = after.tr;
  for (const [id, block] of now) {
    const was = old.get(id);
    if (block.text === '' || block.text === was?.text) continue;
    const sources = was === undefined ? sourceOfNew(block, { old, now }) : sourcesOfGrown({ was, block, gone, old, pasted });
    const all = [...new Set([...block.derivedFrom, ...sources])].filter((one) => one !== id);
    if (all.length > block.derivedFrom.length) transaction.setNodeAttribute(block.pos, derivedFromAttribute, all.join(' '));
  }
  if (!transaction.docChanged) return null;
  transaction.setStoredMarks(after.storedMarks);
  return transaction;
}

/** Can it have made one block of two? Typing and deleting within a block cannot. */
function joinsBlocks({ steps, docs }: Transaction): boolean {
  return steps.some((step, index) => {
    const doc = docs[index];
    return step instanceof ReplaceStep && doc !== undefined && !doc.resolve(step.from).sameParent(doc.resolve(step.to));
  });
}

/** A copy has all the words of a block; a second half those it ended with and has lost. */
function sourceOfNew({ text }: Words, { old, now }: { old: Blocks; now: Blocks }): string[] {
  for (const [id, { text: words }] of old) {
    if (words === text || (words.endsWith(text) && (now.get(id)?.text.length ?? 0) < words.length)) return [id];
  }
  return [];
}

/** A block that took over the end of another, which is gone; an empty line that a paragraph was pasted into. */
function sourcesOfGrown(change: {
  was: Words;
  block: Words;
  gone: readonly (readonly [string, Words])[];
  old: Blocks;
  pasted: boolean;
}): string[] {
  const { was, block, gone, old, pasted } = change;
  const added = block.text.slice(commonStart(was.text, block.text));
  const merged =
    added === '' ? [] : gone.filter(([, { text }]) => text.endsWith(added) || added.endsWith(text)).map(([id]) => id);
  if (merged.length > 0 || !pasted || was.text !== '') return merged;
  const [copied] = [...old].find(([, { text }]) => text === block.text) ?? [];
  return copied === undefined ? [] : [copied];
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function textBlocks(doc: Node): Blocks {
  const blocks = new Map<string, Words>();
  doc.descendants((node, pos) => {
    const id: unknown = node.attrs[blockIdAttribute];
    if (node.isTextblock && typeof id === 'string') {
      blocks.set(id, { pos, text: node.textContent, derivedFrom: namesOf(node.attrs[derivedFromAttribute]) });
    }
    return !node.isTextblock;
  });
  return blocks;
}

/** The extension of an editor that writes, after `KeepBlockIds`. */
export const KeepDerivations = Extension.create({
  name: 'keepDerivations',
  priority: 9_000,
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('keepDerivations'),
        appendTransaction: (transactions, before, after) => assignDerivations(transactions, { before, after }),
      }),
    ];
  },
});
