// The blocks words came through: across copies of copies, merges, and blocks that are gone, and never round in a circle.
import { expect, test } from 'vitest';
import { attributesIn, derivations, lineOf, whereWordsStand } from './derived-from.ts';

const body = {
  type: 'doc',
  content: [
    { type: 'paragraph', attrs: { id: 'c', derivedFrom: 'b x' } },
    {
      type: 'bulletList',
      attrs: { id: 'l', derivedFrom: null },
      content: [{ type: 'listItem', attrs: { id: 'b', derivedFrom: 'a' } }],
    },
  ],
};

test('it follows copies of copies and both sides of a merge, through blocks that are no longer there', () => {
  const from = derivations(attributesIn(body));
  expect(Object.fromEntries(from)).toEqual({ c: ['b', 'x'], b: ['a'] });
  expect(lineOf('c', from)).toEqual(['c', 'b', 'x', 'a']);
  expect(lineOf('l', from)).toEqual(['l']);
});

test('words of a block that is gone stand where it was merged into or copied to; what stands is first where it is', () => {
  expect(Object.fromEntries(whereWordsStand(attributesIn(body)))).toEqual({
    ...{ c: ['c'], l: ['l'] },
    b: ['b', 'c'],
    x: ['c'],
    a: ['c', 'b'],
  });
});

test('a circle, which two copies at the same moment could make, ends', () => {
  expect(
    lineOf(
      'a',
      new Map([
        ['a', ['b']],
        ['b', ['a']],
      ]),
    ),
  ).toEqual(['a', 'b']);
});
