// The computation of scale: by hand where that is easy, by direction where it is not, its figures against the source they are taken from, and its page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { repository } from '../support/server.ts';
import { loads, scalePage } from './scale-page.ts';
import { figures, framesToEach, mostOnOneServer, needsOf, type Load } from './scale.ts';

const hall: Load = {
  name: 'hall',
  people: 201,
  rooms: 1,
  writing: 0.1,
  keysPerSecond: 2.5,
  textBytes: 1_000_000,
  hoursPerYear: 100,
};

test('a room of two hundred and one, by hand', () => {
  // 20.1 writers × 2.5 = 50.25 keys a second to 200 others: 10,050 a second, so 20 frames each; the bench measured 0.12 core of that without cursors.
  const { cores, gigabits, diskGBPerYear, servers, isSpread } = needsOf(hall);
  const withoutCursors = cores - (20.1 * 2 * figures.move.value) / 1_000_000;
  expect(withoutCursors).toBeCloseTo((4_000 * 30 + 50.25 * 8) / 1_000_000, 6);
  expect(gigabits).toBeCloseTo(((4_000 * 95 + 50.25 * 200 * 28) * 8) / 1e9, 6);
  expect(diskGBPerYear).toBeCloseTo((50.25 * 28 * 360_000) / 1e9, 6);
  expect([servers, isSpread]).toEqual([1, false]);
});

test('what was measured comes out again: 0.12 core for 200 readers of 50 keys, 0.053 for 300 rooms of three', () => {
  const quiet = { ...hall, people: 201, writing: 1 / 201, keysPerSecond: 50 };
  expect(needsOf(quiet).cores).toBeCloseTo(0.12, 2);
  // 300 rooms × 3 people × 2 others, each key a frame of 29.5 µs.
  const rooms = needsOf({ ...hall, people: 3, rooms: 300, writing: 1, keysPerSecond: 1 });
  const moves = (900 * 2 * figures.move.value) / 1_000_000;
  expect((rooms.cores - moves) / 1_800).toBeCloseTo(34e-6, 6);
});

test.each([
  [100, 1, 1],
  [100, 50, 50],
  [200, 50, 20],
  [1_000, 50, 10],
  [10, 100_000, 100_000],
  [100, 26, 26],
  [40, 70, 62.5],
])('%i people and %i keys a second are %i frames to each', (people, keys, frames) => {
  expect(framesToEach({ people, keys })).toBe(frames);
});

test('more of anything never needs less', () => {
  for (const load of loads) {
    const needs = needsOf(load);
    for (const more of [
      { people: load.people * 3 },
      { rooms: load.rooms * 3 },
      { writing: load.writing * 2 },
      { keysPerSecond: 9 },
    ]) {
      const then = needsOf({ ...load, ...more });
      for (const name of ['gigabits', 'memoryGB', 'diskGBPerYear', 'servers'] as const)
        expect([load.name, name, then[name] >= needs[name]]).toEqual([load.name, name, true]);
    }
  }
});

test('one more than fits on one server needs two', () => {
  for (const load of loads) {
    const most = mostOnOneServer(load);
    expect(needsOf({ ...load, people: most }).servers).toBe(1);
    expect(needsOf({ ...load, people: most + 1 }).servers).toBeGreaterThan(1);
  }
});

test('windows and pauses are those of the source', () => {
  const relay = readFileSync(join(repository, 'server/src/realtime/relay.ts'), 'utf8');
  for (const window of ['from: 30_000, wait: 100', 'from: 8_000, wait: 50', 'from: 2_500, wait: 16', 'few = 10'])
    expect(relay).toContain(window);
  const pace = readFileSync(join(repository, 'server/src/realtime/commit-pace.ts'), 'utf8');
  for (const pause of ['quiet = 200', 'busy = 2_000', 'longestAlone = 2', 'longest = 10', 'manyRooms = 200'])
    expect(pace).toContain(`const ${pause};`);
});

test('a letter typed into a text takes the bytes it is said to take', () => {
  const doc = new Y.Doc();
  const text = doc.getText('default');
  text.insert(0, 'palabras '.repeat(10_000));
  const sizes: number[] = [];
  doc.on('update', (update: Uint8Array) => void sizes.push(update.length));
  for (let at = 0; at < 2_000; at += 1) text.insert(500 + at, 'a');
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  expect(mean).toBeGreaterThan(figures.keyBytes.value * 0.7);
  expect(mean).toBeLessThan(figures.keyBytes.value * 1.3);
});

test('docs/scale.md is what it writes', () => {
  expect(readFileSync(join(repository, 'docs/scale.md'), 'utf8')).toBe(scalePage());
});
