// Open a sub-table: from now on it has a phase, a clock, somebody who conducts it and a code people join it with. Opened twice by the same command is opened once.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { openTable as contract } from '@cocrea/shared/api/tables.ts';
import { clockMinutesLimit } from '@cocrea/shared/domain/table-clock.ts';
import { dotsLimit, seatsLimit, type TableNow } from '@cocrea/shared/domain/table-session.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { TableLedger } from './ports.ts';
import { noteTakingRoles, requireMember } from './require-member.ts';
import { findTable } from './table-record.ts';
import { within } from './within.ts';

/** The last moment a date can say, in milliseconds since 1970. */
const lastMoment = 8.64e15;

/** Throws AppError `table_already_open`, `sub_table_not_found`, `person_not_found`, `invalid_field`, and those of `authorize`. */
export async function openTable(
  ledger: TableLedger,
  caller: Caller,
  asked: BodyOf<typeof contract> & { labId: string; no: number },
): Promise<{ created: boolean; table: TableNow }> {
  const { labId, no, commandId, mode, openUntil, noteTakerId } = asked;
  await requireLab(ledger, labId);
  authorize(caller, 'table.conduct', { labId });
  const { subTable, session } = await findTable(ledger, { labId, no });
  if (await wasDone(ledger, { labId, commandId })) return { created: false, table: await findTable(ledger, { labId, no }) };
  if (session !== null) throw new AppError('table_already_open');
  const at = ledger.now();
  const opensUntil = openUntil !== null && Number.isInteger(openUntil) && openUntil > at && openUntil <= lastMoment;
  if (mode === 'until' ? !opensUntil : openUntil !== null) throw new AppError('invalid_field', { field: 'openUntil' });
  const row = {
    sub_table_id: subTable.id,
    lab_id: labId,
    phase: 'welcome',
    mode,
    open_until: openUntil,
    facilitator_id: caller.actor.personId,
    note_taker_id: noteTakerId,
    minutes: within(asked.minutes, { field: 'minutes', most: clockMinutesLimit }),
    seats: within(asked.seats, { field: 'seats', most: seatsLimit }),
    dots: within(asked.dots, { field: 'dots', most: dotsLimit }),
    anonymous_dots: asked.anonymousDots ? 1 : 0,
    opened_at: at,
  };
  if (noteTakerId !== null) await requireMember(ledger, { labId, personId: noteTakerId, roles: noteTakingRoles });
  const actorId = caller.actor.personId;
  for (;;) {
    const door = await ledger.doors.opening({ labId, subTableId: subTable.id, actorId });
    try {
      const { outcome } = await ledger.records.record({
        labId,
        commandId,
        statements: [
          { query: ledger.database.insertInto('table_sessions').values(row).compile(), expectRows: 1 },
          ...door.statements,
        ],
        events: [{ actorId, type: 'table.opened', subjectId: subTable.id, data: { no, mode } }, ...door.events],
      });
      return { created: outcome === 'recorded', table: await findTable(ledger, { labId, no }) };
    } catch (failure) {
      if (!(failure instanceof AppError && failure.code === 'id_taken')) throw failure;
      // The same six characters twice by chance: ask for others.
      if (failure.details['constraint'] !== 'join_codes.code') throw new AppError('table_already_open');
    }
  }
}
