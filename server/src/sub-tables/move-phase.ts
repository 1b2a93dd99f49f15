// Go to another phase of a table, forwards or back. A question starts its clock; of two who press *next* at once one wins.
import { phases, questionOf, type Phase, type TableNow } from '@cocrea/shared/domain/table-session.ts';
import { changeClock, noClock } from '@cocrea/shared/domain/table-clock.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Caller } from '../http/caller.ts';
import type { Ledger } from '../storage/ledger.ts';
import { changeSession, type SessionCommand } from './change-session.ts';

/** Throws AppError `phase_taken` where another moved it first, `invalid_field` for the close, which has a command of its own, and those of `changeSession`. */
export async function movePhase(
  ledger: Ledger,
  caller: Caller,
  { phase, ...command }: SessionCommand & { phase: Phase },
): Promise<TableNow> {
  if (phase === 'closed') throw new AppError('invalid_field', { field: 'phase' });
  const now = ledger.now();
  try {
    return await changeSession(ledger, caller, {
      ...command,
      decide: ({ phase: from, mode, minutes, dotsClosedAt }) => {
        const timed = mode === 'hall' && questionOf(phase) !== null;
        const clock = timed ? changeClock(noClock, { change: 'start', minutes, now }) : noClock;
        // Dots are shown from the moment the table goes on from them; whoever steps back from them, or to them, does not give them away.
        const goesOn = phases.indexOf(phase) > phases.indexOf(from);
        const dots = phase === 'prioritise' ? null : from === 'prioritise' && goesOn ? now : dotsClosedAt;
        return {
          set: { phase, clock_ends_at: clock.endsAt, clock_left: clock.left, dots_closed_at: dots },
          event: { type: 'table.phase_changed', data: { from, to: phase } },
        };
      },
    });
  } catch (failure) {
    throw failure instanceof AppError && failure.code === 'stale' ? new AppError('phase_taken') : failure;
  }
}
