// One connection to the database file: opened the durable way, its statements prepared once, its transactions whole or undone for sure.
import { existsSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { AppError } from '@cocrea/shared/errors.ts';
import { isBusy, spoilsConnection } from './failures.ts';

export interface ConnectionSettings {
  readonly file: string;
  /** Milliseconds to wait for another process that is writing (the command line while the server runs). */
  readonly busyTimeout: number;
  /** For tests of a full disk: pages of 4 KiB the file may grow to. */
  readonly maxPageCount?: number;
}

export interface Connection {
  /** The prepared statement of this SQL, kept for the next time. */
  statement(sql: string): StatementSync;
  /** BEGIN IMMEDIATE, `work`, COMMIT; whatever fails, nothing of it remains and the connection is ready for the next. */
  transaction<Result>(work: () => Result): Result;
  /** All that `work` reads is of one moment, whatever another process commits meanwhile. */
  oneMoment<Result>(work: () => Result): Result;
  database(): DatabaseSync;
  close(): void;
}

export type Row = Record<string, SQLOutputValue>;
export type { SQLInputValue };

/** More than the statements the house has; queries with lists of any length must not fill memory. */
const statementsKept = 300;

export function openConnection(settings: ConnectionSettings): Connection {
  let database: DatabaseSync | null = openDatabase(settings);
  let opened = identityOf(settings.file);
  const statements = new Map<string, StatementSync>();

  const close = (): void => {
    statements.clear();
    const closing = database;
    database = null;
    closing?.close();
  };
  const live = (): DatabaseSync => {
    if (database !== null) return database;
    // Opening would create a new, empty database in place of one that went away.
    if (!existsSync(settings.file)) throw new AppError('store_unavailable', { reason: 'the database file is gone' });
    database = openDatabase(settings);
    opened = identityOf(settings.file);
    return database;
  };
  /** SQLite writes on into a file that was moved or deleted, and nobody would find it there after a restart. */
  const assertInPlace = (): void => {
    if (database === null || identityOf(settings.file) === opened) return;
    throw new AppError('store_unavailable', { reason: 'the database file is not where it was' });
  };
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const prepared = live().prepare(sql);
    if (statements.size >= statementsKept) statements.delete(statements.keys().next().value ?? sql);
    statements.set(sql, prepared);
    return prepared;
  };
  const undo = (error: unknown): void => {
    if (database === null) return;
    try {
      if (database.isTransaction) database.exec('ROLLBACK');
      if (!spoilsConnection(error)) return;
    } catch {
      // A connection that cannot roll back is given up: closing it undoes what it had open.
    }
    try {
      close();
    } catch {
      // Its handle is gone either way, and the failure that matters is the one being reported.
    }
  };

  const within = <Result>(begin: string, work: () => Result): Result => {
    try {
      statement(begin).run();
      const result = work();
      statement('COMMIT').run();
      return result;
    } catch (error) {
      undo(error);
      throw error;
    }
  };

  return {
    statement,
    transaction: (work) => {
      assertInPlace();
      return within('BEGIN IMMEDIATE', work);
    },
    oneMoment: (work) => within('BEGIN', work),
    database: live,
    close,
  };
}

/** Which file is at that path; null for none. */
function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}

function openDatabase({ file, busyTimeout, maxPageCount }: ConnectionSettings): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: true });
  try {
    useWriteAheadLog(database, busyTimeout);
    // FULL: a commit returns after its bytes are on the disk, not before. fullfsync makes that true on macOS as well.
    // The write-ahead log is copied into the file at 16 MiB: the pages of busy documents are then written once for many commits.
    database.exec(`
      PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
      PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;
      PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;
    `);
    if (maxPageCount !== undefined) database.exec(`PRAGMA max_page_count = ${maxPageCount}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Two processes that create the file together can both find it busy here, where SQLite does not wait: so we do. */
function useWriteAheadLog(database: DatabaseSync, busyTimeout: number): void {
  const until = Date.now() + busyTimeout;
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
