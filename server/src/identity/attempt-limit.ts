// How often something may be tried and fail: guesses at passwords and codes. What succeeds is given back, so that a hall full of people
// who come in rightly never runs into it.
import { AppError } from '@cocrea/shared/errors.ts';

export interface AttemptLimit {
  /** Counts an attempt; AppError `rate_limited` with the `seconds` to wait when there were too many. Call what it returns on success. */
  attempt(key: string): () => void;
}

/** Beyond so many keys the oldest are forgotten: an attacker with many addresses must not fill memory. */
const keysKept = 50_000;

export function createAttemptLimit(limit: { most: number; milliseconds: number; now: () => number }): AttemptLimit {
  const { most, milliseconds, now } = limit;
  const windows = new Map<string, { used: number; readonly ends: number }>();
  return {
    attempt: (key) => {
      const at = now();
      let window = windows.get(key);
      if (window === undefined || window.ends <= at) {
        windows.delete(key);
        const oldest = windows.size >= keysKept ? windows.keys().next().value : undefined;
        if (oldest !== undefined) windows.delete(oldest);
        window = { used: 0, ends: at + milliseconds };
        windows.set(key, window);
      }
      if (window.used >= most) throw new AppError('rate_limited', { seconds: Math.ceil((window.ends - at) / 1000) });
      window.used += 1;
      const counted = window;
      return () => {
        counted.used -= 1;
      };
    },
  };
}
