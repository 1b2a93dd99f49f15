// What a failure means for something that waits to be sent: try again, wait for something, ask its author, or never as it is.
import { failures } from '@cocrea/shared/errors.ts';
import { Refused } from '../api/call.ts';

/**
 * `again`: the server was not reached or could not. `not_open`: the table is not open yet. `not_oneself`: nobody is signed in here, or
 * somebody else. `late`: the table closed meanwhile. `refused`: it will not be taken as it is.
 */
export type Verdict = 'again' | 'not_open' | 'not_oneself' | 'late' | 'refused';

const passing: readonly number[] = [408, 425, 429];

export function verdictOn(failure: unknown): Verdict {
  if (!(failure instanceof Refused)) return 'again';
  switch (failure.code) {
    case 'table_not_open':
      return 'not_open';
    case 'unauthenticated':
    case 'session_expired':
    case 'other_person':
      return 'not_oneself';
    case 'table_closed':
      return 'late';
    default: {
      const { status } = failures[failure.code];
      return status >= 500 || passing.includes(status) ? 'again' : 'refused';
    }
  }
}
