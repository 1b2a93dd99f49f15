// Open a sub-table: from now on it has a phase, a clock and somebody who conducts it. Opened twice by the same command is opened once.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { openTable as contract } from '@cocrea/shared/api/tables.ts';
import { clockMinutesLimit } from '@cocrea/shared/domain/table-clock.ts';
import { dotsLimit, seatsLimit, type TableNow } from '@cocrea/shared/domain/table-session.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import { findTable } from './table-record.ts';

/** Throws AppError `table_already_open`, `sub_table_not_found`, `invalid_field`, and those of `authorize`. */
export async function openTable(
  ledger: Ledger,
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
  if ((mode === 'until') !== (openUntil !== null && openUntil > at)) throw new AppError('invalid_field', { field: 'openUntil' });
  const row = {
    sub_table_id: subTable.id,
    lab_id: labId,
    phase: 'welcome',
    mode,
    open_until: openUntil,
    facilitator_id: caller.actor.personId,
    note_taker_id: noteTakerId,
    minutes: within('minutes', asked.minutes, clockMinutesLimit),
    seats: within('seats', asked.seats, seatsLimit),
    dots: within('dots', asked.dots, dotsLimit),
    anonymous_dots: asked.anonymousDots ? 1 : 0,
    opened_at: at,
  };
  try {
    await ledger.records.record({
      labId,
      commandId,
      statements: [{ query: ledger.database.insertInto('table_sessions').values(row).compile(), expectRows: 1 }],
      events: [{ actorId: caller.actor.personId, type: 'table.opened', subjectId: subTable.id, data: { no, mode } }],
    });
  } catch (failure) {
    throw failure instanceof AppError && failure.code === 'id_taken' ? new AppError('table_already_open') : failure;
  }
  return { created: true, table: await findTable(ledger, { labId, no }) };
}

/** Throws AppError `invalid_field` for what is no whole number from 1 to `most`. */
function within(field: string, value: number, most: number): number {
  if (!Number.isInteger(value) || value < 1 || value > most) throw new AppError('invalid_field', { field });
  return value;
}
