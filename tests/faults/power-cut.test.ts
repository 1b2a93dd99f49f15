// The power fails: what was not synced yet is lost, kept, or torn, sector by sector. Every cut is made of a recording of a real server, so
// hundreds of them cost seconds; each must open clean and hold every word that had been acknowledged by then.
//
// What a disk may do is taken as SQLite takes it: what was synced stays, and of what was written after that, any part may be missing. That
// a commit is synced before it is acknowledged is what `synchronous = FULL` says; the first test sees that it is on.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { examine } from '@cocrea/server/src/cli/doctor/examine.ts';
import { compact } from '@cocrea/server/src/reading/compact.ts';
import { openConnection } from '@cocrea/server/src/storage/sqlite/connection.ts';
import { documentOperations } from '@cocrea/server/src/storage/sqlite/document-operations.ts';
import { packFlush } from '@cocrea/server/src/storage/sqlite/flush-format.ts';
import { readMigrations } from '@cocrea/server/src/storage/migrations.ts';
import { migrate } from '@cocrea/server/src/storage/sqlite/migrate.ts';
import type { DocumentOperations } from '@cocrea/server/src/storage/sqlite/operations.ts';
import { unpackStoredRows } from '@cocrea/server/src/storage/stored-rows.ts';
import { unpackRows } from '@cocrea/server/src/storage/whole-document.ts';
import { createNote } from '../support/note.ts';
import { printedRandom, type Random } from '../support/random.ts';
import { startServer, temporaryFolder } from '../support/server.ts';
import { connectWitness, type Witness } from '../support/witness.ts';

/** 20 in the suite; `pnpm test:faults` asks for 500. */
const cuts = Number(process.env['COCREA_TEST_CUTS'] ?? 20);
/** Every so many cuts the whole folder is examined as `cocrea doctor` does. */
const examinedEvery = 10;
const sector = 512;
/** Bytes of the log that are recorded: well below what makes the server copy it into the file. */
const recorded = 1_000_000;
const migrations = readMigrations(new URL('../../server/src/storage/migrations/', import.meta.url));

/** So many words of one writer, `a0` to `a41`, in one text. */
interface Words {
  readonly documentId: string;
  readonly name: string;
  readonly count: number;
}
/** How far the log was synced at least, and which words had been acknowledged by then. */
interface Moment {
  readonly synced: number;
  readonly acknowledged: readonly Words[];
}
/** The files of a database in which nothing but the log was written, and the moments that were noted meanwhile. */
interface Recording {
  readonly database: Buffer;
  readonly log: Buffer;
  /** What was in the file of the log before, where it was begun again at its head. */
  readonly logBefore: Buffer;
  readonly moments: readonly Moment[];
}

let server: Recording;
let checkpointed: Buffer;
let compaction: Recording & { readonly text: string; readonly documentId: string; readonly lastSeq: number };
beforeAll(async () => {
  server = await recordServer();
  checkpointed = await checkpointOf(server);
  compaction = await recordCompaction();
});

async function recordServer(): Promise<Recording> {
  await using running = await startServer();
  const log = join(running.dataDir, 'cocrea.db-wal');
  const tokens = [await running.token('facilitator'), await running.token('note_taker')];
  const writers: { readonly documentId: string; readonly name: string; readonly witness: Witness }[] = [];
  for (const title of ['Una', 'Dos']) {
    const documentId = await createNote(running, tokens[0] ?? '', title);
    for (const token of tokens) {
      const witness = await connectWitness(running, documentId, { token });
      writers.push({ documentId, name: 'abcd'[writers.length] ?? '', witness });
    }
  }
  const begin = statSync(log).size;
  const moments: Moment[] = [];
  while (writers.some(({ witness }) => witness.acknowledged() < 30) || statSync(log).size < begin + recorded) {
    for (const { name, witness } of writers) {
      // A few words under way at any time, as many commits as may be.
      if (witness.marks() - witness.acknowledged() > 5) continue;
      witness.mark(() => witness.doc.getText('t').insert(0, `${name}${witness.marks() - 1} `));
    }
    const acknowledged = writers.map(({ documentId, name, witness }) => ({ documentId, name, count: witness.acknowledged() }));
    // Looked at after the words were counted: it may be more than what was synced for them, never less.
    const { size: synced } = statSync(log);
    if (synced !== moments.at(-1)?.synced) moments.push({ synced, acknowledged });
    await new Promise((resolve) => setImmediate(resolve));
  }
  await running.kill();
  for (const { witness } of writers) witness.close();
  return {
    database: readFileSync(join(running.dataDir, 'cocrea.db')),
    log: readFileSync(log),
    logBefore: Buffer.alloc(0),
    moments,
  };
}

/** The database file once all of the log was copied into it. */
function checkpointOf({ database, log }: Recording): Promise<Buffer> {
  return inFolder({ database, log }, (file) => {
    const outside = new DatabaseSync(file);
    outside.exec('PRAGMA wal_checkpoint(PASSIVE)');
    const copied = readFileSync(file);
    outside.close();
    return copied;
  });
}

