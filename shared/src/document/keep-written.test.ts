// Bringing a text back leaves in it what others wrote into meanwhile, and nothing else of what has to go.
import { expect, test } from 'vitest';
import { keepWritten } from './keep-written.ts';
import type { DocumentJson } from './seed.ts';

const block = (id: string, text: string): DocumentJson => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
const list = (id: string, ...content: DocumentJson[]): DocumentJson => ({ type: 'bulletList', attrs: { id }, content });
const doc = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content });

test('a block somebody writes into stays where it stands; one nobody touched goes', () => {
  const seen = doc(block('a', 'Uno'), block('b', 'Dos'), block('c', 'Tres'));
  const now = doc(block('a', 'Uno'), block('b', 'Dos y algo'), block('c', 'Tres'));
  expect(keepWritten(doc(block('a', 'Antes')), { seen, now })).toEqual(doc(block('a', 'Antes'), block('b', 'Dos')));
});

test('so does an item of a list that is there on both sides', () => {
  const seen = doc(list('l', block('x', 'Uno'), block('y', 'Dos')));
  const now = doc(list('l', block('x', 'Uno'), block('y', 'Dos más')));
  expect(keepWritten(doc(list('l', block('x', 'Uno'))), { seen, now })).toEqual(seen);
});

test('where nobody wrote, it reads as it did', () => {
  const target = doc(block('a', 'Antes'), block('z', 'Fue'));
  const seen = doc(block('a', 'Uno'), block('b', 'Dos'));
  expect(keepWritten(target, { seen, now: seen })).toEqual(target);
});
