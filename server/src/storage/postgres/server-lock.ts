// One server for one database: two would each keep the rooms of the same documents, and their people would not see one another. The lock is
// an advisory one, held by a connection of its own, so a killed server leaves none behind. Where that connection is lost the server
// writes nothing until it holds the lock again: meanwhile another may have taken its place.
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

/** Throws AppError `database_in_use`, or `store_unavailable` where the database cannot be asked. */
export async function lockDatabase(url: string, { label }: { label: string }): Promise<ServerLock> {
  let released = false;
  let held: pg.Client | null = null;

  const take = async (): Promise<boolean> => {
    const client = new pg.Client(clientSettings(url));
    client.on('error', () => undefined);
    try {
      await client.connect();
      const asked = "SELECT pg_try_advisory_lock(hashtextextended(current_schema() || ' server', 0)) AS taken";
      const { rows } = await client.query<{ taken: number }>(asked);
      if (rows[0]?.taken === 1 && !released) {
        held = client;
        client.once('end', () => {
          held = null;
          void takeAgain();
        });
        return true;
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw asAppError(error);
    }
    await client.end();
    return false;
  };
  const takeAgain = async (): Promise<void> => {
    while (!released && !(await take().catch(() => false))) await wait(pause, undefined, { ref: false });
  };

  const until = Date.now() + patience;
  while (!(await take())) {
    if (Date.now() > until) throw new AppError('database_in_use', { file: label });
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
