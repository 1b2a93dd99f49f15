// The four questions of a sub-table's notes cannot be deleted, reworded, moved or doubled by anybody at a keyboard.
import { createSchema } from '@cocrea/shared/document/schema.ts';
import { joinBackward, selectAll, splitBlock, toggleMark } from '@tiptap/pm/commands';
import type { Node } from '@tiptap/pm/model';
import { EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import { deleteAroundQuestions, keepsQuestions } from './question-guard.ts';

const schema = createSchema();
const question = (no: number): Node =>
  schema.node('heading', { level: 2, question: no, id: `q${no}` }, [schema.text(`Pregunta ${no}`)]);
const paragraph = (text: string): Node => schema.node('paragraph', null, text ? [schema.text(text)] : []);

const guard = new Plugin({ filterTransaction: (tr, state) => keepsQuestions(tr, state.doc) });
const notes = EditorState.create({
  doc: schema.node(
    'doc',
    null,
    [1, 2, 3, 4].flatMap((no) => [question(no), paragraph(`Respuesta ${no}`)]),
  ),
  plugins: [guard],
});
const headings = (state: EditorState) => {
  const found: string[] = [];
  state.doc.forEach((node) => node.attrs['question'] && found.push(`${String(node.attrs['question'])} ${node.textContent}`));
  return found;
};
const all = ['1 Pregunta 1', '2 Pregunta 2', '3 Pregunta 3', '4 Pregunta 4'];
const select = (from: number, to = from) =>
  notes.apply(notes.tr.setSelection(TextSelection.between(notes.doc.resolve(from), notes.doc.resolve(to))));
const endOfFirstQuestion = 1 + 'Pregunta 1'.length;

function attempt(state: EditorState, command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean): EditorState {
  let next = state;
  command(state, (tr) => (next = state.apply(tr)));
  return next;
}

test('typing into a heading, deleting from it and making it bold change nothing', () => {
  expect(notes.apply(notes.tr.insertText('x', 3)).doc.eq(notes.doc)).toBe(true);
  expect(notes.apply(notes.tr.delete(2, 4)).doc.eq(notes.doc)).toBe(true);
  expect(attempt(select(1, endOfFirstQuestion), toggleMark(schema.marks['bold']!)).doc.eq(notes.doc)).toBe(true);
});

test('turning it into something else, wrapping it or taking its number changes nothing', () => {
  expect(notes.apply(notes.tr.setBlockType(1, 1, schema.nodes['paragraph']!)).doc.eq(notes.doc)).toBe(true);
  expect(notes.apply(notes.tr.setNodeAttribute(0, 'question', null)).doc.eq(notes.doc)).toBe(true);
  const range = notes.doc.resolve(1).blockRange()!;
  expect(notes.apply(notes.tr.wrap(range, [{ type: schema.nodes['blockquote']! }])).doc.eq(notes.doc)).toBe(true);
});

test('an answer does not merge into its question', () => {
  const state = select(endOfFirstQuestion + 2);
  expect(headings(attempt(state, joinBackward))).toEqual(all);
});

test('a copy is no second question, and a question does not move', () => {
  expect(notes.apply(notes.tr.insert(notes.doc.content.size, question(1))).doc.eq(notes.doc)).toBe(true);
  const first = notes.doc.child(0);
  const moved = notes.tr.delete(0, first.nodeSize);
  moved.insert(moved.doc.content.size, first);
  expect(notes.apply(moved).doc.eq(notes.doc)).toBe(true);
});

test('select all and delete empties the answers and keeps the questions', () => {
  const selected = attempt(notes, selectAll);
  const cleared = selected.apply(deleteAroundQuestions(selected)!);
  expect(headings(cleared)).toEqual(all);
  expect(cleared.doc.textContent).toBe('Pregunta 1Pregunta 2Pregunta 3Pregunta 4');
});

test('a selection from one answer into another keeps what is outside it', () => {
  const from = 1 + 'Pregunta 1'.length + 1 + 1 + 3;
  const state = select(from, notes.doc.content.size - 5);
  const cleared = state.apply(deleteAroundQuestions(state)!);
  expect(headings(cleared)).toEqual(all);
  expect(cleared.doc.textContent.startsWith('Pregunta 1Res')).toBe(true);
  expect(cleared.doc.textContent.endsWith('ta 4')).toBe(true);
  expect(cleared.doc.textContent).not.toContain('Respuesta 2');
  expect(() => cleared.doc.check()).not.toThrow();
});

test('where no question is touched the editor deletes as ever', () => {
  expect(deleteAroundQuestions(select(endOfFirstQuestion + 3, endOfFirstQuestion + 6))).toBeNull();
});

test('Enter after a question and before it makes room around it', () => {
  expect(headings(attempt(select(endOfFirstQuestion), splitBlock))).toEqual(all);
});

test('what others did is never refused', () => {
  const theirs = notes.tr.delete(0, 12).setMeta(ySyncPluginKey, { isChangeOrigin: true });
  expect(headings(notes.apply(theirs))).toEqual(all.slice(1));
});