/** The same database goes on: its log begins again at the head of its file, a text is written, another compacted. */
function recordCompaction(): Promise<typeof compaction> {
  return inFolder({ database: server.database, log: server.log }, (file) => {
    const connection = openConnection({ file, busyTimeout: 1000 });
    connection.database().exec('PRAGMA wal_checkpoint(PASSIVE)');
    const logBefore = readFileSync(`${file}-wal`);
    const store = documentOperations(connection);
    const all = server.moments.at(-1)?.acknowledged ?? [];
    const documentId = all[0]?.documentId ?? '';
    const doc = new Y.Doc();
    const moments: Moment[] = [];
    let count = 0;
    const note = (): void => {
      const later = { documentId: 'later', name: 'e', count };
      moments.push({ synced: validEnd(readFileSync(`${file}-wal`)), acknowledged: [...all, later] });
    };
    for (let seq = 1; seq <= 30; seq += 1) {
      const before = Y.encodeStateVector(doc);
      doc.getText('t').insert(0, `e${seq - 1} `);
      const update = Y.encodeStateAsUpdate(doc, before);
      const newClients = [{ clientId: doc.clientID, userId: 'ana' }];
      if (seq === 1)
        store.createDocument({ documentId: 'later', generation: 'g', at: 1, firstUpdate: update, clients: newClients });
      else store.appendFlush(packFlush([{ documentId: 'later', seq, at: seq, updates: [update], newClients }]));
      count = seq;
      note();
      if (seq % 10 === 0) compactOnce(store, documentId, note);
    }
    const { text, lastSeq } = readText(store, documentId);
    const recording = {
      database: readFileSync(file),
      log: readFileSync(`${file}-wal`),
      logBefore,
      moments,
      text,
      documentId,
      lastSeq,
    };
    connection.close();
    return recording;
  });
}

/** Grows the text by a row, then compacts it step by step, as the server does. */
function compactOnce(store: DocumentOperations, documentId: string, note: () => void): void {
  const { updates, base, lastSeq } = readText(store, documentId);
  store.writeSnapshot({ documentId, base, seq: lastSeq, at: 1, update: compact(updates) });
  note();
  const seq = lastSeq + 1;
  store.appendFlush(packFlush([{ documentId, seq, at: seq, updates: [Uint8Array.of(0, 0)], newClients: [] }]));
  note();
  const archivable = store.archivable(documentId);
  if (archivable === null) return;
  const { upTo } = archivable;
  for (let { rows } = archivable; rows.length > 0; ) {
    const moved = store.archiveSome({ documentId, upTo, rows: rows.slice(0, 40) });
    rows = moved === 0 ? rows.subarray(0, 0) : rows.subarray(moved);
    note();
  }
  store.dropSnapshotsBefore({ documentId, seq: upTo });
  note();
}

/** Where the frames of a log end that belong to it: each repeats the salt of its head (sqlite.org/fileformat2.html, 4.1). */
function validEnd(log: Buffer): number {
  const frame = 24 + log.readUInt32BE(8);
  let end = 32;
  while (end + frame <= log.length && log.subarray(end + 8, end + 16).equals(log.subarray(16, 24))) end += frame;
  return end;
}

/** The log as the disk may have it: synced up to a moment; after that each sector new, as it was before, or never written. */
function tornLog({ log, logBefore }: Recording, { synced }: Moment, random: Random): Buffer {
  const most = Math.min(log.length, synced + random.pick([1, 100, 5_000, 40_000, 400_000]));
  const end = synced + random.below(most - synced + 1);
  const torn = Buffer.alloc(Math.max(end, logBefore.length));
  logBefore.copy(torn);
  log.copy(torn, 0, 0, synced);
  for (let at = synced; at < end; at += sector - (at % sector)) {
    const last = Math.min(end, at + sector - (at % sector));
    const fate = random.below(4);
    if (fate < 2) log.copy(torn, at, at, last);
    else if (fate === 2) torn.fill(random.below(256), at, last);
  }
  return torn;
}

/** The database file while the log is copied into it: each sector as before or as after, its end anywhere. */
function tornDatabase(before: Buffer, after: Buffer, random: Random): Buffer {
  const end = before.length + Math.floor((after.length - before.length) / 4096) * random.below(4097);
  const torn = Buffer.from(after.subarray(0, Math.max(before.length, end)));
  for (let at = 0; at < torn.length; at += sector) {
    const last = Math.min(torn.length, at + sector);
    if (random.below(2) === 0) continue;
    if (at < before.length) before.copy(torn, at, at, last);
    else torn.fill(0, at, last);
  }
  return torn;
}

async function inFolder<Result>(
  { database, log }: { database: Buffer; log: Buffer },
  work: (file: string, folder: string) => Result | Promise<Result>,
): Promise<Result> {
  const folder = join(temporaryFolder('cocrea-cut-'), 'data');
  mkdirSync(folder);
  const file = join(folder, 'cocrea.db');
  writeFileSync(file, database);
  writeFileSync(`${file}-wal`, log);
  const done = await work(file, folder);
  rmSync(folder, { recursive: true, force: true });
  return done;
}

