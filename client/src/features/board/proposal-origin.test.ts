// What is said of the way to go opens the action of a proposal, everything else its problem; all of it stays linked.
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { expect, test } from 'vitest';
import { proposalOrigin } from './proposal-origin.ts';

const said = (id: string, question: number): Contribution => ({ id, question, text: `dicho ${id}` }) as Contribution;

test('contributions of the last question open the action, the others the problem, in the order they were chosen', () => {
  expect(proposalOrigin([said('a', 2), said('b', 4), said('c', 1)])).toEqual({
    sources: ['a', 'b', 'c'],
    text: { problem: 'dicho a\ndicho c', action: 'dicho b' },
  });
  expect(proposalOrigin([said('a', 4)])).toEqual({ sources: ['a'], text: { action: 'dicho a' } });
});

test('what does not fit in a section is left out whole, and stays a source', () => {
  const long = 'x'.repeat(4000);
  const said = (id: string, text: string) => ({ id, text, question: 1 }) as Contribution;
  const { sources, text } = proposalOrigin([said('a', long), said('b', long), said('c', 'Corto.')]);
  expect(sources).toEqual(['a', 'b', 'c']);
  expect(text.problem).toBe(`${long}\nCorto.`);
});
