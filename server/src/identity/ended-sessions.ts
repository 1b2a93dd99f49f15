// Whose sessions ended, by running out or by being ended on any node: read from the store, because nothing else tells of it.
import type { Ledger } from '../storage/ledger.ts';
import { clocksDiffer } from './sessions.ts';

export interface EndedSessions {
  /** People of whom a session ended since it was asked last, or since this was made; each end is told once. Throws where the store cannot be read. */
  since(): Promise<string[]>;
}

/** Milliseconds. An end is dated back by what clocks may differ, by a clock that may be behind by as much again, and its commit may take its time. */
const overlap = 2 * clocksDiffer + 30_000;

export function createEndedSessions({ records, database, now }: Ledger): EndedSessions {
  /** Ends that were told, by the hash of the session: while they are looked at again, and no longer. */
  const told = new Map<string, number>();
  let askedAt = now();

  return {
    since: async () => {
      const [after, until] = [askedAt - overlap, now()];
      const sessions = database.selectFrom('sessions').where('expires_at', '>', after).where('expires_at', '<=', until);
      const rows = await records.read(sessions.select(['secret_hash', 'person_id', 'expires_at']).compile());
      // Whoever asked at the same time may have been answered before.
      const fresh = rows.filter(({ secret_hash: hash, expires_at: at }) => told.get(hash) !== at);
      for (const { secret_hash: hash, expires_at: at } of fresh) told.set(hash, at);
      for (const [hash, at] of told) if (at <= after) told.delete(hash);
      askedAt = Math.max(askedAt, until);
      return [...new Set(fresh.map(({ person_id: personId }) => personId))];
    },
  };
}
