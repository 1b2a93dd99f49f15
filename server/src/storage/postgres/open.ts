// Opens a PostgreSQL database for a Cocrea server and gives what stands on it. PostgreSQL 13 or newer; a database or a schema of its own.
import { AppError } from '@cocrea/shared/errors.ts';
import { createQueryBuilder } from '../query-builder.ts';
import { readMigrations } from '../migrations.ts';
import type { Storage } from '../storage.ts';
import { openConnection, type Connection } from './connection.ts';
import { labelOf } from './database-label.ts';
import { createPostgresDocumentStore } from './document-store.ts';
import { createInOrder } from './in-order.ts';
import { migrate } from './migrate.ts';
import { createPostgresRecordStore } from './record-store.ts';
import { isUnderWay } from './take-over.ts';
import { lockDatabase, type ServerLock, type Standing } from './server-lock.ts';

export interface PostgresSettings {
  /** `postgres://user:password@host:port/database`, with what else libpq's addresses may say: `?sslmode=require`. */
  readonly url: string;
  /** How a server stands at it: with no other, or with others that tell each other what they do. The command line works beside either. */
  readonly standing?: Standing;
  /** Whether this is the copy of another store being made: until it is whole, nobody else opens it. */
  readonly isCopying?: boolean;
  /** The clock that dates events; milliseconds since 1970. */
  readonly now?: () => number;
  /** Hears of what went wrong and was survived. A warning of the process otherwise. */
  readonly onTrouble?: (trouble: Error) => void;
}

/**
 * Throws AppError `database_too_new`, `database_foreign`, `database_in_use` or `database_unreachable`, whose words name the database (never
 * its password) and what to do; the database is then as it was.
 */
export async function openPostgres(settings: PostgresSettings): Promise<Storage> {
  const { url, standing, isCopying = false, now = Date.now, onTrouble = warn } = settings;
  const label = labelOf(url);
  const connection = openConnection(url);
  let lock: ServerLock | null = null;
  let name: string;
  try {
    if (standing !== undefined) lock = await lockDatabase(url, { label, standing });
    await migrate(connection, { label, migrations: readMigrations(new URL('../migrations/', import.meta.url)) });
    if (!isCopying && (await isUnderWay(connection.run))) {
      throw new AppError('database_foreign', {
        file: label,
        reason: 'it is a copy that is not whole yet: repeat the command that makes it',
      });
    }
    name = await nameOf(connection);
  } catch (error) {
    await Promise.allSettled([connection.close(), lock?.release()]);
    throw unreachable(label, error);
  }
  const held = lock;
  const guarded = held === null ? connection : behind(held, connection);
  const inOrder = createInOrder();
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await inOrder.settled();
    await connection.close();
    await held?.release();
  };
  return {
    documents: createPostgresDocumentStore(guarded, inOrder.run),
    records: createPostgresRecordStore(guarded, { now, onTrouble, inOrder: inOrder.run }),
    database: createQueryBuilder('postgres'),
    name,
    health: async () => {
      try {
        held?.require();
        await connection.run('SELECT 1');
        return null;
      } catch (error) {
        return error instanceof AppError ? error.code : 'internal';
      }
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** Writes only while the place of the server is ours, asked again before the commit. */
function behind(lock: ServerLock, connection: Connection): Connection {
  return {
    ...connection,
    transaction: async (work) => {
      lock.require();
      return connection.transaction(async (run) => {
        const result = await work(run);
        lock.require();
        return result;
      });
    },
  };
}

/** However it is addressed: the cluster of databases, which has a number of its own, the database and the schema in it. */
async function nameOf({ run }: Connection): Promise<string> {
  const { rows } = await run(
    "SELECT concat_ws(' ', system_identifier, current_database(), current_schema()) AS name FROM pg_control_system()",
  );
  return String(rows[0]?.['name']);
}

function unreachable(label: string, error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== 'store_unavailable') return error;
  return new AppError('database_unreachable', { file: label, reason: String(error.details['reason']) });
}

function warn(trouble: Error): void {
  process.emitWarning(trouble);
}
