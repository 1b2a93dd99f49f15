// The server's time on a phone that slept: its own clocks stood still, and the next answer sets them right, however slow it was.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const start = 1_800_000_000_000;
const hour = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  vi.resetModules();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An answer that took so long, and whatever the server says at half of it. */
async function hear(serverTime: number, took: number): Promise<() => number> {
  const { hearServerTime, serverNow } = await import('./server-time.ts');
  const asked = performance.now();
  vi.advanceTimersByTime(took);
  hearServerTime(serverTime + took / 2, { asked, answered: performance.now() });
  return serverNow;
}

test('a phone that slept an hour shows the server’s time with the first answer, although the one before was quicker', async () => {
  await hear(start, 20);
  // Asleep: an hour passes everywhere but here.
  const now = await hear(start + hour, 900);
  expect(now()).toBe(start + hour + 900);
});

test('a slower answer that agrees with a quicker one changes nothing', async () => {
  await hear(start, 20);
  const now = await hear(start + 20 + 5, 900);
  expect(now()).toBe(start + 20 + 900);
});
