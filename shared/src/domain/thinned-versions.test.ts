// The list of automatic versions grows thinner with age, and never loses the last of its hour or day.
import { expect, test } from 'vitest';
import { versionsTooMany } from './thinned-versions.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** At the full hour and the full day. */
const now = 20_000 * day;
const every = (step: number, { from, to }: { from: number; to: number }) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, no) => ({ id: `${from + no * step}`, at: now - to + no * step }));

test('all of the last day stay', () => {
  expect(versionsTooMany(every(10 * minute, { from: 0, to: day }), now)).toEqual([]);
});

test('after a day the last of each hour, after a month the last of each day', () => {
  const days = every(10 * minute, { from: day, to: 3 * day });
  const gone = new Set(versionsTooMany(days, now));
  const left = days.filter(({ id }) => !gone.has(id));
  expect(left).toHaveLength(48);
  expect(left.every(({ at }) => (at + 10 * minute) % hour === 0)).toBe(true);
  const months = every(hour, { from: 31 * day, to: 41 * day });
  expect(months.length - versionsTooMany(months, now).length).toBe(10);
});

test('what was thinned once stays as it is', () => {
  const days = every(7 * minute, { from: 0, to: 5 * day });
  const gone = new Set(versionsTooMany(days, now));
  expect(
    versionsTooMany(
      days.filter(({ id }) => !gone.has(id)),
      now,
    ),
  ).toEqual([]);
});
