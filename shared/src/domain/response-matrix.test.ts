// Totals are sums of rows, and few are not told.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actorKinds } from './actor-kind.ts';
import { dispositions, lacksOf, toldAnswer, type Observation } from './observation.ts';
import { everyRow, filterMatrix, matrixTotals, toldCount } from './response-matrix.ts';

test('every observation is counted once, in its row and in the sum', () => {
  const one = fc.record({
    actorKind: fc.constantFrom(...actorKinds),
    disposition: fc.constantFrom(...dispositions, null),
    response: fc.constantFrom('Sí.', ' ', null),
  });
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
test('what the matrix counts and shows as without an answer is what the desk of consolidation still has to answer', () => {
  const said = fc.record({
    actorKind: fc.constantFrom(...actorKinds),
    disposition: fc.constantFrom(...dispositions, null),
    response: fc.constantFrom('Sí.', '', null),
    original: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), (all) => {
      const observations = all.map(({ original, ...one }, at) => ({
        ...{ ...one, id: String(at), folio: String(at), kind: 'form', section: '', quote: '', justification: '' },
        ...{ proposedText: null, onBehalfOf: null, destinations: [] },
        duplicateOf: one.disposition === 'duplicate' ? String(original % all.length) : null,
        // Of a duplicate nothing is kept but of which.
        response: one.disposition === 'duplicate' ? null : one.response,
      })) as unknown as (Observation & { section: string })[];
      const parentOf = (id: string): Observation | undefined => observations.find((one) => one.id === id);
      const lacking = observations
        .filter((one) => /^(?:disposition|response)$/.test(lacksOf(one, { parentOf, stands: () => true }) ?? ''))
        .map(({ id }) => id);
      const rows = observations.map((one) => ({ ...one, ...toldAnswer(one, { parentOf }) }));
      expect(filterMatrix(rows, { ...everyRow, disposition: 'none' }).map(({ id }) => id)).toEqual(lacking);
      expect(matrixTotals(rows).at(-1)?.counts.at(-1)).toBe(lacking.length);
      for (const [column, disposition] of dispositions.entries())
        expect(filterMatrix(rows, { ...everyRow, disposition }).length).toBe(matrixTotals(rows).at(-1)?.counts[column]);
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
