// What counts as reading the same: everything a person sees, and nothing of how the history lies in memory.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { visibleContent } from './visible-content.ts';

function written(write: (doc: Y.Doc) => void): Map<string, string> {
  const doc = new Y.Doc();
  write(doc);
  const read = new Y.Doc();
  Y.applyUpdate(read, Y.encodeStateAsUpdate(doc));
  return visibleContent(read);
}
function paragraph(words: string, attributes: Record<string, string> = {}, format: Record<string, boolean> = {}) {
  return (doc: Y.Doc): void => {
    const element = new Y.XmlElement('paragraph');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const text = new Y.XmlText();
    text.insert(0, words, format);
    element.insert(0, [text]);
    doc.getXmlFragment('body').push([element]);
  };
}
const plain = written(paragraph('hola mundo', { id: 'b1' }));

test.each<[string, (doc: Y.Doc) => void]>([
  ['another letter', paragraph('hola mundi', { id: 'b1' })],
  ['another attribute', paragraph('hola mundo', { id: 'b2' })],
  ['an attribute less', paragraph('hola mundo')],
  ['another format', paragraph('hola mundo', { id: 'b1' }, { bold: true })],
  ['another element', (doc) => doc.getXmlFragment('body').push([new Y.XmlElement('heading')])],
  ['nothing at all', () => undefined],
  ['another root', (doc) => doc.getText('elsewhere').insert(0, 'hola mundo')],
  ['an entry of a map', (doc) => doc.getMap('body').set('k', 1)],
])('%s is a difference', (_, write) => {
  expect(written(write)).not.toEqual(plain);
});

test('typed letter by letter, with words that were deleted again, is none', () => {
  const typed = written((doc) => {
    paragraph('', { id: 'b1' })(doc);
    const text = (doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    for (const letter of 'mundo') text.insert(text.length, letter);
    text.insert(0, 'hola cruel ');
    text.delete(4, 6);
    doc.getText('gone').insert(0, 'x');
    doc.getText('gone').delete(0, 1);
  });
  expect(typed).toEqual(plain);
});

test('maps and lists: the values that stand, whatever stood there before', () => {
  const once = written((doc) => {
    doc.getMap('m').set('k', { a: [1, null] });
    doc.getArray('l').push([1, 'dos', Uint8Array.of(3)]);
  });
  const again = written((doc) => {
    doc.getMap('m').set('k', 'before');
    doc.getMap('m').set('other', 1);
    doc.getMap('m').set('k', { a: [1, null] });
    doc.getMap('m').delete('other');
    doc.getArray('l').push([1]);
    doc.getArray('l').push(['dos', Uint8Array.of(3)]);
  });
  expect(again).toEqual(once);
  expect(once.size).toBe(2);
});
