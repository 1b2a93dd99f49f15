// What every ballot has in common: dots within their quota, given to what can be chosen, stored only while the table gives dots.
import { readBallot, type Dots } from '@cocrea/shared/domain/ballot.ts';
import { dotsPhase, type TableNow, type TableSession } from '@cocrea/shared/domain/table-session.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Change } from '../storage/record-store.ts';
import { tableStands } from '../storage/table-stands.ts';
import type { BallotLedger, TablePlace } from './ports.ts';

/** Throws AppError `table_not_open`, `table_closed` or `dots_not_open`. */
export function requireVoting({ session }: TableNow): TableSession {
  if (session === null) throw new AppError('table_not_open');
  if (session.phase === 'closed') throw new AppError('table_closed');
  if (session.phase !== dotsPhase) throw new AppError('dots_not_open');
  return session;
}

/** Throws AppError `dots_over_quota`, `cluster_not_found` or `invalid_field`. */
export async function readGiven(
  { board }: BallotLedger,
  { subTableId, dots, quota, people = 1 }: { subTableId: string; dots: Dots; quota: number; people?: number },
): Promise<Dots> {
  const read = readBallot(dots, { quota, people, choosable: await board.choosable(subTableId) });
  if ('dots' in read) return read.dots;
  throw new AppError(read.refused, read.refused === 'dots_over_quota' ? { limit: quota * people } : { field: 'dots' });
}

export function dotsRows(
  { database }: BallotLedger,
  { ballotId, given }: { ballotId: string; given: Dots },
): Change['statements'] {
  return Object.entries(given).map(([cluster_id, dots]) => ({
    query: database.insertInto('ballot_dots').values({ ballot_id: ballotId, cluster_id, dots }).compile(),
    expectRows: 1,
  }));
}

/** Throws AppError as `requireVoting` where the table moved on in the same moment; `stale` where another device of theirs was first. */
export async function recordBallot(
  ledger: BallotLedger,
  {
    place,
    table,
    commandId,
    actorId,
    people,
    statements,
  }: {
    place: TablePlace;
    table: TableNow;
    commandId: string;
    actorId: string;
    /** For how many it was counted; without it, one person gave it. */
    people?: number;
    statements: Change['statements'];
  },
): Promise<void> {
  const { id: subTableId } = table.subTable;
  const data = { table: place.no, ...(people !== undefined && { people }) };
  try {
    await ledger.records.record({
      labId: place.labId,
      commandId,
      statements: [tableStands(ledger, { subTableId, phases: [dotsPhase] }), ...statements],
      events: [{ actorId, type: 'ballot.cast', subjectId: subTableId, data }],
    });
  } catch (failure) {
    if (!(failure instanceof AppError) || (failure.code !== 'stale' && failure.code !== 'id_taken')) throw failure;
    requireVoting(await ledger.tables.find(place));
    throw new AppError('stale');
  }
}
