// What time it is on the server: every screen of a table shows the same clock, also on a phone whose own is wrong.

interface Reading {
  /** Milliseconds to add to `performance.now()`, which no one sets and which never jumps. */
  readonly offset: number;
  /** How far it may be off: half the time the answer took. */
  readonly doubt: number;
  readonly at: number;
}

/** Milliseconds after which a reading is worth a millisecond less: the clocks of two machines drift apart. */
const drift = 10_000;

let best: Reading | null = null;

/**
 * Takes note of what an answer of the server said of the time. The reading least in doubt counts, and slowly grows old; it is given up at
 * once where the new one cannot be true beside it: on many phones `performance.now()` stands still while they sleep.
 */
export function hearServerTime(now: number, { asked, answered }: { asked: number; answered: number }): void {
  const reading = { offset: now - (asked + answered) / 2, doubt: (answered - asked) / 2, at: answered };
  if (best === null) {
    best = reading;
    return;
  }
  const aged = best.doubt + (answered - best.at) / drift;
  const slept = Math.abs(reading.offset - best.offset) > reading.doubt + aged;
  if (slept || reading.doubt <= aged) best = reading;
}

/** Milliseconds since 1970 by the server's clock; by this device's until the server has said. */
export function serverNow(): number {
  return best === null ? Date.now() : performance.now() + best.offset;
}
