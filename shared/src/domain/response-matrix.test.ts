// Totals are sums of rows, and few are not told.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actorKinds } from './actor-kind.ts';
import { dispositions } from './observation.ts';
import { matrixTotals, toldCount } from './response-matrix.ts';

test('every observation is counted once, in its row and in the sum', () => {
  const one = fc.record({ actorKind: fc.constantFrom(...actorKinds), disposition: fc.constantFrom(...dispositions, null) });
  fc.assert(
    fc.property(fc.array(one), (observations) => {
      const rows = matrixTotals(observations);
      const sum = rows.at(-1);
      expect(sum?.actorKind).toBeNull();
      expect(sum?.total).toBe(observations.length);
      for (const { counts, total } of rows) expect(counts.reduce((all, count) => all + count, 0)).toBe(total);
      expect(rows.slice(0, -1).every(({ total }) => total > 0)).toBe(true);
    }),
  );
});
test.each([
  [0, true, 0],
  [1, true, null],
  [4, true, null],
  [5, true, 5],
  [1, false, 1],
])('%i in public %s is told as %s', (count, isPublic, told) => {
  expect(toldCount(count, { isPublic })).toBe(told);
});
