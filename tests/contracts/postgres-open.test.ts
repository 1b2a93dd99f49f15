// Opening a PostgreSQL database: made once, refused in words, one server at a time, rules that hold for every program, and no commit whose end
// is unknown.
import { randomBytes } from 'node:crypto';
import { AppError } from '@cocrea/shared/errors.ts';
import { readMigrations } from '@cocrea/server/src/storage/migrations.ts';
import { openConnection } from '@cocrea/server/src/storage/postgres/connection.ts';
import { openPostgres } from '@cocrea/server/src/storage/postgres/open.ts';
import { translateStep } from '@cocrea/server/src/storage/postgres/translate.ts';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { cutLine } from '../support/cut-line.ts';
import { newPostgresDatabase, type PostgresDatabase } from './postgres-database.ts';

const server = inject('postgres');
const ours = readMigrations(new URL('../../server/src/storage/migrations/', import.meta.url));
const document = (documentId: string) => ({ documentId, generation: 'g', at: 1, firstUpdate: Uint8Array.of(1), clients: [] });

describe.skipIf(server === null)(`PostgreSQL (${inject('aboutPostgres')})`, () => {
  let database: PostgresDatabase;
  beforeEach(async () => {
    database = await newPostgresDatabase(server ?? '');
  });
  afterEach(() => database.remove());

  async function refusal(): Promise<AppError> {
    try {
      await database.open();
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
    throw new Error('it should have been refused');
  }

  test('several who open it at the same moment all get it, made once', async () => {
    const opened = await Promise.all([database.open(), database.open(), database.open()]);
    await opened[0]?.documents.create(document('a'));
    for (const storage of opened) expect((await storage.documents.load('a'))?.lastSeq).toBe(1);
    const { rows } = await database.outside('SELECT no::int FROM schema_migrations ORDER BY no');
    expect(rows.map(({ no }) => no)).toEqual(ours.map(({ no }) => no));
  });

  test('after closing, whatever is asked is refused; what was asked before is done', async () => {
    const storage = await database.open();
    await storage.documents.create(document('a'));
    const row = { documentId: 'a', seq: 2, at: 2, updates: [Uint8Array.of(2)], newClients: [] };
    const asked = storage.documents.append([row]);
    await Promise.all([storage.close(), storage.close()]);
    await asked;
    await expect(storage.documents.load('a')).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await storage.health()).toBe('store_unavailable');
    expect((await (await database.open()).documents.load('a'))?.lastSeq).toBe(2);
  });

  test('a database of another program, of a newer one, or with a step we do not know is refused and left as it was', async () => {
    await database.outside('CREATE TABLE recipes (name TEXT)');
    expect(await refusal()).toMatchObject({ code: 'database_foreign' });
    await database.outside('DROP TABLE recipes');
    await (await database.open()).close();
    await database.outside("INSERT INTO schema_migrations VALUES (999, 'the future', 'x', 1)");
    expect(await refusal()).toMatchObject({ code: 'database_too_new', details: { found: 999, known: ours.at(-1)?.no } });
    await database.outside('DELETE FROM schema_migrations WHERE no = 999');
    await database.outside("UPDATE schema_migrations SET checksum = 'other' WHERE no = 1");
    expect(await refusal()).toMatchObject({ code: 'database_foreign' });
  });

  test('where nobody answers the words name the place and never the password', async () => {
    const away = openPostgres({ url: 'postgres://ana:secreto@127.0.0.1:1/cocrea' });
    await expect(away).rejects.toMatchObject({
      code: 'database_unreachable',
      details: { file: 'postgres://127.0.0.1:1/cocrea', reason: expect.not.stringContaining('secreto') as string },
    });
  });

  test('one server at a time; the command line works beside it, and whoever lost the place writes nothing', async () => {
    const first = await database.open({ standing: 'alone' });
    await expect(database.open({ standing: 'alone' })).rejects.toMatchObject({ code: 'database_in_use' });
    await (await database.open()).documents.create(document('of the command line'));
    const locks = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
      AND ((classid::bigint << 32) | objid::bigint) = hashtextextended(current_schema() || ' server', 0)`;
    // Its connection is cut, and somebody else takes the place before it can.
    const usurper = openConnection(database.url);
    await usurper.oneMoment(async (run) => {
      const taking = run("SELECT pg_advisory_lock(hashtextextended(current_schema() || ' server', 0))");
      await database.outside(`SELECT pg_terminate_backend(pid) FROM (${locks}) AS held`);
      await taking;
      await expect.poll(() => first.health()).toBe('store_unavailable');
      await expect(first.documents.create(document('a'))).rejects.toMatchObject({ code: 'store_unavailable' });
      await run("SELECT pg_advisory_unlock(hashtextextended(current_schema() || ' server', 0))");
    });
    await expect.poll(() => first.health()).toBeNull();
    await first.documents.create(document('a'));
    await usurper.close();
    await first.close();
    await (await database.open({ standing: 'alone' })).close();
  });

  test('servers that work together stand side by side; who is alone lets in none of them, and they do not let in one who is', async () => {
    const first = await database.open({ standing: 'together' });
    const second = await database.open({ standing: 'together' });
    const inUse = (others: string) => ({
      code: 'database_in_use',
      details: { others, file: expect.stringContaining('postgres://') as string },
    });
    await expect(database.open({ standing: 'alone' })).rejects.toMatchObject(inUse('together'));
    await first.documents.create(document('a'));
    expect((await second.documents.load('a'))?.lastSeq).toBe(1);
    await first.close();
    await expect(database.open({ standing: 'alone' })).rejects.toMatchObject(inUse('together'));
    await second.close();
    const lonely = await database.open({ standing: 'alone' });
    await expect(database.open({ standing: 'together' })).rejects.toMatchObject(inUse('alone'));
    await expect(database.open({ standing: 'alone' })).rejects.toMatchObject(inUse('alone'));
    await lonely.close();
  });

  test('one of several that lost its place writes nothing until it has it again, and the others go on', async () => {
    const [first, second] = [await database.open({ standing: 'together' }), await database.open({ standing: 'together' })];
    const locks = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND mode = 'ShareLock'
      AND ((classid::bigint << 32) | objid::bigint) = hashtextextended(current_schema() || ' server', 0)`;
    expect((await database.outside(locks)).rowCount).toBe(2);
    await database.outside(`SELECT pg_terminate_backend(pid) FROM (${locks} ORDER BY pid LIMIT 1) AS held`);
    await expect.poll(async () => (await database.outside(locks)).rowCount).toBe(2);
    for (const [index, storage] of [first, second].entries()) {
      await expect.poll(() => storage.health()).toBeNull();
      await storage.documents.create(document(`d${index}`));
    }
  });

  test('whoever opens it calls it by one name, however it is addressed, and no other is called so', async () => {
    const [first, second] = [await database.open(), await database.open()];
    const elsewhere = await newPostgresDatabase(server ?? '');
    const other = await elsewhere.open();
    expect(first.name).toBe(second.name);
    expect(other.name).not.toBe(first.name);
    await elsewhere.remove();
  });

  test('frozen versions and events are kept from every program', async () => {
    await (await database.open()).close();
    await database.outside("INSERT INTO labs (id, name, facts, created_at) VALUES ('l', 'l', '{}', 1)");
    await database.outside("INSERT INTO documents (id, lab_id, kind, title, created_at) VALUES ('d', 'l', 'draft', 'd', 1)");
    const version = (id: string, kind: string) =>
      database.outside(
        `INSERT INTO draft_versions (id, lab_id, document_id, seq, kind, at) VALUES ('${id}', 'l', 'd', 1, '${kind}', 1)`,
      );
    await version('frozen', 'frozen');
    await version('named', 'named');
    await expect(database.outside("UPDATE draft_versions SET seq = 2 WHERE id = 'frozen'")).rejects.toThrow('never changes');
    await expect(database.outside("DELETE FROM draft_versions WHERE id = 'frozen'")).rejects.toThrow('never changes');
    await expect(database.outside('TRUNCATE draft_versions CASCADE')).rejects.toThrow('never changes');
    expect((await database.outside("DELETE FROM draft_versions WHERE id = 'named'")).rowCount).toBe(1);
    await expect(database.outside('TRUNCATE events')).rejects.toThrow('append-only');
  });

  test('[NO2] a row beside the order of its document is refused by the database itself', async () => {
    const storage = await database.open();
    await storage.documents.create(document('a'));
    const again = "INSERT INTO yjs_updates (document_id, seq, at, data, checksum) VALUES ('a', 1, 1, '', 0)";
    await expect(database.outside(again)).rejects.toThrow('yjs_updates_by_seq');
  });

  test('[DU4] the answer to a commit is lost: what was stored is known, told as stored, and not doubled', async () => {
    await using line = await cutLine(database.url);
    const storage = await openPostgres({ url: line.url });
    const row = (seq: number) => ({ documentId: 'a', seq, at: seq, updates: [Uint8Array.of(seq)], newClients: [] });
    await storage.documents.create(document('a'));
    line.cutAfterCommit();
    await storage.documents.append([row(2)]);
    // The database cannot be asked for a while either: the same row comes again, as the engine sends it, and is not stored twice.
    line.cutAfterCommit({ andStay: true });
    await expect(storage.documents.append([row(3)])).rejects.toMatchObject({ code: 'store_unavailable' });
    line.mend();
    await storage.documents.append([row(3), row(4)]);
    // And where the commit itself was lost on the way, it is done.
    line.cutBeforeCommit();
    await expect(storage.documents.append([row(5)])).rejects.toMatchObject({ code: 'store_unavailable' });
    await storage.documents.append([row(5)]);
    expect((await storage.documents.load('a'))?.tail.map(({ updates }) => updates[0]?.[0])).toEqual([1, 2, 3, 4, 5]);
    await storage.close();
  });

  test('text with a NUL, which PostgreSQL cannot hold, is stored with the sign for what cannot be shown', async () => {
    const { records, database: builder } = await database.open();
    const name = `Mesa\0${randomBytes(2).toString('hex')}`;
    const query = builder.insertInto('labs').values({ id: 'l', name, facts: '{}', demo: 0, created_at: 1 }).compile();
    await records.record({ labId: null, commandId: 'c', statements: [{ query }], events: [] });
    const [lab] = await records.read(builder.selectFrom('labs').select('name').where('id', 'in', ['l']).compile());
    expect(lab?.name).toBe(name.replace('\0', '\uFFFD'));
    expect(await records.read(builder.selectFrom('labs').select('name').where('id', 'in', []).compile())).toEqual([]);
  });
});

test('a step that PostgreSQL was not told how to do is refused, not guessed', () => {
  expect(() => translateStep('PRAGMA foreign_keys = OFF;')).toThrow('PRAGMA');
  expect(() => translateStep('CREATE TRIGGER t AFTER INSERT ON labs BEGIN UPDATE labs SET demo = 1; END;')).toThrow('trigger');
});

test('types, strictness and comments are translated; what stands in quotes is not', () => {
  const step = `-- A table; with a comment.
    CREATE TABLE t (id INTEGER PRIMARY KEY, data BLOB NOT NULL, name TEXT DEFAULT 'TEXT; -- ''REAL''', weight REAL) STRICT, WITHOUT ROWID;
    ANALYZE t; CREATE INDEX t_by_name ON t(name);`;
  expect(translateStep(step)).toEqual([
    `CREATE TABLE t (id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, data BYTEA NOT NULL, name TEXT COLLATE "C" DEFAULT 'TEXT; -- ''REAL''', weight DOUBLE PRECISION)`,
    'CREATE INDEX t_by_name ON t(name)',
  ]);
});
