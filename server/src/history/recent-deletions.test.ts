// What counts as one deletion: what lies within the window, without the slight corrections before it.
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { RecentDeletions } from './recent-deletions.ts';

const rangesOf = (update: Uint8Array) =>
  [...Y.decodeUpdate(update).ds.clients].flatMap(([client, items]) => items.map(({ clock, len }) => [client, clock, len]));

test('deletions older than the window are forgotten, and what was told too', () => {
  const recent = new RecentDeletions(60_000);
  recent.add({ seq: 5, at: 0, ranges: [1, 0, 400] });
  recent.add({ seq: 9, at: 59_000, ranges: [1, 400, 300, 2, 0, 100] });
  expect(recent.now()).toMatchObject({ before: 4, until: 9, at: 59_000, count: 800 });
  recent.add({ seq: 12, at: 61_000, ranges: [2, 100, 50] });
  expect(recent.now()).toMatchObject({ before: 8, until: 12, count: 450 });
  recent.forgetUpTo(9);
  expect(recent.count).toBe(50);
  recent.forgetUpTo(12);
  expect(recent.now()).toBeNull();
});

test('a word mended before everything was deleted is no part of it', () => {
  const recent = new RecentDeletions(60_000);
  recent.add({ seq: 3, at: 1, ranges: [1, 10, 4] });
  recent.add({ seq: 8, at: 2, ranges: [1, 20, 900] });
  const now = recent.now();
  expect(now).toMatchObject({ before: 7, until: 8, count: 900 });
  expect(rangesOf(now?.update ?? new Uint8Array())).toEqual([[1, 20, 900]]);
});
