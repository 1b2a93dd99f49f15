// Compaction, cut off anywhere and done by two at once: whatever is left of it, the document reads the same and its history is whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { compact } from '@cocrea/server/src/reading/compact.ts';
import { treeMerge } from '@cocrea/server/src/storage/tree-merge.ts';
import { unpackUpdates } from '@cocrea/server/src/storage/row-format.ts';
import { unpackRows, type StoredRow } from '@cocrea/server/src/storage/whole-document.ts';
import { openConnection, type Connection } from '@cocrea/server/src/storage/sqlite/connection.ts';
import { documentOperations } from '@cocrea/server/src/storage/sqlite/document-operations.ts';
import { packFlush } from '@cocrea/server/src/storage/sqlite/flush-format.ts';
import type { DocumentOperations } from '@cocrea/server/src/storage/sqlite/operations.ts';
import { unpackStoredRows } from '@cocrea/server/src/storage/stored-rows.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newDatabaseFile, type DatabaseFile } from './database-file.ts';

let database: DatabaseFile;

beforeEach(async () => {
  database = await newDatabaseFile();
});
afterEach(() => database.remove());

function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, treeMerge(updates));
  return doc.getText('t').toString();
}

/** What two people write, as one update a row; with deletions, so that compaction has something to collect. */
function writing(rows: number): { updates: Uint8Array[]; text: string } {
  const [ana, luis] = [new Y.Doc(), new Y.Doc()];
  const updates: Uint8Array[] = [];
  for (let no = 0; no < rows; no += 1) {
    const doc = no % 2 === 0 ? ana : luis;
    const before = Y.encodeStateVector(doc);
    doc.transact(() => {
      const text = doc.getText('t');
      text.insert(text.length, `${no} `);
      if (no % 3 === 2) text.delete(0, 2);
    });
    const update = Y.encodeStateAsUpdate(doc, before);
    updates.push(update);
    Y.applyUpdate(doc === ana ? luis : ana, update);
  }
  return { updates, text: ana.getText('t').toString() };
}

const rowsOf = (packed: Uint8Array): StoredRow[] => unpackStoredRows(packed);

/** One compaction as the steps between which its process can be killed. Each call does one; the last returns true. */
function compaction(store: DocumentOperations, documentId: string): () => boolean {
  function* steps(): Generator<void> {
    const loaded = store.loadDocument(documentId);
    if (loaded === null) throw new Error('the document is gone');
    yield;
    const tail = unpackRows(rowsOf(loaded.rows)).flatMap(({ updates }) => updates);
    const update = compact(loaded.snapshot === null ? tail : [loaded.snapshot.update, ...tail]);
    yield;
    const written = store.writeSnapshot({
      documentId,
      base: loaded.snapshot?.seq ?? null,
      seq: loaded.lastSeq,
      at: 1,
      update,
    });
    if (!written) return;
    yield;
    const archivable = store.archivable(documentId);
    if (archivable === null) return;
    const { upTo } = archivable;
    let { rows } = archivable;
    while (rows.length > 0) {
      yield;
      // Two at a time, to be cut off in between.
      const moved = store.archiveSome({ documentId, upTo, rows: rows.slice(0, 2) });
      rows = moved === 0 ? rows.subarray(0, 0) : rows.subarray(moved);
    }
    yield;
    store.dropSnapshotsBefore({ documentId, seq: upTo });
  }
  const running = steps();
  return () => running.next().done === true;
}

/** All orders in which two may take their steps, at most so many each: "a" is a step of the first, "b" of the second. */
function interleavings(first: number, second: number): string[] {
  if (first === 0 || second === 0) return ['a'.repeat(first) + 'b'.repeat(second)];
  return [
    ...interleavings(first - 1, second).map((rest) => `a${rest}`),
    ...interleavings(first, second - 1).map((rest) => `b${rest}`),
  ];
}

