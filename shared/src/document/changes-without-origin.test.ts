// Which changes count, and which of them somebody asked for.
import { expect, test } from 'vitest';
import { changesWithoutOrigin } from './changes-without-origin.ts';
import { compareBodies } from './compare-bodies.ts';
import type { DocumentJson } from './seed.ts';

const paragraph = (id: string, text: string, marks: DocumentJson['marks'] = undefined): DocumentJson => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text, ...(marks && { marks }) }],
});
const doc = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content });
const before = doc(
  paragraph('a', 'Borrador 1, sujeto a observaciones'),
  paragraph('b', 'Una cosa.'),
  paragraph('c', 'Otra.'),
  paragraph('d', 'Sobra todo esto.'),
);
const after = doc(
  paragraph('a', 'Borrador 2, sujeto a observaciones'),
  paragraph('b', 'Una cosa.', [{ type: 'bold' }]),
  paragraph('c', 'Otra distinta.'),
  paragraph('n', 'Algo que nadie pidió.'),
);

test('words that changed, came or went count; a new number and bold letters do not', () => {
  const traced = changesWithoutOrigin(compareBodies(before, after), { origins: new Set(), draftNo: 2 });
  expect([traced.changed, traced.explained]).toEqual([3, 0]);
  expect(traced.changes.map(({ blockId, lineage }) => `${blockId} ${lineage}`)).toEqual(['c edited', 'd retired', 'n new']);
});
test('what has an origin is explained, a retired block too', () => {
  const traced = changesWithoutOrigin(compareBodies(before, after), { origins: new Set(['c', 'd']), draftNo: 2 });
  expect([traced.changed, traced.explained]).toEqual([3, 2]);
  expect(traced.changes.map(({ blockId }) => blockId)).toEqual(['n']);
});
