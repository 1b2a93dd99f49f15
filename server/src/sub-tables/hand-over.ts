// Hand a table over to somebody else who may conduct it; name who takes its notes; give it more or fewer seats.
import { seatsLimit, type TableNow } from '@cocrea/shared/domain/table-session.ts';
import type { Caller } from '../http/caller.ts';
import type { Ledger } from '../storage/ledger.ts';
import { changeSession, type SessionCommand } from './change-session.ts';
import { conductingRoles, noteTakingRoles, requireMember } from './require-member.ts';
import { within } from './within.ts';

/** Throws AppError `person_not_found` for somebody who may not conduct it, and those of `changeSession`. */
export async function handOverTable(
  ledger: Ledger,
  caller: Caller,
  { personId, ...command }: SessionCommand & { personId: string },
): Promise<TableNow> {
  return changeSession(ledger, caller, {
    ...command,
    prepare: () => requireMember(ledger, { labId: command.labId, personId, roles: conductingRoles }),
    decide: () => ({ set: { facilitator_id: personId }, event: { type: 'table.handed_over', data: { to: personId } } }),
  });
}

/** Fewer seats than people send nobody away. Throws AppError `person_not_found`, `invalid_field`, and those of `changeSession`. */
export async function changeTable(
  ledger: Ledger,
  caller: Caller,
  { noteTakerId, seats, ...command }: SessionCommand & { noteTakerId: string | null; seats: number },
): Promise<TableNow> {
  return changeSession(ledger, caller, {
    ...command,
    prepare: async () => {
      if (noteTakerId !== null)
        await requireMember(ledger, { labId: command.labId, personId: noteTakerId, roles: noteTakingRoles });
    },
    decide: () => ({
      set: { note_taker_id: noteTakerId, seats: within(seats, { field: 'seats', most: seatsLimit }) },
      event: { type: 'table.people_changed', data: { change: 'settings' } },
    }),
  });
}
