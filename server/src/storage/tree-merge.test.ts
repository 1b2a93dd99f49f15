// What a merged update must say: exactly what its parts said, however many there were.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { treeMerge } from './tree-merge.ts';

function writing(keys: number): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText('t');
  for (let key = 0; key < keys; key += 1) {
    if (key % 7 === 6) text.delete(key % text.length, 1);
    else text.insert(key % (text.length + 1), String.fromCharCode(97 + (key % 26)));
  }
  return { doc, updates };
}

function textOf(update: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc.getText('t').toString();
}

test.each([1, 2, 63, 64, 65, 4096, 4097])('%i updates merge into one that says the same', (count) => {
  const { doc, updates } = writing(count);
  expect(updates).toHaveLength(count);
  const merged = treeMerge(updates);
  expect(textOf(merged)).toBe(doc.getText('t').toString());
  expect(Y.encodeStateVectorFromUpdate(merged)).toEqual(Y.encodeStateVector(doc));
});

test('nothing merges into an update that says nothing', () => {
  expect(textOf(treeMerge([]))).toBe('');
});

test('two people writing at once merge into what both wrote, in either order', () => {
  const one = writing(100);
  const other = writing(100);
  const there = treeMerge([...one.updates, ...other.updates]);
  const back = treeMerge([...other.updates, ...one.updates]);
  expect(textOf(there)).toBe(textOf(back));
  expect(textOf(there)).toHaveLength(one.doc.getText('t').length + other.doc.getText('t').length);
});
