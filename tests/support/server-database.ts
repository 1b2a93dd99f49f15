// The database of a server, looked into and changed from outside of it, whichever it is. In the manner of node:sqlite, which answers at once:
// a PostgreSQL is asked by a thread, for whose answer this one stands still.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { inSchema, urlVariable } from './postgres.ts';

/** `postgres` where the servers of these tests keep everything in one. */
export const storeVariable = 'COCREA_TEST_STORE';
export const runVariable = 'COCREA_TEST_RUN';

type Row = Record<string, unknown>;

export interface ServerDatabase extends Disposable {
  prepare(sql: string): {
    get(...values: readonly unknown[]): Row | undefined;
    all(...values: readonly unknown[]): Row[];
    run(...values: readonly unknown[]): void;
  };
  exec(sql: string): void;
  /** Names of all there are. */
  tables(): string[];
  /** Events can be changed from now on, as by somebody who owns the database. */
  untieEvents(): void;
  close(): void;
}

/** What stands for a data folder in PostgreSQL; null where servers keep everything in the folder. */
export function schemaOf(dataDir: string): { readonly server: string; readonly name: string; readonly url: string } | null {
  if (process.env[storeVariable] !== 'postgres') return null;
  const server = process.env[urlVariable];
  if (server === undefined) throw new Error(`${storeVariable} asks for PostgreSQL and ${urlVariable} names none`);
  const name = `cocrea_test_${process.env[runVariable] ?? ''}_${createHash('sha1').update(dataDir).digest('hex').slice(0, 12)}`;
  return { server, name, url: inSchema(server, name) };
}

export function openDatabase(dataDir: string): ServerDatabase {
  const schema = schemaOf(dataDir);
  return schema === null ? openFile(join(dataDir, 'cocrea.db')) : openSchema(schema.url);
}

function openFile(file: string): ServerDatabase {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  return {
    prepare: (sql) => database.prepare(sql) as unknown as ReturnType<ServerDatabase['prepare']>,
    exec: (sql) => database.exec(sql),
    tables: () =>
      database
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .all()
        .map(({ name }) => String(name)),
    untieEvents: () => database.exec('DROP TRIGGER events_never_change'),
    close: () => database.close(),
    [Symbol.dispose]: () => database.close(),
  };
}

export interface Question {
  readonly sql: string;
  readonly values: readonly unknown[];
}
export type Answer = { readonly rows: Row[] } | { readonly failure: string };

/** Milliseconds. */
const patience = 30_000;

function openSchema(url: string): ServerDatabase {
  const { port1: near, port2: far } = new MessageChannel();
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./database-thread.ts', import.meta.url), {
    workerData: { url, port: far, bell },
    transferList: [far],
  });
  worker.unref();
  const ask = (sql: string, values: readonly unknown[] = []): Row[] => {
    Atomics.store(bell, 0, 0);
    near.postMessage({ sql, values } satisfies Question);
    if (Atomics.wait(bell, 0, 0, patience) === 'timed-out') throw new Error(`PostgreSQL does not answer: ${sql}`);
    const { message } = receiveMessageOnPort(near) as { message: Answer };
    if ('failure' in message) throw new Error(message.failure);
    return message.rows;
  };
  const close = (): void => {
    near.close();
    void worker.terminate();
  };
  return {
    prepare: (sql) => {
      let no = 0;
      const numbered = sql.replaceAll('?', () => `$${(no += 1)}`);
      return {
        get: (...values) => ask(numbered, values)[0],
        all: (...values) => ask(numbered, values),
        run: (...values) => void ask(numbered, values),
      };
    },
    exec: (sql) => void ask(sql),
    tables: () =>
      ask('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()').map(({ tablename }) => String(tablename)),
    untieEvents: () => void ask('DROP TRIGGER events_never_change ON events'),
    close,
    [Symbol.dispose]: close,
  };
}
