// A data folder moves into PostgreSQL: cut off in the middle, begun again, the same to the last byte, and opened by nobody before it is whole.
import { execFile } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { foundDemonstration } from '@cocrea/server/src/labs/found-demonstration.ts';
import { openConnection } from '@cocrea/server/src/storage/postgres/connection.ts';
import { takeOver } from '@cocrea/server/src/storage/postgres/take-over.ts';
import { fingerprintOf } from '@cocrea/server/src/storage/store-fingerprint.ts';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { newDatabaseFile, type DatabaseFile } from './database-file.ts';
import { newPostgresDatabase, type PostgresDatabase } from './postgres-database.ts';

const server = inject('postgres');
const commandLine = fileURLToPath(new URL('../../server/src/cli/cocrea.ts', import.meta.url));

describe.skipIf(server === null)(`PostgreSQL (${inject('aboutPostgres')})`, () => {
  let file: DatabaseFile;
  let database: PostgresDatabase;
  beforeEach(async () => {
    file = await newDatabaseFile();
    database = await newPostgresDatabase(server ?? '');
  });
  afterEach(async () => {
    await database.remove();
    await file.remove();
  });

  const migrate = async () => {
    const words = [commandLine, 'migrate-store', '--from', `sqlite:${file.folder}`, '--to', database.url];
    return (await promisify(execFile)(process.execPath, words)).stdout;
  };

  /** The demonstration, and a document with history, a snapshot and rows after it. */
  async function fill(): Promise<string[]> {
    const storage = await file.open();
    await foundDemonstration({ records: storage.records, database: storage.database, now: Date.now }, { withCodes: true });
    const documentId = 'a';
    const update = Uint8Array.of(0, 255, 39, 92);
    await storage.documents.create({
      documentId,
      generation: 'g',
      at: 1,
      firstUpdate: update,
      clients: [{ clientId: 7, userId: 'ana' }],
    });
    for (let seq = 2; seq <= 9; seq += 1)
      await storage.documents.append([{ documentId, seq, at: seq, updates: [update], newClients: [] }]);
    await storage.documents.writeSnapshot({ documentId, base: null, seq: 4, at: 1, update });
    await storage.documents.writeSnapshot({ documentId, base: 4, seq: 7, at: 1, update });
    await storage.documents.archive(documentId);
    const fingerprint = await fingerprintOf(storage);
    await storage.close();
    return fingerprint;
  }

  test('cut off and begun again, it is the same in every row, state, log and chain, and lives on', async () => {
    const fingerprint = await fill();
    await (await database.open()).close();
    const [source, target] = [new DatabaseSync(file.file, { readOnly: true }), openConnection(database.url)];
    const onTable = (table: string): void => {
      if (table === 'events') throw new Error('cut off');
    };
    await expect(takeOver({ source, target, label: 'x', onTable })).rejects.toThrow('cut off');
    source.close();
    await target.close();
    await expect(database.open()).rejects.toMatchObject({ code: 'database_foreign' });

    expect(await migrate()).toContain(`Listo: ${fingerprint.length} huellas iguales`);
    const storage = await database.open({ standing: 'alone' });
    expect(await fingerprintOf(storage)).toEqual(fingerprint);
    await storage.documents.append([{ documentId: 'a', seq: 10, at: 10, updates: [Uint8Array.of(1)], newClients: [] }]);
    expect((await storage.documents.load('a'))?.lastSeq).toBe(10);
  });

  test('a database that holds something is refused, and so is a copy that came out different', async () => {
    await fill();
    const storage = await database.open();
    const lab = storage.database.insertInto('labs').values({ id: 'other', name: 'o', facts: '{}', demo: 0, created_at: 1 });
    await storage.records.record({ labId: null, commandId: 'c', statements: [{ query: lab.compile() }], events: [] });
    await storage.close();
    await expect(migrate()).rejects.toMatchObject({ stderr: expect.stringContaining('no es') as string });
    await database.outside("COMMENT ON TABLE labs IS 'A copy is under way'");
    await expect(migrate()).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('labs: ') as string });
    await expect(database.open()).rejects.toMatchObject({ code: 'database_foreign' });
  });
});