/** What `cocrea doctor` finds in the texts, the events and the frozen drafts. */
async function foundIn(folder: string): Promise<object[]> {
  const found: object[] = [];
  const asked = { dataDir: folder, backupDir: null, backupHours: 24, now: Date.now() };
  for await (const { part, findings } of examine(asked)) if (part !== 'disk') found.push(...findings);
  return found;
}

function readText(store: DocumentOperations, documentId: string) {
  const loaded = store.loadDocument(documentId);
  if (loaded === null) throw new Error(`${documentId} is gone`);
  expect(loaded.damage).toEqual([]);
  const tail = unpackRows(unpackStoredRows(loaded.rows)).flatMap(({ updates }) => updates);
  const updates = loaded.snapshot === null ? tail : [loaded.snapshot.update, ...tail];
  const doc = new Y.Doc();
  updates.forEach((update) => Y.applyUpdate(doc, update));
  return { text: doc.getText('t').toString(), updates, base: loaded.snapshot?.seq ?? null, lastSeq: loaded.lastSeq };
}

/** What is wrong after the power is back: words that were acknowledged and are not there. Opening it otherwise than clean throws. */
function lostIn(
  file: string,
  acknowledged: Moment['acknowledged'],
  look: (store: DocumentOperations) => void = () => undefined,
): string[] {
  const connection = openConnection({ file, busyTimeout: 1000 });
  try {
    migrate(connection, { file, migrations });
    expect(connection.statement('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    const store = documentOperations(connection);
    const lost = acknowledged.flatMap(({ documentId, name, count }) => {
      if (count === 0) return [];
      const standing = new Set(readText(store, documentId).text.split(' '));
      return Array.from({ length: count }, (_, no) => `${name}${no}`).filter((word) => !standing.has(word));
    });
    look(store);
    return lost;
  } finally {
    connection.close();
  }
}

test('[DU1] what the cuts suppose is so: commits are synced, and the recording has many moments of one log', async () => {
  await inFolder(server, (file) => {
    const connection = openConnection({ file, busyTimeout: 1000 });
    expect(connection.statement('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    connection.close();
  });
  expect(server.moments.length).toBeGreaterThan(40);
  expect(server.moments.map(({ synced }) => synced)).toEqual(
    server.moments.map(({ synced }) => synced).toSorted((a, b) => a - b),
  );
  expect(compaction.moments.length).toBeGreaterThan(36);
  expect(compaction.log.subarray(16, 24).equals(server.log.subarray(16, 24)), 'the log began again').toBe(false);
  // Nothing but the log was written: the cuts below may take the file as synced.
  expect(compaction.database.equals(checkpointed)).toBe(true);
});

test(`[DU1] [CO1] ${cuts} power cuts: it opens clean, and every acknowledged word is there`, async () => {
  const random = printedRandom('power cut');
  const last = server.moments.at(-1);
  if (last === undefined) throw new Error('nothing was recorded');
  const kinds = ['writing', 'checkpoint', 'compacting'] as const;
  for (let no = 0; no < cuts; no += 1) {
    const kind = kinds[no % kinds.length] ?? 'writing';
    const of = kind === 'compacting' ? compaction : server;
    const moment = kind === 'checkpoint' ? last : random.pick(of.moments);
    const image = {
      // A log is synced before it is copied into the file, and the file before the log begins again.
      database: kind === 'checkpoint' ? tornDatabase(server.database, checkpointed, random) : of.database,
      log: kind === 'checkpoint' ? server.log : tornLog(of, moment, random),
    };
    const what = `cut ${no} while ${kind}, seed ${random.seed}`;
    if (no % examinedEvery === 0) expect(await inFolder(image, (_file, folder) => foundIn(folder)), what).toEqual([]);
    await inFolder(image, (file) => {
      const lost = lostIn(file, moment.acknowledged, (store) => {
        if (kind !== 'compacting') return;
        // Compaction in whatever step it was: the text is the same, and so is its history.
        const { text, lastSeq } = readText(store, compaction.documentId);
        expect(text, what).toBe(compaction.text);
        expect(
          unpackStoredRows(store.readHistory({ documentId: compaction.documentId, fromSeq: 1, toSeq: lastSeq })),
        ).toHaveLength(lastSeq);
      });
      expect(lost, what).toEqual([]);
    });
  }
});

test('[DU1] the cuts can tell: a log cut before what was synced loses words', async () => {
  const { log, database, moments } = server;
  const [middle, last] = [moments[moments.length >> 1], moments.at(-1)];
  const lost = await inFolder({ database, log: log.subarray(0, middle?.synced) }, (file) =>
    lostIn(file, last?.acknowledged ?? []),
  );
  expect(lost.length).toBeGreaterThan(0);
});
