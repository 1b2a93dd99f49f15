// No ballot is ever worth more than its quota, and totals are the sums of what was given, wherever it moves.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addUp, moveDots, readBallot, sumOf, type Dots } from './ballot.ts';

const names = ['a', 'b', 'c', 'd'];
const choosable = new Set(names);
const anyDots: fc.Arbitrary<Dots> = fc.dictionary(
  fc.constantFrom(...names, 'elsewhere', 'toString', '__proto__'),
  fc.oneof(fc.integer({ min: -2, max: 6 }), fc.double(), fc.constant(Number.MAX_SAFE_INTEGER)),
);
const goodDots: fc.Arbitrary<Dots> = fc.dictionary(fc.constantFrom(...names), fc.nat(5));

test('what is read as a ballot is whole, positive, for what can be chosen, and within the quota', () => {
  fc.assert(
    fc.property(anyDots, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 60 }), (dots, quota, people) => {
      const read = readBallot(dots, { quota, people, choosable });
      if ('refused' in read) return;
      expect(sumOf(read.dots)).toBeLessThanOrEqual(quota * people);
      for (const [cluster, each] of Object.entries(read.dots)) {
        expect(choosable.has(cluster)).toBe(true);
        expect(Number.isInteger(each) && each > 0).toBe(true);
      }
      expect(sumOf(read.dots)).toBe(sumOf(dots));
    }),
  );
});

test('what is within the rules is never refused', () => {
  fc.assert(
    fc.property(goodDots, (dots) => {
      expect(readBallot(dots, { quota: Math.max(1, sumOf(dots)), choosable })).toHaveProperty('dots');
    }),
  );
  expect(readBallot({ a: 4 }, { quota: 3, choosable })).toEqual({ refused: 'dots_over_quota' });
  expect(readBallot({ a: 4 }, { quota: 3, people: 2, choosable })).toEqual({ dots: { a: 4 } });
  expect(readBallot({}, { quota: 3, choosable })).toEqual({ dots: {} });
});

test('totals are sums, in any order, and moving dots along with their clusters loses none', () => {
  fc.assert(
    fc.property(fc.array(goodDots), fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...names)), (ballots, moves) => {
      const totals = addUp(ballots);
      expect(sumOf(totals)).toBe(ballots.reduce((sum, each) => sum + sumOf(each), 0));
      expect(addUp([...ballots].reverse())).toEqual(totals);
      expect(sumOf(moveDots(totals, new Map(Object.entries(moves))))).toBe(sumOf(totals));
    }),
  );
});
