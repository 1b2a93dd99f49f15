// Start, extend, pause, resume or stop the clock of a table.
import { changeClock, clockMinutesLimit, type ClockChange } from '@cocrea/shared/domain/table-clock.ts';
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Caller } from '../http/caller.ts';
import type { Ledger } from '../storage/ledger.ts';
import { changeSession, type SessionCommand } from './change-session.ts';

/** Throws AppError `invalid_field` for minutes out of their limits, and those of `changeSession`. */
export async function changeTableClock(
  ledger: Ledger,
  caller: Caller,
  { change, minutes, ...command }: SessionCommand & { change: ClockChange; minutes: number },
): Promise<TableNow> {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > clockMinutesLimit)
    throw new AppError('invalid_field', { field: 'minutes' });
  const now = ledger.now();
  return changeSession(ledger, caller, {
    ...command,
    decide: ({ clock }) => {
      const { endsAt, left } = changeClock(clock, { change, minutes, now });
      return { set: { clock_ends_at: endsAt, clock_left: left }, event: { type: 'table.clock_changed', data: { change } } };
    },
  });
}
