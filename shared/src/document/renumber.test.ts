// The copy of a draft says its own number, and nothing else of it changes: not its format, not its authors.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { bodyOf } from './body.ts';
import { renumber } from './renumber.ts';
import { seedUpdate } from './seed.ts';
import { borrador } from './templates/borrador.ts';
import { document, paragraph } from './templates/builder.ts';

function docOf(json: Parameters<typeof seedUpdate>[0]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(json, { clientId: 7 }));
  return doc;
}

test('the line that says which draft it is says the next one, in the same format', () => {
  const doc = docOf(borrador({ draftNo: 9, title: 'Estrategia', text: {} }));
  const before = JSON.stringify(bodyOf(doc));
  expect(renumber(doc, { from: 9, to: 10 })).toBe(true);
  expect(JSON.stringify(bodyOf(doc))).toBe(before.replace('Borrador 9,', 'Borrador 10,'));
  expect(doc.store.clients.get(doc.clientID)?.reduce((length, struct) => length + struct.length, 0)).toBe(2);
});

test.each(['Borrador 10, sujeto a observaciones', 'Sin número'])('%s does not speak of number 1', (line) => {
  const doc = docOf(document(paragraph(line)));
  const before = JSON.stringify(bodyOf(doc));
  expect(renumber(doc, { from: 1, to: 2 })).toBe(false);
  expect(JSON.stringify(bodyOf(doc))).toBe(before);
});