test('[CO1] killed at any step, two at once in any order: the document reads the same and its history is whole', async () => {
  await (await database.open()).close();
  const connections: Connection[] = [0, 1].map(() => openConnection({ file: database.file, busyTimeout: 1000 }));
  const [first, second] = connections.map(documentOperations);
  if (first === undefined || second === undefined) throw new Error('two connections were opened');
  // What is examined here is the order of steps, not the disk.
  for (const connection of connections) connection.database().exec('PRAGMA synchronous = OFF');
  const { updates, text } = writing(12);
  const checked = new Set<string>();

  for (const [no, order] of interleavings(8, 5).entries()) {
    const documentId = `d${no}`;
    const clients = [{ clientId: 1, userId: 'ana' }];
    first.createDocument({ documentId, generation: 'g', at: 1, firstUpdate: updates[0] ?? Uint8Array.of(), clients });
    const append = (seq: number): void =>
      first.appendFlush(packFlush([{ documentId, seq, at: seq, updates: updates.slice(seq - 1, seq), newClients: [] }]));
    for (let seq = 2; seq <= 6; seq += 1) append(seq);
    first.writeSnapshot({ documentId, base: null, seq: 6, at: 1, update: compact(updates.slice(0, 6)) });
    for (let seq = 7; seq <= 12; seq += 1) append(seq);

    const [a, b] = [compaction(first, documentId), compaction(second, documentId)];
    for (let step = 1; step <= order.length; step += 1) {
      (order[step - 1] === 'a' ? a : b)();
      // Killed here: what a new process finds.
      const soFar = order.slice(0, step);
      if (checked.has(soFar)) continue;
      checked.add(soFar);
      const loaded = second.loadDocument(documentId);
      const tail = unpackRows(rowsOf(loaded?.rows ?? new Uint8Array())).flatMap((row) => row.updates);
      expect(textOf(loaded?.snapshot ? [loaded.snapshot.update, ...tail] : tail), soFar).toBe(text);
      expect(loaded?.damage, soFar).toEqual([]);
      const history = rowsOf(second.readHistory({ documentId, fromSeq: 1, toSeq: 12 }));
      expect(
        history.flatMap(({ data }) => unpackUpdates(data)),
        soFar,
      ).toEqual(updates);
    }
    expect(second.loadDocument(documentId)?.snapshot?.seq).toBe(12);
  }
  for (const connection of connections) connection.close();
  expect(checked.size).toBeGreaterThan(2000);
});

test('[CO1] people who write while it is compacted lose nothing: rows after its seq stay rows', async () => {
  const { documents } = await database.open();
  const { updates, text } = writing(30);
  const row = (seq: number) => ({ documentId: 'a', seq, at: seq, updates: updates.slice(seq - 1, seq), newClients: [] });
  await documents.create({ documentId: 'a', generation: 'g', at: 1, firstUpdate: updates[0] ?? Uint8Array.of(), clients: [] });
  for (let seq = 2; seq <= 20; seq += 1) await documents.append([row(seq)]);
  const update = compact(updates.slice(0, 20));
  for (let seq = 21; seq <= 30; seq += 1) await documents.append([row(seq)]);
  expect(await documents.writeSnapshot({ documentId: 'a', base: null, seq: 20, at: 1, update })).toBe(true);
  const loaded = await documents.load('a');
  expect(loaded?.tail.map(({ seq }) => seq)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30]);
  expect(textOf([update, ...(loaded?.tail ?? []).flatMap((one) => one.updates)])).toBe(text);
});

/** A process that writes numbers, or compacts, until it is killed. Resolves with how to wait for what it says and how to kill it. */
function start(role: 'writer' | 'compactor', file: string) {
  const entry = fileURLToPath(new URL('./compacting-process.ts', import.meta.url));
  const child = spawn(process.execPath, [entry, role, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  let last = 0;
  const waiting: { from: number; reached: () => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = Number(line);
    for (const one of waiting.filter(({ from }) => last >= from)) one.reached();
  });
  return {
    said: () => last,
    until: (from: number) =>
      Promise.race([
        new Promise<void>((reached) => waiting.push({ from, reached })),
        exited.then(([code]) => Promise.reject(new Error(`the ${role} ended by itself with ${code}`))),
      ]),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

test('[CO1] real processes killed while they write and compact: every number acknowledged is there, in order', async () => {
  const storage = await database.open();
  await storage.documents.create({ documentId: 'd', generation: 'g', at: 1, firstUpdate: Uint8Array.of(0, 0), clients: [] });
  let reached = 1;
  for (let round = 1; round <= 5; round += 1) {
    const writer = start('writer', database.file);
    const compactor = start('compactor', database.file);
    await Promise.all([writer.until(reached + 40 * round), compactor.until(2)]);
    // The compactor at any moment of its work, the writer at any moment of its own.
    await Promise.all(round % 2 === 0 ? [writer.kill(), compactor.kill()] : [compactor.kill(), writer.kill()]);
    const acknowledged = writer.said();

    const loaded = await storage.documents.load('d');
    if (loaded === null) throw new Error('the document is gone');
    reached = loaded.lastSeq;
    expect(reached).toBeGreaterThanOrEqual(acknowledged);
    const written = Array.from({ length: reached - 1 }, (_, index) => `${index + 2} `).join('');
    const tail = loaded.tail.flatMap(({ updates }) => updates);
    expect(textOf(loaded.snapshot === null ? tail : [loaded.snapshot.update, ...tail])).toBe(written);
    expect(loaded.damage).toEqual([]);
    const history = await storage.documents.history('d', { fromSeq: 1, toSeq: reached });
    expect(textOf(history.flatMap(({ updates }) => updates))).toBe(written);
  }
  expect((await storage.documents.load('d'))?.snapshot).not.toBeNull();
});
