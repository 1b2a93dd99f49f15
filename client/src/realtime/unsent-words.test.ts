// What is counted as unsent, over documents and their generations.
import { expect, test } from 'vitest';
import { unsentIn } from './unsent-words.ts';

test('changes of a document are counted over its generations, and documents without any are left out', () => {
  expect(
    unsentIn([
      { documentId: 'lab.borrador-1', pending: 3 },
      { documentId: 'lab.mesa-5', pending: 0 },
      { documentId: 'lab.borrador-1', pending: 2 },
      { documentId: 'lab.mesa-1', pending: 1 },
    ]),
  ).toEqual([
    { documentId: 'lab.borrador-1', changes: 5 },
    { documentId: 'lab.mesa-1', changes: 1 },
  ]);
  expect(unsentIn([])).toEqual([]);
});
