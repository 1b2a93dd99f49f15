// Dealing a table into circles: everybody once, fairly, and the same again from the same seed.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealCircles } from './table-people.ts';
import { circles } from './table-session.ts';

const people = fc.uniqueArray(fc.uuid(), { maxLength: 60 });

function sizes(ids: readonly string[], seed: number): number[] {
  const dealt = [...dealCircles(ids, seed).values()];
  return circles.map((circle) => dealt.filter((one) => one === circle).length);
}

const dealt = (ids: readonly string[], seed: number): string[] =>
  Array.from(dealCircles(ids, seed), ([id, circle]) => `${id} ${circle}`).sort();

test('everybody is in one circle, and no circle is larger than another by more than one', () => {
  fc.assert(
    fc.property(people, fc.integer(), (ids, seed) => {
      expect([...dealCircles(ids, seed).keys()].sort()).toEqual([...ids].sort());
      const each = sizes(ids, seed);
      expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
    }),
  );
});

test('the seed alone decides, not the order people came in', () => {
  fc.assert(
    fc.property(people, fc.integer(), (ids, seed) => {
      expect(dealt(ids, seed)).toEqual(dealt([...ids].reverse(), seed));
    }),
  );
});

test('fifteen people are three circles of five, and another seed mixes them otherwise', () => {
  const ids = Array.from({ length: 15 }, (_, each) => `persona ${each}`);
  expect(sizes(ids, 1)).toEqual([5, 5, 5]);
  const different = new Set(Array.from({ length: 20 }, (_, seed) => dealt(ids, seed).join(' ')));
  expect(different.size).toBe(20);
});

test('nobody stays in the same circle for every seed', () => {
  const ids = Array.from({ length: 15 }, (_, each) => `persona ${each}`);
  for (const id of ids) {
    const places = new Set(Array.from({ length: 40 }, (_, seed) => dealCircles(ids, seed).get(id)));
    expect(places.size).toBe(circles.length);
  }
});
