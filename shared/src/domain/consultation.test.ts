// A consultation ends with its last day by Guatemala's calendar, and says how many days are left.
import { expect, test } from 'vitest';
import { consultationEnd, daysLeft } from './consultation.ts';
import { isFrozen, stepOfDraft } from './draft.ts';

const at = (iso: string): number => Date.parse(iso);

test.each([
  ['2026-11-27T19:00:00-06:00', 15, '2026-12-13T00:00:00-06:00'],
  ['2026-11-27T00:00:00-06:00', 1, '2026-11-29T00:00:00-06:00'],
  ['2026-11-27T23:59:59-06:00', 1, '2026-11-29T00:00:00-06:00'],
])('opened %s for %i days it ends %s', (from, days, to) => {
  expect(consultationEnd(at(from), days)).toBe(at(to));
});

test('the days left count down to the last day, which has none left, and then it is over', () => {
  const to = consultationEnd(at('2026-11-27T10:00:00-06:00'), 2);
  const left = (now: string): number | null => daysLeft({ to }, at(now));
  expect(left('2026-11-27T10:00:00-06:00')).toBe(2);
  expect(left('2026-11-28T23:59:00-06:00')).toBe(1);
  expect(left('2026-11-29T00:01:00-06:00')).toBe(0);
  expect(left('2026-11-30T00:00:00-06:00')).toBeNull();
});

test('a draft is frozen from its freeze on, and frozen once', () => {
  expect(isFrozen('planned') || isFrozen('writing')).toBe(false);
  expect(stepOfDraft('freeze').from).toEqual(['writing']);
  for (const state of ['frozen', 'in_consultation', 'consolidating', 'answered'] as const) expect(isFrozen(state)).toBe(true);
});
