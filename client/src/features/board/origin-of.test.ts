// A proposal made of cards begins with their words and keeps every one of them as its source.
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { expect, test } from 'vitest';
import { originOf } from './origin-of.ts';

const said = (id: string, text: string) => ({ id, text }) as Contribution;

test('each contribution is a line, in the order of the cards, and all are sources', () => {
  const cards = [
    { contributions: [said('a', 'Uno.'), said('b', 'Dos.')] as const },
    { contributions: [said('c', 'Tres.')] as const },
  ];
  expect(originOf(cards)).toEqual({ sources: ['a', 'b', 'c'], text: { problem: 'Uno.\nDos.\nTres.' } });
});

test('what does not fit in a section is left out whole, and stays a source', () => {
  const long = 'x'.repeat(4000);
  const { sources, text } = originOf([{ contributions: [said('a', long), said('b', long), said('c', 'Corto.')] as const }]);
  expect(sources).toEqual(['a', 'b', 'c']);
  expect(text.problem).toBe(`${long}\nCorto.`);
});
