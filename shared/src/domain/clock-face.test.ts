// What the clock of a table shows: whole seconds that change at the same moment everywhere, and what is said aloud.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { announcement, clockFace, faceInDigits, untilNextTick } from './clock-face.ts';

const minute = 60_000;
const at = 1_800_000_000_000;
const running = (left: number) => ({ endsAt: at + left, left: null });
const digits = (left: number) => {
  const face = clockFace(running(left), at);
  return face.state === 'none' ? '' : `${face.state} ${faceInDigits(face)}`;
};

test.each([
  [20 * minute, 'running 20:00'],
  [20 * minute - 1, 'running 20:00'],
  [19 * minute + 59_000, 'running 19:59'],
  [1, 'running 0:01'],
  [0, 'over 0:00'],
  [-999, 'over 0:00'],
  [-65_000, 'over 1:05'],
])('%i milliseconds are %s', (left, shown) => expect(digits(left)).toBe(shown));

test('a clock that stands shows what is left, and none shows nothing', () => {
  expect(clockFace({ endsAt: null, left: 90_000 }, at)).toEqual({ state: 'standing', minutes: 1, seconds: 30 });
  expect(clockFace({ endsAt: null, left: null }, at)).toEqual({ state: 'none' });
  expect(untilNextTick({ endsAt: null, left: 90_000 }, at)).toBeNull();
});

test('at the next tick the face has changed, and a moment before it has not', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5 * minute, max: 240 * minute }), (left) => {
      const clock = running(left);
      const wait = untilNextTick(clock, at) ?? 0;
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(1000);
      if (wait > 1) expect(clockFace(clock, at + wait - 1)).toEqual(clockFace(clock, at));
      expect(clockFace(clock, at + wait)).not.toEqual(clockFace(clock, at));
    }),
  );
});

test('five minutes, one minute and the end are announced, and nothing in between', () => {
  expect(announcement(running(5 * minute), at)).toBe(5);
  expect(announcement(running(5 * minute - 9_000), at)).toBe(5);
  expect(announcement(running(4 * minute), at)).toBeNull();
  expect(announcement(running(minute), at)).toBe(1);
  expect(announcement(running(30_000), at)).toBeNull();
  expect(announcement(running(0), at)).toBe('over');
  expect(announcement({ endsAt: null, left: minute }, at)).toBeNull();
});
