// What was written after a freeze is told block by block: changed, new and taken out; what is the same is left out.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { expect, test } from 'vitest';
import { lateChanges } from './late-blocks.ts';

const doc = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content });
const paragraph = (id: string, text: string, marks: { type: string }[] = []): DocumentJson => ({
  type: 'paragraph',
  attrs: { id },
  content: text === '' ? [] : [{ type: 'text', text, marks }],
});
const frozen = doc(paragraph('a', 'Uno'), paragraph('b', 'Dos: Kʼicheʼ'), paragraph('c', 'Tres'));

test('nothing was written: nothing is told', () => {
  expect(lateChanges(frozen, frozen)).toEqual({ blocks: [], format: false });
});

test('a changed block, a new one after it, and one that was taken out', () => {
  const own = doc(paragraph('a', 'Uno'), paragraph('b', 'Dos: Kʼicheʼ y español'), paragraph('n', 'Cuatro'));
  expect(lateChanges(frozen, own)).toEqual({
    format: false,
    blocks: [
      {
        key: 'b',
        blockId: 'b',
        before: 'Dos: Kʼicheʼ',
        text: 'Dos: Kʼicheʼ y español',
        anchor: { blockId: 'b', text: 'Dos: Kʼicheʼ' },
      },
      { key: 'n', blockId: null, before: '', text: 'Cuatro', anchor: { blockId: 'b', text: 'Dos: Kʼicheʼ' } },
      { key: 'c', blockId: 'c', before: 'Tres', text: '', anchor: { blockId: 'c', text: 'Tres' } },
    ],
  });
});

test('before all others there is nothing it stands after; a block that was emptied counts as taken out', () => {
  const own = doc(paragraph('n', 'Cero'), paragraph('a', ''), paragraph('b', 'Dos: Kʼicheʼ'), paragraph('c', 'Tres'));
  expect(lateChanges(frozen, own).blocks.map(({ key, text, anchor }) => [key, text, anchor?.blockId])).toEqual([
    ['n', 'Cero', undefined],
    ['a', '', 'a'],
  ]);
});

test('the same words in another format are told as that', () => {
  const own = doc(paragraph('a', 'Uno', [{ type: 'bold' }]), paragraph('b', 'Dos: Kʼicheʼ'), paragraph('c', 'Tres'));
  expect(lateChanges(frozen, own)).toEqual({ blocks: [], format: true });
});
