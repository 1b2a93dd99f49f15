// Edits of the house leave alone what they do not change, and meet what people type at the same moment.
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { BodyEdit } from './body-edit.ts';
import { editBody } from './edit-body.ts';
import { longestRising } from './longest-rising.ts';
import { bodyField } from './schema.ts';
import { seedUpdate, type DocumentJson } from './seed.ts';

const words = (text: string): DocumentJson[] => (text === '' ? [] : [{ type: 'text', text }]);
const paragraph = (id: string, text: string): DocumentJson => ({ type: 'paragraph', attrs: { id }, content: words(text) });
const doc = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content });
const list = (id: string, ...items: [string, string][]): DocumentJson => ({
  type: 'bulletList',
  attrs: { id },
  content: items.map(([item, text]) => ({
    type: 'listItem',
    attrs: { id: item },
    content: [paragraph(`${item}p`, text)],
  })),
});

function opened(json: DocumentJson): Y.Doc {
  const made = new Y.Doc();
  Y.applyUpdate(made, seedUpdate(json, { clientId: 1 }));
  return made;
}
/** Blocks with words as `id: words`, those in a list with a dash. */
function read(of: Y.Doc): string[] {
  const lines: string[] = [];
  const walk = (node: DocumentJson, inList: boolean): void => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      const text = (node.content ?? []).map((child) => child.text ?? '').join('');
      lines.push(`${inList ? '- ' : ''}${String(node.attrs?.['id'])}: ${text}`);
      return;
    }
    for (const child of node.content ?? []) walk(child, inList || node.type === 'listItem');
  };
  walk(yXmlFragmentToProsemirrorJSON(of.getXmlFragment(bodyField)) as DocumentJson, false);
  return lines;
}
function edited(json: DocumentJson, edit: BodyEdit): string[] {
  const made = opened(json);
  expect(editBody(made, edit)).toBe(true);
  return read(made);
}

const text = doc(paragraph('a', 'uno'), list('l', ['i', 'dos'], ['j', 'tres']), paragraph('b', ''));

test('words go to the end of a block, with a space between where there is none', () => {
  expect(edited(text, { kind: 'append', blockId: 'a', text: 'más' })[0]).toBe('a: uno más');
  expect(edited(text, { kind: 'append', blockId: 'b', text: 'más' }).at(-1)).toBe('b: más');
  expect(edited(text, { kind: 'append', blockId: 'l', text: 'más' })).toContain('- jp: tres más');
});
test('new paragraphs go after a block, and after an item as items', () => {
  const paragraphs = [
    { id: 'n', text: 'nuevo' },
    { id: 'm', text: 'otro' },
  ];
  expect(edited(text, { kind: 'insert_after', blockId: 'a', paragraphs })).toEqual([
    'a: uno',
    'n: nuevo',
    'm: otro',
    '- ip: dos',
    '- jp: tres',
    'b: ',
  ]);
  for (const blockId of ['i', 'ip']) {
    expect(edited(text, { kind: 'insert_after', blockId, paragraphs }).slice(1, 5)).toEqual([
      '- ip: dos',
      '- n: nuevo',
      '- m: otro',
      '- jp: tres',
    ]);
  }
});
test('a block that is not there changes nothing', () => {
  const made = opened(text);
  const before = Y.encodeStateAsUpdate(made);
  expect(editBody(made, { kind: 'append', blockId: 'z', text: 'más' })).toBe(false);
  expect(editBody(made, { kind: 'insert_after', blockId: 'z', paragraphs: [{ id: 'n', text: 'x' }] })).toBe(false);
  expect(Y.encodeStateAsUpdate(made)).toEqual(before);
});
test('reading like an earlier body keeps what others type meanwhile into the blocks that stay', () => {
  const ana = opened(doc(paragraph('a', 'uno'), paragraph('c', 'sobra'), paragraph('b', 'dos')));
  const house = new Y.Doc();
  Y.applyUpdate(house, Y.encodeStateAsUpdate(ana));
  const first = ana.getXmlFragment(bodyField).get(0) as Y.XmlElement;
  (first.get(0) as Y.XmlText).insert(3, ' y medio');
  editBody(house, { kind: 'read_like', body: doc(paragraph('n', 'antes'), paragraph('a', 'uno'), paragraph('b', 'dos bis')) });
  Y.applyUpdate(house, Y.encodeStateAsUpdate(ana));
  expect(read(house)).toEqual(['n: antes', 'a: uno y medio', 'b: dos bis']);
});
test('whatever the two bodies are, the text reads like the other after it', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const body = fc
    .uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
    .chain((chosen) =>
      fc
        .array(fc.constantFrom('', 'uno', 'uno dos', 'tres ñandú'), { minLength: chosen.length, maxLength: chosen.length })
        .map((texts) =>
          doc(
            ...chosen.map((id, at) =>
              id > 'd' ? list(id, [`${id}1`, texts[at] ?? ''], [`${id}2`, 'x']) : paragraph(id, texts[at] ?? ''),
            ),
          ),
        ),
    );
  fc.assert(
    fc.property(body, body, (before, after) => {
      const made = opened(before);
      editBody(made, { kind: 'read_like', body: after });
      expect(read(made)).toEqual(read(opened(after)));
    }),
    { numRuns: 200 },
  );
});
test('the longest rising run', () => {
  expect(longestRising([2, -1, 0, 1, 5, 3, 4]).map(({ value }) => value)).toEqual([0, 1, 3, 4]);
  expect(longestRising([])).toEqual([]);
});
