// Copies a data folder's database into an empty PostgreSQL, row by row as it stands: a lab that outgrows its laptop moves with its log, its
// frozen texts and its chain of events. May be cut off at any moment and begun again: what is there already is passed over.
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Connection, Run } from './connection.ts';

/** Rows and bytes that go in one transaction. */
const step = { rows: 500, bytes: 4 * 1024 * 1024 } as const;
/** Says on the table of labs that a copy is under way: no server opens it until it is whole. */
const mark = 'A copy is under way';
/** What chains rows in SQLite means nothing here, and ids of rows are given anew. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  yjs_updates: ['id', 'previous_row'],
  yjs_documents: ['newest_row'],
};

export interface TakeOver {
  readonly source: DatabaseSync;
  readonly target: Connection;
  readonly label: string;
  /** Told after each table. */
  readonly onTable: (table: string, rows: number) => void;
}

/** Throws AppError `database_foreign` where the target holds something else than a copy that was cut off. */
export async function takeOver({ source, target, label, onTable }: TakeOver): Promise<void> {
  if (!(await isUnderWay(target.run))) {
    for (const table of tablesOf(source)) {
      if (!(await isEmpty(target.run, table))) throw new AppError('database_foreign', { file: label, reason: 'it is not empty' });
    }
    await target.run(`COMMENT ON TABLE labs IS '${mark}'`);
  }
  for (const table of tablesOf(source)) onTable(table, await copyTable({ source, target }, table));
}

export async function isUnderWay(run: Run): Promise<boolean> {
  const { rows } = await run("SELECT obj_description('labs'::regclass, 'pg_class') AS mark");
  return rows[0]?.['mark'] === mark;
}

/** From now on a server may open it. */
export async function finish(run: Run): Promise<void> {
  await run('COMMENT ON TABLE labs IS NULL');
}

/** In the order they were made, so that what a row points to is there before it. */
export function tablesOf(source: DatabaseSync): string[] {
  const tables = source.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
  );
  return tables
    .all()
    .map(({ name }) => String(name))
    .filter((name) => name !== 'schema_migrations');
}

/** Null where the table holds the same in both: as many rows, and, but for the texts, whose fingerprints say more, every row as it is. */
export async function differenceIn(
  { source, target }: Pick<TakeOver, 'source' | 'target'>,
  table: string,
): Promise<string | null> {
  const isText = table.startsWith('yjs_');
  const columns = isText ? 'count(*) AS rows' : columnsOf(source, table).join(', ');
  const query = `SELECT ${columns} FROM "${table}"`;
  const here = linesOf(source.prepare(query).all());
  const there = linesOf((await target.run(query)).rows);
  const differing = here.filter((line, index) => line !== there[index]).length;
  return differing === 0 && here.length === there.length ? null : `${table}: ${here.length} ≠ ${there.length}, ${differing}`;
}

function linesOf(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  return rows.map((row) => JSON.stringify(Object.values(row))).sort();
}

async function isEmpty(run: Run, table: string): Promise<boolean> {
  return (await run(`SELECT 1 FROM "${table}" LIMIT 1`)).rows.length === 0;
}

function columnsOf(source: DatabaseSync, table: string): string[] {
  return source
    .prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => String(name))
    .filter((name) => leftOut[table]?.includes(name) !== true)
    .map((name) => `"${name}"`);
}

async function copyTable({ source, target }: Pick<TakeOver, 'source' | 'target'>, table: string): Promise<number> {
  const columns = columnsOf(source, table);
  // Rows that point to others of their own table come after those they point to.
  const own = source.prepare(`SELECT "from" AS name FROM pragma_foreign_key_list('${table}') WHERE "table" = '${table}'`).get();
  const order = own === undefined ? '' : ` ORDER BY "${String(own['name'])}" IS NOT NULL`;
  const names = columns.join(', ');
  const places = columns.map((_, index) => `$${index + 1}`).join(', ');
  const insert = `INSERT INTO "${table}" (${names}) VALUES (${places}) ON CONFLICT DO NOTHING`;
  let [count, bytes] = [0, 0];
  let batch: SQLInputValue[][] = [];
  const store = async (): Promise<void> => {
    const rows = batch;
    [batch, bytes] = [[], 0];
    await target.transaction(async (run) => {
      for (const outcome of await Promise.allSettled(rows.map((row) => run(insert, row)))) {
        if (outcome.status === 'rejected') throw outcome.reason;
      }
    });
  };
  for (const row of source.prepare(`SELECT ${names} FROM "${table}"${order}`).iterate()) {
    const values = Object.values(row);
    count += 1;
    bytes += values.reduce<number>(
      (sum, value) => sum + (value instanceof Uint8Array || typeof value === 'string' ? value.length : 8),
      0,
    );
    batch.push(values);
    if (batch.length >= step.rows || bytes >= step.bytes) await store();
  }
  if (batch.length > 0) await store();
  return count;
}
