// People without a phone: written down by hand with what they speak as, so that they have a seat and a circle; and taken off again.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { seatOnPaper as contract } from '@cocrea/shared/api/table-people.ts';
import { aliasLimit, cleanName, foldName, institutionLimit, lengthOf } from '@cocrea/shared/domain/person.ts';
import type { PaperSeat } from '@cocrea/shared/domain/table-people.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import { readPeople, seatIsFree } from './seats.ts';
import { findTable, openSession } from './table-record.ts';

interface Place {
  readonly labId: string;
  readonly no: number;
}

/** Throws AppError `table_full`, `table_not_open`, `table_closed`, `missing_field`, `text_too_long`, `id_taken`, and those of `authorize`. */
export async function seatOnPaper(
  ledger: Ledger,
  caller: Caller,
  { place, seat }: { place: Place; seat: BodyOf<typeof contract> },
): Promise<{ created: boolean; seat: PaperSeat }> {
  const { labId, no } = place;
  await requireLab(ledger, labId);
  authorize(caller, 'table.conduct', { labId });
  const table = await findTable(ledger, { labId, no });
  const { seats } = openSession(table);
  const subTableId = table.subTable.id;
  const row = {
    sub_table_id: subTableId,
    id: seat.id,
    paper_name: readName(seat.name, { field: 'name', limit: aliasLimit }),
    institution: readOptional(seat.institution, { field: 'institution', limit: institutionLimit }),
    actor_kind: seat.actorKind,
    added_at: ledger.now(),
  };
  try {
    const { outcome } = await ledger.records.record({
      labId,
      commandId: seat.id,
      statements: [
        { query: seatIsFree(ledger, subTableId), expectRows: 1 },
        { query: ledger.database.insertInto('seats').values(row).compile(), expectRows: 1 },
      ],
      events: [
        {
          actorId: caller.actor.personId,
          type: 'table.people_changed',
          subjectId: subTableId,
          data: { no, change: 'paper_added' },
        },
      ],
    });
    const made = (await readPeople(ledger, subTableId)).paper.find(({ id }) => id === seat.id);
    if (made === undefined) throw new AppError('id_taken');
    return { created: outcome === 'recorded', seat: made };
  } catch (failure) {
    throw failure instanceof AppError && failure.code === 'stale' ? new AppError('table_full', { limit: seats }) : failure;
  }
}

/** Throws AppError `person_not_found`, `table_not_open`, `table_closed`, and those of `authorize`. */
export async function removeFromPaper(
  ledger: Ledger,
  caller: Caller,
  { place, seat, commandId }: { place: Place; seat: string; commandId: string },
): Promise<void> {
  const { labId, no } = place;
  await requireLab(ledger, labId);
  authorize(caller, 'table.conduct', { labId });
  const table = await findTable(ledger, { labId, no });
  if (await wasDone(ledger, { labId, commandId })) return;
  openSession(table);
  const subTableId = table.subTable.id;
  const { paper } = await readPeople(ledger, subTableId);
  if (!paper.some(({ id }) => id === seat)) throw new AppError('person_not_found');
  const remove = ledger.database.deleteFrom('seats').where('sub_table_id', '=', subTableId).where('id', '=', seat);
  await ledger.records.record({
    labId,
    commandId,
    statements: [{ query: remove.compile(), expectRows: 1 }],
    events: [
      {
        actorId: caller.actor.personId,
        type: 'table.people_changed',
        subjectId: subTableId,
        data: { no, change: 'paper_removed' },
      },
    ],
  });
}

/** Code units that no text within the limits exceeds: counting clusters of a megabyte takes long. */
const unitsPerCharacter = 64;

function readName(typed: string, { field, limit }: { field: string; limit: number }): string {
  const name = cleanName(typed.slice(0, limit * unitsPerCharacter));
  if (foldName(name) === '') throw new AppError('missing_field', { field });
  if (lengthOf(name) > limit) throw new AppError('text_too_long', { field, limit });
  return name;
}

function readOptional(typed: string | null, field: { field: string; limit: number }): string | null {
  return typed === null || foldName(typed.slice(0, field.limit * unitsPerCharacter)) === '' ? null : readName(typed, field);
}
