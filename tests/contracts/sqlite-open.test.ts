// Opening the database file: what it makes, what it refuses and in which words, and that what it refuses is left as it was.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@cocrea/shared/errors.ts';
import { openConnection } from '@cocrea/server/src/storage/sqlite/connection.ts';
import { readMigrations, type Migration } from '@cocrea/server/src/storage/migrations.ts';
import { migrate } from '@cocrea/server/src/storage/sqlite/migrate.ts';
import { openSqlite } from '@cocrea/server/src/storage/sqlite/open.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newDatabaseFile, type DatabaseFile } from './database-file.ts';

let database: DatabaseFile;

beforeEach(async () => {
  database = await newDatabaseFile();
});
afterEach(() => database.remove());

const folderOfMigrations = new URL('../../server/src/storage/migrations/', import.meta.url);
const ours = readMigrations(folderOfMigrations);
const document = (documentId: string) => ({ documentId, generation: 'g', at: 1, firstUpdate: Uint8Array.of(1), clients: [] });
const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** A file as a stopped server leaves it, with so many documents of 20 KB. */
async function leftBehind(documents: number): Promise<void> {
  const storage = await database.open();
  for (let no = 0; no < documents; no += 1) {
    await storage.documents.create({ ...document(`d${no}`), firstUpdate: new Uint8Array(20_000).fill(no) });
  }
  await storage.close();
}

async function refusal(): Promise<AppError> {
  try {
    await database.open();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it should have been refused');
}

describe('a good file', () => {
  test('it is made with its folder, durable as promised, and alone again after closing', async () => {
    const file = join(database.folder, 'new', 'data', 'cocrea.db');
    const storage = await openSqlite({ file });
    expect(existsSync(`${file}-wal`)).toBe(true);
    await storage.documents.create(document('a'));
    expect(await storage.health()).toBeNull();
    await storage.close();
    expect(readdirSync(join(database.folder, 'new', 'data'))).toEqual(['cocrea.db']);
  });

  test('a copy of the folder of a stopped server is a backup, and so is one of a killed server with its write-ahead log', async () => {
    await leftBehind(3);
    const restored = await newDatabaseFile();
    writeFileSync(restored.file, readFileSync(database.file));
    expect((await (await restored.open()).documents.load('d2'))?.tail[0]?.updates[0]).toEqual(new Uint8Array(20_000).fill(2));
    await restored.remove();

    const running = await database.open();
    await running.documents.create(document('newest'));
    const killed = await newDatabaseFile();
    for (const end of ['', '-wal']) writeFileSync(killed.file + end, readFileSync(database.file + end));
    expect((await (await killed.open()).documents.load('newest'))?.lastSeq).toBe(1);
    await killed.remove();
  });

  test('after closing, whatever is asked is refused and nothing hangs; closing twice is closing once', async () => {
    const storage = await database.open();
    await Promise.all([storage.close(), storage.close()]);
    await expect(storage.documents.load('a')).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await storage.health()).toBe('store_unavailable');
  });

  test('what was asked before closing is done', async () => {
    const storage = await database.open();
    const asked = Array.from({ length: 20 }, (_, no) => storage.documents.create(document(`d${no}`)));
    const closed = storage.close();
    await Promise.all(asked);
    await closed;
    const again = await database.open();
    expect((await again.documents.lastChanges(['d0', 'd19'])).size).toBe(2);
  });

  test('several who create it at the same moment all get it, made once', async () => {
    const opened = await Promise.all([database.open(), database.open(), database.open()]);
    await opened[0]?.documents.create(document('a'));
    for (const storage of opened) expect((await storage.documents.load('a'))?.lastSeq).toBe(1);
    expect(database.outside((file) => file.prepare('SELECT count(*) AS n FROM schema_migrations').get())).toEqual({
      n: ours.length,
    });
  });

  test('the query builder runs nothing by itself', async () => {
    const storage = await database.open();
    await expect(storage.database.selectFrom('labs').selectAll().execute()).rejects.toThrow('record store');
  });
});

