// Time that passes as fast as the test says, for clients and server alike. Import this before anything that keeps the clock: lib0 takes
// hold of `Date.now` when it is loaded, so stock clients must be imported after it.
import { vi } from 'vitest';

vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });

/** Lets so many milliseconds pass, in steps; after each, `settle` waits for what they set off. Timeouts and I/O run in real time. */
export async function pass(milliseconds: number, { step, settle }: { step: number; settle: () => Promise<void> }): Promise<void> {
  for (let left = milliseconds; left > 0; left -= step) {
    vi.advanceTimersByTime(step);
    await settle();
  }
}
