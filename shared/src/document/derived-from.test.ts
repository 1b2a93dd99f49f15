// The line of blocks words came through: across copies of copies and blocks that are gone, and never round in a circle.
import { expect, test } from 'vitest';
import { attributesIn, derivations, lineOf } from './derived-from.ts';

test('it follows copies of copies, through blocks that are no longer there', () => {
  const body = {
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { id: 'c', derivedFrom: 'b' } },
      {
        type: 'bulletList',
        attrs: { id: 'l', derivedFrom: null },
        content: [{ type: 'listItem', attrs: { id: 'b', derivedFrom: 'a' } }],
      },
    ],
  };
  const from = derivations(attributesIn(body));
  expect([...from]).toEqual([
    ['c', 'b'],
    ['b', 'a'],
  ]);
  expect(lineOf('c', from)).toEqual(['c', 'b', 'a']);
  expect(lineOf('l', from)).toEqual(['l']);
});

test('a circle, which two copies at the same moment could make, ends', () => {
  expect(
    lineOf(
      'a',
      new Map([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ),
  ).toEqual(['a', 'b']);
});