describe('a file that is refused', () => {
  test('a newer program wrote it: both numbers are told and the file is as it was', async () => {
    await leftBehind(1);
    database.outside((file) => file.exec("INSERT INTO schema_migrations VALUES (999, 'the future', 'x', 1)"));
    const before = digest(database.file);
    const error = await refusal();
    expect(error.code).toBe('database_too_new');
    expect(error.details).toEqual({ file: database.file, found: 999, known: ours.at(-1)?.no });
    expect(digest(database.file)).toBe(before);
  });

  test('one of its steps is not the one we know', async () => {
    await leftBehind(1);
    database.outside((file) => file.exec("UPDATE schema_migrations SET checksum = 'other' WHERE no = 1"));
    expect(await refusal()).toMatchObject({ code: 'database_foreign', details: { file: database.file } });
  });

  test('another program made it', async () => {
    database.outside((file) => file.exec('CREATE TABLE recipes (name TEXT)'));
    expect(await refusal()).toMatchObject({ code: 'database_foreign', details: { file: database.file } });
    expect(database.outside((file) => file.prepare('SELECT name FROM sqlite_schema').all())).toEqual([{ name: 'recipes' }]);
  });

  test('its first bytes are overwritten', async () => {
    await leftBehind(3);
    const content = readFileSync(database.file);
    content.fill(0x58, 0, 64);
    writeFileSync(database.file, content);
    const before = digest(database.file);
    const error = await refusal();
    expect(error.code).toBe('database_damaged');
    expect(error.details['file']).toBe(database.file);
    expect(error.details['reason']).not.toBe('');
    expect(digest(database.file)).toBe(before);
  });

  test('it is no database at all', async () => {
    writeFileSync(database.file, 'Estimados señores: '.repeat(500));
    expect((await refusal()).code).toBe('database_damaged');
  });

  test('pages in its middle are overwritten', async () => {
    await leftBehind(20);
    const content = readFileSync(database.file);
    for (let page = 2; page < content.length / 4096; page += 1) content.fill(0xff, page * 4096, page * 4096 + 512);
    writeFileSync(database.file, content);
    expect((await refusal()).code).toBe('database_damaged');
  });

  test('its end is missing', async () => {
    await leftBehind(20);
    truncateSync(database.file, Math.floor(statSync(database.file).size / 2));
    expect((await refusal()).code).toBe('database_damaged');
  });

  test('a folder stands in its place', async () => {
    mkdirSync(database.file);
    expect(await refusal()).toMatchObject({ code: 'database_unreachable', details: { file: database.file } });
  });

  test('its folder cannot be made', async () => {
    writeFileSync(join(database.folder, 'a-file'), '');
    const file = join(database.folder, 'a-file', 'data', 'cocrea.db');
    await expect(openSqlite({ file })).rejects.toMatchObject({ code: 'database_unreachable', details: { file } });
  });
});

describe('migrations', () => {
  const next: Migration = {
    no: 900,
    name: 'next',
    sql: 'CREATE TABLE next_one (id TEXT) STRICT; INSERT INTO next_one VALUES (1);',
  };
  const failing: Migration = {
    no: 901,
    name: 'failing',
    sql: 'CREATE TABLE last_one (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);',
  };
  const migrateWith = (migrations: readonly Migration[]): void => {
    const connection = openConnection({ file: database.file, busyTimeout: 1000 });
    try {
      migrate(connection, { file: database.file, migrations });
    } finally {
      connection.close();
    }
  };
  const state = () =>
    database.outside((file) => ({
      steps: file
        .prepare('SELECT no FROM schema_migrations ORDER BY no')
        .all()
        .map((row) => row['no']),
      tables: file
        .prepare("SELECT name FROM sqlite_schema WHERE name IN ('next_one', 'last_one')")
        .all()
        .map((row) => row['name']),
    }));

  test('numbers rise without holes and every file is one', () => {
    expect(ours.map(({ no }) => no)).toEqual(ours.map((_, index) => index + 1));
    expect(ours).toHaveLength(readdirSync(folderOfMigrations).length);
  });

  test('missing steps are done in order, once', async () => {
    await leftBehind(1);
    migrateWith([...ours, next]);
    migrateWith([...ours, next]);
    expect(state()).toEqual({ steps: [...ours.map(({ no }) => no), 900], tables: ['next_one'] });
  });

  test.each(['command', 'subject'])('the events of one %s are found by their index, not among all of their lab', async (what) => {
    await leftBehind(1);
    const plan = database.outside((file) =>
      file.prepare(`EXPLAIN QUERY PLAN SELECT * FROM events WHERE lab_id = ? AND ${what}_id = ? ORDER BY seq`).all(),
    );
    expect(plan).toMatchObject([{ detail: expect.stringContaining(`INDEX events_by_${what} `) as string }]);
  });

  test('a step that fails leaves nothing of it, nor of those before it in the same start', async () => {
    await leftBehind(1);
    expect(() => migrateWith([...ours, next, failing])).toThrow('nowhere');
    expect(state()).toEqual({ steps: ours.map(({ no }) => no), tables: [] });
    const storage = await database.open();
    expect((await storage.documents.load('d0'))?.lastSeq).toBe(1);
  });

  test('line ends of another system are the same step', async () => {
    await leftBehind(1);
    migrateWith(ours.map((migration) => ({ ...migration, sql: migration.sql.replaceAll('\n', '\r\n') })));
  });
});
