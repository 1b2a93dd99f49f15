// When a deletion is told: more than the share, and never of a few words.
import { expect, test } from 'vitest';
import { goneInPercent, isMassDeletion } from './mass-deletion.ts';

const rule = { percent: 50, least: 500 };

test('more than half, and at least so many characters', () => {
  expect(isMassDeletion({ characters: 2_000, gone: 1_001 }, rule)).toBe(true);
  expect(isMassDeletion({ characters: 2_000, gone: 1_000 }, rule)).toBe(false);
  expect(isMassDeletion({ characters: 499, gone: 499 }, rule)).toBe(false);
  expect(isMassDeletion({ characters: 500, gone: 500 }, rule)).toBe(true);
});

test('a share is told in whole percents', () => {
  expect(goneInPercent({ characters: 3, gone: 2 })).toBe(67);
  expect(goneInPercent({ characters: 0, gone: 0 })).toBe(0);
});
