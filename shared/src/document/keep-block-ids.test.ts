// A block's id is its own for life: these are the ways an editor could lose or double one.
import { EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Slice, type Node } from '@tiptap/pm/model';
import { joinBackward, splitBlock, wrapIn } from '@tiptap/pm/commands';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import { assignBlockIds } from './keep-block-ids.ts';
import { createSchema } from './schema.ts';

const schema = createSchema();
const paragraph = (id: string | null, text = ''): Node => schema.node('paragraph', { id }, text ? [schema.text(text)] : []);
const heading = (id: string | null, text = ''): Node => schema.node('heading', { id, level: 2 }, text ? [schema.text(text)] : []);

function stateOf(...blocks: Node[]): EditorState {
  const keeper = new Plugin({ appendTransaction: (trs, before, after) => assignBlockIds(trs, { before, after }) });
  return EditorState.create({ doc: schema.node('doc', null, blocks), plugins: [keeper] });
}
const at = (state: EditorState, pos: number): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)));
function run(state: EditorState, command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean): EditorState {
  let next = state;
  expect(command(state, (tr) => (next = state.apply(tr)))).toBe(true);
  return next;
}
function idsOf(state: EditorState): (string | null)[] {
  const ids: (string | null)[] = [];
  state.doc.forEach((node) => ids.push(node.attrs['id'] as string | null));
  return ids;
}
const fresh = expect.stringMatching(/^[0-9a-z]{12}$/);

test('splitting in the middle: the first half keeps the id, the second gets a new one', () => {
  const ids = idsOf(run(at(stateOf(paragraph('aaa', 'uno dos')), 5), splitBlock));
  expect(ids).toEqual(['aaa', fresh]);
});

test('splitting at the start: the words keep their id, the empty line before them is new', () => {
  const state = run(at(stateOf(paragraph('aaa', 'uno')), 1), splitBlock);
  expect(idsOf(state)).toEqual([fresh, 'aaa']);
  expect(state.doc.child(1).textContent).toBe('uno');
});

test('splitting a heading at its start does the same', () => {
  const state = run(at(stateOf(heading('hhh', 'Título')), 1), splitBlock);
  expect(idsOf(state)).toEqual([fresh, 'hhh']);
});

test('splitting at the end and splitting an empty block make one new id', () => {
  expect(idsOf(run(at(stateOf(paragraph('aaa', 'uno')), 4), splitBlock))).toEqual(['aaa', fresh]);
  expect(idsOf(run(at(stateOf(paragraph('aaa')), 1), splitBlock))).toEqual(['aaa', fresh]);
});

test('merging keeps the id of the first block', () => {
  expect(idsOf(run(at(stateOf(paragraph('aaa', 'uno'), paragraph('bbb', 'dos')), 6), joinBackward))).toEqual(['aaa']);
});

test('changing the kind of several blocks at once keeps each id', () => {
  const state = stateOf(paragraph('aaa', 'uno'), paragraph('bbb', 'dos'));
  const next = state.apply(state.tr.setBlockType(1, state.doc.content.size, schema.nodes['heading']!, { level: 2 }));
  expect(idsOf(next)).toEqual(['aaa', 'bbb']);
});

test('wrapping makes an id for the wrapper only', () => {
  const next = run(at(stateOf(paragraph('aaa', 'uno')), 2), wrapIn(schema.nodes['blockquote']!));
  expect(idsOf(next)).toEqual([fresh]);
  expect(next.doc.child(0).child(0).attrs['id']).toBe('aaa');
});

test('a copy gets new ids, wherever it is put; the original keeps its own', () => {
  const state = stateOf(paragraph('aaa', 'uno'), paragraph('bbb', 'dos'));
  const copy = state.doc.slice(0, 5);
  expect(idsOf(state.apply(state.tr.insert(10, copy.content)))).toEqual(['aaa', 'bbb', fresh]);
  expect(idsOf(state.apply(state.tr.insert(0, copy.content)))).toEqual([fresh, 'aaa', 'bbb']);
});

test('a move keeps the id', () => {
  const state = stateOf(paragraph('aaa', 'uno'), paragraph('bbb', 'dos'));
  const moved = state.doc.child(0);
  expect(idsOf(state.apply(state.tr.delete(0, 5).insert(5, moved)))).toEqual(['bbb', 'aaa']);
});

test('several blocks pasted into the middle of one: no id twice, none missing', () => {
  const state = stateOf(paragraph('aaa', 'uno dos'));
  const slice = new Slice(
    schema.node('doc', null, [paragraph(null, 'x'), paragraph(null, 'y'), heading(null, 'z')]).content,
    1,
    0,
  );
  const ids = idsOf(state.apply(state.tr.replace(4, 4, slice)));
  expect(ids[0]).toBe('aaa');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).not.toContain(null);
});

test('nested blocks get ids too', () => {
  const state = stateOf(paragraph('aaa'));
  const list = schema.node('bulletList', null, [schema.node('listItem', null, [paragraph(null, 'x')])]);
  const next = state.apply(state.tr.insert(2, list));
  const ids: unknown[] = [];
  next.doc.descendants((node) => void (node.isBlock && ids.push(node.attrs['id'])));
  expect(ids).toEqual(['aaa', fresh, fresh, fresh]);
});

test('blocks of others are left alone: theirs is the screen that names them', () => {
  const state = stateOf(paragraph('aaa', 'uno'));
  const theirs = state.tr.insert(5, paragraph(null, 'de otra persona')).setMeta(ySyncPluginKey, { isChangeOrigin: true });
  const next = state.apply(theirs);
  expect(idsOf(next)).toEqual(['aaa', null]);
  const typed = next.apply(next.tr.insertText('x', 1));
  expect(idsOf(typed)).toEqual(['aaa', null]);
});

test('typing costs no second transaction', () => {
  const state = stateOf(paragraph('aaa', 'uno'));
  expect(state.applyTransaction(state.tr.insertText('x', 2)).transactions).toHaveLength(1);
});

test('marks waiting to be typed survive the naming of a new block', () => {
  const state = at(stateOf(paragraph('aaa', 'uno')), 4);
  const tr = state.tr.split(4).setStoredMarks([schema.mark('bold')]);
  expect(state.apply(tr).storedMarks?.map((mark) => mark.type.name)).toEqual(['bold']);
});
