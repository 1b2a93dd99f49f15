// When another person makes a heading of the paragraph one writes in, one goes on writing where one was.
import { createSchema } from '@cocrea/shared/document/schema.ts';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import { KeepCaret } from './keep-caret.ts';

const schema = createSchema();
const block = (type: 'paragraph' | 'heading', id: string, text: string): Node =>
  schema.node(type, { id, ...(type === 'heading' && { level: 2 }) }, text ? [schema.text(text)] : []);
const plugins = (KeepCaret.config.addProseMirrorPlugins as unknown as (this: { editor?: Editor }) => Plugin[]).call({});

function at(caret: number, ...blocks: Node[]): EditorState {
  const state = EditorState.create({ doc: schema.node('doc', null, blocks), plugins });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, caret)));
}
/** The whole text anew, as the binding draws it, with the caret at the end of it: what happens where it has lost the place. */
function drawn(state: EditorState, ...blocks: Node[]): EditorState {
  const tr = state.tr.replaceWith(0, state.doc.content.size, blocks).setMeta(ySyncPluginKey, { isChangeOrigin: true });
  return state.apply(tr.setSelection(TextSelection.atEnd(tr.doc)));
}
const placeOf = ({ selection }: EditorState) => `${String(selection.$head.parent.attrs['id'])}:${selection.$head.parentOffset}`;

const first = block('paragraph', 'a', 'uno');
const last = block('paragraph', 'c', 'fin');

test('the caret goes on in the block that has the id of the old one', () => {
  const state = at(5 + 1 + 3, first, block('paragraph', 'b', 'segundo'), last);
  expect(placeOf(state)).toBe('b:3');
  expect(placeOf(drawn(state, first, block('heading', 'b', 'segundo'), last))).toBe('b:3');
  const item = schema.node('bulletList', null, [schema.node('listItem', null, [block('paragraph', 'b', 'segundo')])]);
  expect(placeOf(drawn(state, first, item, last))).toBe('b:3');
});

test('it waits for words that are put back a moment later, and stands after them', () => {
  const state = at(5 + 1 + 7, first, block('paragraph', 'b', 'segundo'), last);
  const without = drawn(state, first, block('heading', 'b', 'segu'), last);
  expect(placeOf(without)).toBe('b:4');
  expect(placeOf(drawn(without, first, block('heading', 'b', 'segundo'), last))).toBe('b:7');
});

test('it no longer waits once the person has typed or moved', () => {
  const state = at(5 + 1 + 7, first, block('paragraph', 'b', 'segundo'), last);
  const without = drawn(state, first, block('heading', 'b', 'segu'), last);
  const typed = without.apply(without.tr.insertText('x'));
  expect(placeOf(typed)).toBe('b:5');
  const tr = typed.tr.insertText('uno ', 1).setMeta(ySyncPluginKey, { isChangeOrigin: true });
  expect(placeOf(typed.apply(tr))).toBe('b:5');
});

test('where the block stays, the binding’s own place stands; where it is gone too', () => {
  const state = at(5 + 1 + 3, first, block('paragraph', 'b', 'segundo'), last);
  const tr = state.tr.insertText('El ', 6).setMeta(ySyncPluginKey, { isChangeOrigin: true });
  expect(placeOf(state.apply(tr))).toBe('b:6');
  expect(placeOf(drawn(state, first, last))).toBe('c:3');
});
