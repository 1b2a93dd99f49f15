// Who may serve one database: one server alone, or several that tell each other what they do. Two that do not would each keep the rooms of the same
// documents, and their people would not see one another. The lock is an advisory one, exclusive for who is alone and shared among several,
// held by a connection of its own, so a killed server leaves none behind. Where that connection is lost the server writes nothing
// until it holds the lock again: meanwhile another may have taken its place.
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@cocrea/shared/errors.ts';
import pg from 'pg';
import { clientSettings } from './connection.ts';
import { asAppError } from './failures.ts';

/** Milliseconds: a server that is ending gets so many to let go; a lost lock is asked for again so often. */
const [patience, pause] = [3_000, 250];

export interface ServerLock {
  /** Throws AppError `store_unavailable` while another holds the place, or nobody can tell. */
  require(): void;
  release(): Promise<void>;
}

/** How a server stands at its database: with nobody beside it, or with others that stand so too. */
export type Standing = 'alone' | 'together';

/** Throws AppError `database_in_use`, or `store_unavailable` where the database cannot be asked. */
export async function lockDatabase(url: string, { label, standing }: { label: string; standing: Standing }): Promise<ServerLock> {
  let released = false;
  let held: pg.Client | null = null;

  /** The connection that holds it; null where another stands in the way. */
  const tryToHold = async (as: Standing): Promise<pg.Client | null> => {
    const client = new pg.Client(clientSettings(url));
    client.on('error', () => undefined);
    try {
      await client.connect();
      const lock = as === 'alone' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared';
      const { rows } = await client.query<{ taken: number }>(
        `SELECT ${lock}(hashtextextended(current_schema() || ' server', 0)) AS taken`,
      );
      if (rows[0]?.taken === 1) return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw asAppError(error);
    }
    await client.end();
    return null;
  };
  const take = async (): Promise<boolean> => {
    const client = await tryToHold(standing);
    if (client === null || released) {
      await client?.end();
      return false;
    }
    held = client;
    client.once('end', () => {
      held = null;
      void takeAgain();
    });
    return true;
  };
  const takeAgain = async (): Promise<void> => {
    while (!released && !(await take().catch(() => false))) await wait(pause, undefined, { ref: false });
  };

  /** Of those in the way. Who is alone is let in by none; several would let in one more of their kind. */
  const others = async (): Promise<Standing> => {
    const beside = standing === 'together' ? null : await tryToHold('together');
    await beside?.end();
    return beside === null ? 'alone' : 'together';
  };

  const until = Date.now() + patience;
  while (!(await take())) {
    if (Date.now() > until) throw new AppError('database_in_use', { file: label, others: await others() });
    await wait(pause);
  }
  return {
    require: () => {
      if (held === null) throw new AppError('store_unavailable', { reason: 'the place of this server at the database was lost' });
    },
    release: async () => {
      released = true;
      await held?.end();
    },
  };
}
