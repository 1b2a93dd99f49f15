// Whose words a block has, after each way an editor makes blocks of blocks.
import { joinBackward, splitBlock } from '@tiptap/pm/commands';
import type { Node } from '@tiptap/pm/model';
import { EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { assignBlockIds } from './keep-block-ids.ts';
import { assignDerivations } from './keep-derivations.ts';
import { createSchema } from './schema.ts';

const schema = createSchema();
const paragraph = (id: string | null, text = ''): Node => schema.node('paragraph', { id }, text ? [schema.text(text)] : []);

function stateOf(...blocks: Node[]): EditorState {
  const plugins = [assignBlockIds, assignDerivations].map(
    (assign) => new Plugin({ appendTransaction: (acts, before, after) => assign(acts, { before, after }) }),
  );
  return EditorState.create({ doc: schema.node('doc', null, blocks), plugins });
}
function run(
  state: EditorState,
  { at, command }: { at: number; command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean },
): EditorState {
  const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
  let next = placed;
  expect(command(placed, (tr) => (next = placed.apply(tr)))).toBe(true);
  return next;
}
/** `words < blocks it was made of`, a line a block. */
function linesOf(state: EditorState): string[] {
  const lines: string[] = [];
  state.doc.forEach(({ attrs, textContent }) => {
    const from = attrs['derivedFrom'] as string | null;
    lines.push(from === null ? textContent : `${textContent} < ${from}`);
  });
  return lines;
}
const two = () => stateOf(paragraph('aaa', 'uno dos'), paragraph('bbb', 'tres'));

test('a copy remembers whose words it has, wherever it is put, and the copied block nothing', () => {
  const state = two();
  const copy = state.doc.slice(0, 9).content;
  expect(linesOf(state.apply(state.tr.insert(state.doc.content.size, copy)))).toEqual(['uno dos', 'tres', 'uno dos < aaa']);
  expect(linesOf(state.apply(state.tr.insert(0, copy)))).toEqual(['uno dos < aaa', 'uno dos', 'tres']);
});

test('the second half of a split remembers the first; empty lines and what is new remember nobody', () => {
  const state = two();
  expect(linesOf(run(state, { at: 5, command: splitBlock }))).toEqual(['uno ', 'dos < aaa', 'tres']);
  expect(linesOf(run(state, { at: 1, command: splitBlock }))).toEqual(['', 'uno dos', 'tres']);
  expect(linesOf(run(state, { at: 8, command: splitBlock }))).toEqual(['uno dos', '', 'tres']);
  expect(linesOf(state.apply(state.tr.insert(9, paragraph(null, 'nuevo'))))).toEqual(['uno dos', 'nuevo', 'tres']);
});

test('what two blocks became remembers the one that is gone, whole or in its end; one taken away is remembered by nobody', () => {
  const state = two();
  expect(linesOf(run(state, { at: 10, command: joinBackward }))).toEqual(['uno dostres < bbb']);
  expect(linesOf(state.apply(state.tr.delete(5, 12)))).toEqual(['uno es < bbb']);
  expect(linesOf(state.apply(state.tr.delete(9, 15)))).toEqual(['uno dos']);
  const thrice = stateOf(paragraph('aaa', 'uno'), paragraph('bbb', 'dos'), paragraph('ccc', 'tres'));
  const once = run(thrice, { at: 6, command: joinBackward });
  expect(linesOf(run(once, { at: 9, command: joinBackward }))).toEqual(['unodostres < bbb ccc']);
});

test('pasted into an empty line a paragraph remembers whose words it has; the same words typed do not', () => {
  const state = stateOf(paragraph('aaa', 'uno'), paragraph('bbb'));
  expect(linesOf(state.apply(state.tr.insertText('uno', 6)))).toEqual(['uno', 'uno']);
  expect(linesOf(state.apply(state.tr.insertText('uno', 6).setMeta('paste', true)))).toEqual(['uno', 'uno < aaa']);
});

test('what pasted HTML says it was copied from stays', () => {
  const state = two();
  const pasted = schema.node('paragraph', { id: null, derivedFrom: 'zzz' }, [schema.text('de otro lado')]);
  expect(linesOf(state.apply(state.tr.insert(9, pasted)))).toEqual(['uno dos', 'de otro lado < zzz', 'tres']);
});
