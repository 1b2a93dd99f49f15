// The code people join one sub-table with: every open table has one for participants, and none that opens it once it is closed.
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import { joinCodeFrom, joinCodeLength, type JoinCode } from '@cocrea/shared/domain/join-code.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';
import { codesOf } from './join-codes.ts';

export interface TablePlace {
  readonly labId: string;
  readonly subTableId: string;
}

interface Part {
  readonly statements: Change['statements'];
  readonly events: readonly NewEvent[];
}

/** The open code for participants of a table that was made first; null where it has none. */
export async function codeOfTable(ledger: Ledger, { labId, subTableId }: TablePlace): Promise<JoinCode | null> {
  const open = (await openCodes(ledger, { labId, subTableId })).filter(({ role }) => role === 'participant');
  return open.sort((one, other) => one.createdAt - other.createdAt)[0] ?? null;
}

/**
 * What gives a table its code, to be recorded with its opening; nothing where it has one. The six characters may be another code's by
 * chance: recording them then throws AppError `id_taken` with the constraint `join_codes.code`, and asking again gives others.
 */
export async function codeForOpening(ledger: Ledger, { actorId, ...place }: TablePlace & { actorId: string }): Promise<Part> {
  if ((await codeOfTable(ledger, place)) !== null) return { statements: [], events: [] };
  const { labId, subTableId } = place;
  const [id, code, role] = [randomUUID(), joinCodeFrom(randomBytes(joinCodeLength)), 'participant'];
  const row = { id, code, lab_id: labId, role, sub_table_id: subTableId, created_at: ledger.now() };
  return {
    statements: [{ query: ledger.database.insertInto('join_codes').values(row).compile(), expectRows: 1 }],
    events: [{ actorId, type: 'join_code.created', subjectId: id, data: { role, subTableId } }],
  };
}

/** What closes every open code of a table, whatever it opens for whom. */
export async function codesForClosing(ledger: Ledger, { actorId, ...place }: TablePlace & { actorId: string }): Promise<Part> {
  const open = await openCodes(ledger, place);
  const close = ledger.database
    .updateTable('join_codes')
    .set({ closed_at: ledger.now() })
    .where('sub_table_id', '=', place.subTableId)
    .where('closed_at', 'is', null);
  return {
    statements: [{ query: close.compile() }],
    events: open.map(({ id }) => ({ actorId, type: 'join_code.closed', subjectId: id, data: {} })),
  };
}

async function openCodes(ledger: Ledger, { labId, subTableId }: TablePlace): Promise<JoinCode[]> {
  const codes = await codesOf(ledger, { labId });
  return codes.filter((code) => code.subTableId === subTableId && code.closedAt === null);
}
