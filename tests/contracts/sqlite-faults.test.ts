// What a running store meets: a full disk, a locked file, a thread that dies. Each is told in a code, leaves nothing half written, and
// is over when it is over.
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createSqliteDocumentStore } from '@cocrea/server/src/storage/sqlite/document-store.ts';
import type { Operations } from '@cocrea/server/src/storage/sqlite/operations.ts';
import { createThreadLink, ThreadDied, type ThreadLink } from '@cocrea/server/src/threads/thread-link.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDatabaseFile, type DatabaseFile } from './database-file.ts';

let database: DatabaseFile;

beforeEach(async () => {
  database = await newDatabaseFile();
});
afterEach(() => database.remove());

const document = (documentId: string) => ({ documentId, generation: 'g', at: 1, firstUpdate: Uint8Array.of(1), clients: [] });
const row = (documentId: string, seq: number, size = 10) => ({
  documentId,
  seq,
  at: seq,
  updates: [new Uint8Array(size).fill(seq)],
  newClients: [{ clientId: seq, userId: 'ana' }],
});

test('disk full: told as such, the whole flush undone, and typing goes on once there is room', async () => {
  const storage = await database.open({ maxPageCount: 400 });
  const { documents, records } = storage;
  await documents.create(document('a'));
  await documents.create(document('b'));
  // A file somebody else fills, up to the last pages.
  database.outside((file) => {
    file.exec('CREATE TABLE filler (data BLOB); PRAGMA max_page_count = 400;');
    const fill = file.prepare('INSERT INTO filler VALUES (zeroblob(4000))');
    expect(() => {
      for (;;) fill.run();
    }).toThrow('full');
  });
  for (let again = 0; again < 3; again += 1) {
    await expect(documents.append([row('a', 2), row('b', 2, 200_000)])).rejects.toMatchObject({ code: 'disk_full' });
  }
  await expect(
    documents.writeSnapshot({ documentId: 'a', base: null, seq: 1, at: 1, update: new Uint8Array(200_000) }),
  ).rejects.toMatchObject({ code: 'disk_full' });
  const lab = storage.database
    .insertInto('labs')
    .values({ id: 'lab', name: 'x'.repeat(200_000), facts: '{}', demo: 0, created_at: 1 })
    .compile();
  const change = {
    labId: 'lab',
    commandId: 'c',
    statements: [{ query: lab }],
    events: [{ actorId: null, type: 'lab.created', subjectId: 'lab', data: {} }],
  } as const;
  await expect(records.record(change)).rejects.toMatchObject({ code: 'disk_full' });
  // What can be read is read, and nothing of the refused is there.
  expect(await documents.load('a')).toMatchObject({ lastSeq: 1, snapshot: null, clients: new Map() });
  expect(await documents.load('b')).toMatchObject({ lastSeq: 1 });
  expect(await records.events('lab', { after: 0, limit: 9 })).toEqual([]);

  database.outside((file) => file.exec('DROP TABLE filler'));
  await documents.append([row('a', 2), row('b', 2, 200_000)]);
  expect((await records.record(change)).outcome).toBe('recorded');
  expect((await documents.load('b'))?.tail[1]?.updates[0]).toEqual(new Uint8Array(200_000).fill(2));
});

test('locked by another program: told to try later, nothing stored, and stored once it is free', async () => {
  const { documents } = await database.open({ busyTimeout: 50 });
  await documents.create(document('a'));
  const other = new DatabaseSync(database.file);
  other.exec('BEGIN IMMEDIATE');
  await expect(documents.append([row('a', 2)])).rejects.toMatchObject({ code: 'store_unavailable' });
  await expect(documents.create(document('b'))).rejects.toMatchObject({ code: 'store_unavailable' });
  expect(await documents.load('a')).toMatchObject({ lastSeq: 1 });
  other.exec('ROLLBACK');
  other.close();
  await documents.append([row('a', 2)]);
  expect(await documents.load('a')).toMatchObject({ lastSeq: 2 });
  expect(await documents.load('b')).toBeNull();
});

test('a database somebody damages while it is open: no empty document is served, and nothing is written over it', async () => {
  const storage = await database.open();
  await storage.documents.create({ ...document('a'), firstUpdate: new Uint8Array(50_000).fill(1) });
  await storage.close();
  const { documents } = await database.open();
  // The pages of the log, after the file was opened and checked.
  const content = readFileSync(database.file);
  for (let page = 4; page < content.length / 4096; page += 1) content.fill(0xee, page * 4096, page * 4096 + 4096);
  writeFileSync(database.file, content);
  await expect(documents.load('a')).rejects.toMatchObject({ code: expect.stringMatching(/document_damaged|store_unavailable/) });
  await expect(documents.append([row('a', 2)])).rejects.toMatchObject({ code: 'store_unavailable' });
  expect(readFileSync(database.file).equals(content)).toBe(true);
});

/** A link to the real database thread, whose answers to flushes can be lost on their way back, as when the thread dies after its commit. */
function losingLink(file: string): {
  link: ThreadLink<Operations>;
  lose: (what: 'the answer' | 'the question' | 'nothing') => void;
} {
  const link = createThreadLink<Operations>(new URL('../../server/src/storage/sqlite/thread.ts', import.meta.url), {
    name: 'database',
    workerData: { file, busyTimeout: 1000 },
    unanswered: 'store_unavailable',
    onDeath: () => undefined,
  });
  let lost: 'the answer' | 'the question' | 'nothing' = 'nothing';
  const ask: ThreadLink<Operations>['ask'] = async (name, argument, transfer) => {
    if (name !== 'appendFlush' || lost === 'nothing') return link.ask(name, argument, transfer);
    if (lost === 'the answer') await link.ask(name, argument, transfer);
    throw new ThreadDied('store_unavailable', 'the database thread ended');
  };
  return { link: { ...link, ask }, lose: (what) => (lost = what) };
}

test('a thread that dies between commit and answer: what was stored is known to be stored', async () => {
  const { link, lose } = losingLink(database.file);
  const documents = createSqliteDocumentStore(link);
  await documents.create(document('a'));
  lose('the answer');
  await documents.append([row('a', 2)]);
  lose('nothing');
  await documents.append([row('a', 3)]);
  expect((await documents.load('a'))?.lastSeq).toBe(3);
  await link.end();
});

test('a thread that dies before its commit: refused, and the same seq can be written again', async () => {
  const { link, lose } = losingLink(database.file);
  const documents = createSqliteDocumentStore(link);
  await documents.create(document('a'));
  lose('the question');
  await expect(documents.append([row('a', 2)])).rejects.toMatchObject({ code: 'store_unavailable' });
  lose('nothing');
  await documents.append([row('a', 2)]);
  expect((await documents.load('a'))?.lastSeq).toBe(2);
  await link.end();
});
