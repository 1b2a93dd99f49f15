// The clock of a table: kept by the server as one moment, so that every screen shows the same and a restart stops nothing.
import * as z from 'zod/mini';

/**
 * Running: `endsAt` says when the time is over (milliseconds since 1970, the server's). Standing: `left` says how many milliseconds
 * remain. Neither: the phase has no clock.
 */
export const TableClock = z.object({ endsAt: z.nullable(z.number()), left: z.nullable(z.number()) });
export type TableClock = z.infer<typeof TableClock>;

export const noClock: TableClock = { endsAt: null, left: null };

const minute = 60_000;
/** Longest time a phase may be given, in minutes. */
export const clockMinutesLimit = 240;

export const clockChanges = ['start', 'extend', 'pause', 'resume', 'stop'] as const;
export const ClockChange = z.enum(clockChanges);
export type ClockChange = z.infer<typeof ClockChange>;

/** Milliseconds left; negative where the time is over. Null without a clock. */
export function leftOf({ endsAt, left }: TableClock, now: number): number | null {
  return endsAt === null ? left : endsAt - now;
}

/**
 * The clock after a change. `minutes` is what `start` gives and what `extend` adds: to what is left, or to now where the time was over.
 * A change that does not fit (pausing what stands) leaves it as it is.
 */
export function changeClock(
  clock: TableClock,
  { change, minutes, now }: { change: ClockChange; minutes: number; now: number },
): TableClock {
  const given = Math.min(Math.max(minutes, 0), clockMinutesLimit) * minute;
  switch (change) {
    case 'start':
      return { endsAt: now + given, left: null };
    case 'extend': {
      const left = Math.max(leftOf(clock, now) ?? 0, 0) + given;
      return clock.left === null ? { endsAt: now + left, left: null } : { endsAt: null, left };
    }
    case 'pause':
      return clock.endsAt === null ? clock : { endsAt: null, left: Math.max(clock.endsAt - now, 0) };
    case 'resume':
      return clock.left === null ? clock : { endsAt: now + clock.left, left: null };
    case 'stop':
      return noClock;
  }
}
