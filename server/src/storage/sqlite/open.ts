// Opens the database file of a Cocrea server and gives what stands on it: the log of documents, the records, a writer of queries.
//
// Backup. Everything is in the data folder, in one SQLite file (`cocrea.db`) and, while the server runs or after it was killed, the
// write-ahead log beside it (`cocrea.db-wal`), which holds the newest commits and belongs to that file alone.
// - `pnpm cocrea backup` copies it while it runs, and `pnpm cocrea restore` puts that back (see `backup/`).
// - By hand, stopped with Ctrl-C: the log has been written into the file. Copy the folder; `pnpm cocrea restored` after putting it back.
// - By hand, killed or after the power failed: copy the folder whole, `-wal` and `-shm` along. A file without its log lacks the newest words.
// - An ordinary copy while it runs may catch the file in the middle of a change.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '@cocrea/shared/errors.ts';
import { createThreadLink } from '../../threads/thread-link.ts';
import { createQueryBuilder } from '../query-builder.ts';
import type { Storage } from '../storage.ts';
import type { ConnectionSettings } from './connection.ts';
import { createSqliteDocumentStore } from './document-store.ts';
import type { Operations } from './operations.ts';
import { createSqliteRecordStore } from './record-store.ts';

export interface StorageSettings {
  /** Path of the database file; it and its folder are made when missing. */
  readonly file: string;
  /** Milliseconds to wait for another process that is writing; 5,000 when not given. */
  readonly busyTimeout?: number;
  /** For tests of a full disk: pages of 4 KiB the file may grow to. */
  readonly maxPageCount?: number;
  /** The clock that dates events; milliseconds since 1970. */
  readonly now?: () => number;
  /** Hears of what went wrong and was survived: a database thread that died, a listener that threw. A warning of the process otherwise. */
  readonly onTrouble?: (trouble: Error) => void;
}

/**
 * Throws AppError `database_too_new`, `database_damaged`, `database_foreign` or `database_unreachable`, whose words name the file and
 * what to do; the file is then as it was. Several processes may have the same file open.
 */
export async function openSqlite(settings: StorageSettings): Promise<Storage> {
  const { file, busyTimeout = 5000, maxPageCount, now = Date.now, onTrouble = warn } = settings;
  const connection: ConnectionSettings = { file, busyTimeout, ...(maxPageCount === undefined ? {} : { maxPageCount }) };
  const link = createThreadLink<Operations>(new URL('./thread.ts', import.meta.url), {
    name: 'database',
    workerData: connection,
    unanswered: 'store_unavailable',
    onDeath: onTrouble,
  });
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await link.start();
  } catch (error) {
    await link.end();
    throw unreachable(file, error);
  }
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    try {
      await link.ask('close', undefined);
    } finally {
      await link.end();
    }
  };
  return {
    documents: createSqliteDocumentStore(link),
    records: createSqliteRecordStore(link, { now, onTrouble }),
    database: createQueryBuilder('sqlite'),
    name: file,
    health: async () => {
      try {
        await link.ask('ping', undefined);
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

/** A folder that cannot be made or a file that cannot be opened, told with the path; any other failure as it is. */
function unreachable(file: string, error: unknown): unknown {
  if (error instanceof AppError && error.code === 'store_unavailable') {
    return new AppError('database_unreachable', { file, reason: String(error.details['reason']) });
  }
  if (error instanceof Error && 'code' in error && 'syscall' in error) {
    return new AppError('database_unreachable', { file, reason: error.message });
  }
  return error;
}

function warn(trouble: Error): void {
  process.emitWarning(trouble);
}
