// What a restoration that was asked for before made of the text: sent twice, it is answered as the first time.
import type { Ledger } from '../storage/ledger.ts';

/** The moment a restoration made, and the one before it; the same where it changed nothing. */
export interface RestoredAt {
  readonly before: number;
  readonly at: number;
}

/** Null where that command was not done. */
export async function restoredBefore(
  { records, database }: Ledger,
  { labId, commandId }: { labId: string; commandId: string },
): Promise<RestoredAt | null> {
  const query = database
    .selectFrom('events')
    .where('lab_id', '=', labId)
    .where('command_id', '=', commandId)
    .where('type', '=', 'document.restored')
    .select('data');
  const [event] = await records.read(query.compile());
  if (event === undefined) return null;
  const { before, at } = JSON.parse(event.data) as { before: number; at?: number };
  // Earlier programs did not say which moment it made: the one after the last they knew of.
  return { before, at: at ?? before + 1 };
}
