// The connections to a PostgreSQL database: queries with their failures in our words, and transactions that are whole or undone for sure,
// also where the connection is lost in the moment of the commit.
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@cocrea/shared/errors.ts';
import pg from 'pg';
import { asAppError, isCorruption, isWorthRepeating, spoilsConnection, sqlStateOf } from './failures.ts';

export type Row = Record<string, unknown>;

/** What a statement gave, and how many rows it touched. */
interface Ran {
  readonly rows: Row[];
  readonly changes: number;
}

/** Runs one statement. Throws AppErrors of `asAppError`. */
export type Run = (sql: string, parameters?: readonly unknown[]) => Promise<Ran>;

export interface Connection {
  readonly run: Run;
  /** BEGIN, `work`, COMMIT, on disk when it resolves. Whatever fails, nothing of it remains; then `work` may have been done several times. */
  transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result>;
  /** All that `work` reads is of one moment, whatever others commit meanwhile. A damaged page is told as the database tells it. */
  oneMoment<Result>(work: (run: Run) => Promise<Result>): Promise<Result>;
  /** What became of a commit whose answer was lost. Throws AppError `store_unavailable` where it cannot be known yet. */
  wasCommitted(transactionId: string): Promise<boolean>;
  /** Waits for what was begun. */
  close(): Promise<void>;
}

/** The answer to a commit was lost, and with it the knowledge whether it was done: to be asked again by its id. */
export class DoubtfulCommit extends AppError {
  readonly transactionId: string;

  constructor(transactionId: string) {
    super('store_unavailable', { reason: 'the connection was lost during a commit' });
    this.transactionId = transactionId;
  }
}

/** Enough for the writers and readers of one server; a PostgreSQL as installed takes a hundred. */
const connections = 10;
/** Milliseconds. Beyond them a connection or a lock is not to be had, or an answer not to be waited for. */
const patience = { connect: 10_000, lock: 10_000, answer: 60_000, doubt: 3_000 } as const;
const tries = 5;

/**
 * READ COMMITTED: each statement sees what was committed before it began, and who needs more takes a lock. A commit is on disk before it
 * is told, however the server is set; a transaction whose process went away does not keep its locks.
 */
const begin = `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit TO on; SET LOCAL lock_timeout TO ${patience.lock};
  SET LOCAL idle_in_transaction_session_timeout TO ${patience.answer}; SELECT pg_current_xact_id()::text AS id`;
const beginReading = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** Numbers as numbers, and truth as SQLite has it: what a query gives must not depend on the database. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
  [pg.types.builtins.BOOL]: (text) => (text === 't' ? 1 : 0),
};
const types = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    parsers[type] ?? (pg.types.getTypeParser(type, format ?? 'text') as (text: string) => unknown),
} as pg.CustomTypesConfig;

export function clientSettings(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'cocrea',
    keepAlive: true,
    connectionTimeoutMillis: patience.connect,
    // Statements asked without waiting for the one before travel together and are done in order: one way to the database for all of them.
    pipeline: true,
    types,
  };
}

export function openConnection(url: string): Connection {
  const pool = new pg.Pool({ ...clientSettings(url), query_timeout: patience.answer, max: connections });
  // An idle connection that is lost: the pool makes another when one is needed.
  pool.on('error', () => undefined);

  const borrow = async (): Promise<pg.PoolClient> => {
    try {
      return await pool.connect();
    } catch (error) {
      throw asAppError(error);
    }
  };

  const within = async <Result>(beginning: string, work: (run: Run) => Promise<Result>): Promise<Result> => {
    const client = await borrow();
    // One that breaks while it is ours is told by the query that fails; without a listener it would end the process.
    const ignore = (): void => undefined;
    client.on('error', ignore);
    let spoiled = false;
    let committing: string | null = null;
    try {
      const begun = (await client.query(beginning)) as unknown as pg.QueryResult<Row>[] | pg.QueryResult<Row>;
      const id = Array.isArray(begun) ? String(begun.at(-1)?.rows[0]?.['id']) : null;
      const result = await work(runner(client));
      committing = id;
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT') throw new AppError('store_unavailable', { reason: 'the database undid the change' });
      return result;
    } catch (error) {
      spoiled = spoilsConnection(error) || (error instanceof AppError && error.code === 'store_unavailable');
      if (committing !== null && spoilsConnection(error)) throw new DoubtfulCommit(committing);
      if (!spoiled) {
        await client.query('ROLLBACK').catch(() => {
          spoiled = true;
        });
      }
      throw error;
    } finally {
      client.off('error', ignore);
      // Given up, the server undoes what it had open.
      client.release(spoiled);
    }
  };

  const wasCommitted = async (transactionId: string): Promise<boolean> => {
    const until = Date.now() + patience.doubt;
    for (;;) {
      const status = await runner(pool)('SELECT pg_xact_status($1::xid8) AS status', [transactionId]).then(
        ({ rows }) => rows[0]?.['status'] ?? 'forgotten',
        // A database that knows of no such transaction yet is another one than it was: restored, or a standby that took over.
        (error: unknown) => (sqlStateOf(error) === null ? 'unknown' : 'never heard of'),
      );
      if (status !== 'in progress' && status !== 'unknown') return status === 'committed';
      if (Date.now() > until) throw new DoubtfulCommit(transactionId);
      await wait(100);
    }
  };

  const settled = async <Result>(work: (run: Run) => Promise<Result>): Promise<Result> => {
    let result: Result | undefined;
    try {
      return await within(begin, async (run) => (result = await work(run)));
    } catch (error) {
      if (!(error instanceof DoubtfulCommit)) throw error;
      if (await wasCommitted(error.transactionId)) return result as Result;
      throw new AppError('store_unavailable', error.details);
    }
  };

  return {
    run: runner(pool),
    transaction: async (work) => {
      for (let trial = 1; ; trial += 1) {
        try {
          return await settled(work);
        } catch (error) {
          if (!isWorthRepeating(error)) throw asAppError(error);
          if (trial === tries) throw asAppError(error);
          await wait(Math.random() * 20 * trial);
        }
      }
    },
    oneMoment: async (work) => {
      try {
        return await within(beginReading, work);
      } catch (error) {
        throw isCorruption(error) ? error : asAppError(error);
      }
    },
    wasCommitted,
    close: () => pool.end(),
  };
}

/** PostgreSQL's text holds no NUL; where somebody sent one, the sign for what cannot be shown stands in its place. */
function storable(parameter: unknown): unknown {
  return typeof parameter === 'string' && parameter.includes('\0') ? parameter.replaceAll('\0', '\uFFFD') : parameter;
}

function runner(client: pg.Pool | pg.PoolClient): Run {
  return async (sql, parameters = []) => {
    try {
      const { rows, rowCount } = await client.query<Row>(sql, parameters.map(storable));
      return { rows, changes: rowCount ?? 0 };
    } catch (error) {
      // What is to be done about these is decided where the whole is known.
      throw isWorthRepeating(error) || isCorruption(error) ? error : asAppError(error);
    }
  };
}
