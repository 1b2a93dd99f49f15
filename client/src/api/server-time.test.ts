// The clock of a table on a phone whose own clock is wrong: the server's seconds, whatever the device believes.
import { clockFace, faceInDigits } from '@cocrea/shared/domain/clock-face.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const hour = 3_600_000;
const serverStart = 1_800_000_000_000;
const clock = { endsAt: serverStart + 20 * 60_000, left: null };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  vi.resetModules();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A device whose own clock is off by this much, that has just heard the server. */
async function device(off: number): Promise<() => string> {
  vi.setSystemTime(serverStart + off);
  const { hearServerTime, serverNow } = await import('./server-time.ts');
  const asked = performance.now();
  vi.advanceTimersByTime(80);
  hearServerTime(serverStart + 40, { asked, answered: performance.now() });
  return () => {
    const face = clockFace(clock, serverNow());
    return face.state === 'none' ? '' : faceInDigits(face);
  };
}

test.each([0, hour, -hour, 400 * 24 * hour])(
  'a phone that is %i ms off shows the same seconds, ten minutes later too',
  async (off) => {
    const shown = await device(off);
    expect(shown()).toBe('20:00');
    vi.advanceTimersByTime(10 * 60_000);
    expect(shown()).toBe('10:00');
    // Somebody sets the phone's clock meanwhile: nothing jumps.
    vi.setSystemTime(0);
    expect(shown()).toBe('10:00');
  },
);
