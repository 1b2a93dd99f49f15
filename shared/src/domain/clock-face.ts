// What the clock of a table shows: whole seconds, the same on every screen at the same moment, and when it changes next.
import { leftOf, type TableClock } from './table-clock.ts';

const second = 1000;

export type ClockFace =
  | { readonly state: 'none' }
  | { readonly state: 'running' | 'standing' | 'over'; readonly minutes: number; readonly seconds: number };

/** `now` is the server's, in milliseconds since 1970. A clock that is over shows how long it has been. */
export function clockFace(clock: TableClock, now: number): ClockFace {
  const left = leftOf(clock, now);
  if (left === null) return { state: 'none' };
  const over = left <= 0;
  // A second is shown until it is over: 20:00 stays a whole second, and 0:00 is never shown while there is time.
  const whole = over ? Math.floor(Math.abs(left) / second) : Math.ceil(left / second);
  const state = over ? 'over' : clock.endsAt === null ? 'standing' : 'running';
  return { state, minutes: Math.floor(whole / 60), seconds: whole % 60 };
}

/** Milliseconds until the face changes; null for a clock that stands. Between two ticks no screen differs from another. */
export function untilNextTick({ endsAt }: TableClock, now: number): number | null {
  if (endsAt === null) return null;
  const past = (((endsAt - now) % second) + second) % second;
  return past === 0 ? second : past;
}

/** `4:05` */
export function faceInDigits({ minutes, seconds }: { minutes: number; seconds: number }): string {
  return `${minutes}:${String(seconds).padStart(2, '0')}`;
}

/** The moments that are said aloud, in minutes left: nobody listens to a clock that counts every second. */
export const announcedMinutes = [5, 1] as const;

/** What to announce now: a number of minutes left, the end, or nothing. */
export function announcement(clock: TableClock, now: number): (typeof announcedMinutes)[number] | 'over' | null {
  const left = leftOf(clock, now);
  if (left === null || clock.endsAt === null) return null;
  if (left <= 0) return 'over';
  // For ten seconds from the minute on: a screen that comes a moment later still says it, one that comes in between does not.
  return announcedMinutes.find((minutes) => left <= minutes * 60 * second && left > minutes * 60 * second - 10 * second) ?? null;
}
