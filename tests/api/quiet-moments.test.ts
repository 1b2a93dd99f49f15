// A text that came to rest becomes an automatic version, once for each rest, also where the server was stopped before it could be kept.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { keepQuietMoments } from '@cocrea/server/src/history/quiet-moments.ts';
import type { CommittedText } from '@cocrea/server/src/realtime/ports.ts';
import { openSqlite } from '@cocrea/server/src/storage/sqlite/open.ts';
import { drafts, draftsLab, folderWithDrafts } from '../support/lab-of-drafts.ts';

const quietMinutes = 0.002;
let dataDir: string;
let storage: Awaited<ReturnType<typeof openSqlite>>;
let hear: (row: CommittedText) => void = () => undefined;
beforeAll(async () => {
  dataDir = await folderWithDrafts();
  storage = await openSqlite({ file: join(dataDir, 'cocrea.db') });
});
afterAll(async () => {
  await storage?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const desk = (now: () => number = Date.now) => ({
  records: storage.records,
  database: storage.database,
  now,
  documents: {
    of: (id: string) => Promise.resolve(id.startsWith('bifurcado') ? null : { labId: draftsLab, kind: 'draft' as const }),
  },
});
const log = {
  error: (facts: object) => {
    throw new Error(JSON.stringify(facts));
  },
};
const rooms = {
  onTextCommitted: (listener: (row: CommittedText) => void) => {
    hear = listener;
    return () => undefined;
  },
};
const start = (now?: () => number) => keepQuietMoments(desk(now), { rooms, limits: { quietMinutes }, log });
const versions = (document: string = drafts.first) =>
  storage.records.read(
    storage.database
      .selectFrom('draft_versions')
      .where('document_id', '=', document)
      .select(['seq', 'kind', 'actor_id as actorId', 'at'])
      .orderBy('seq')
      .compile(),
  );
const seqs = async () => (await versions()).map(({ seq }) => seq);
/** A row of the text, as the engine writes and tells it. */
async function write(seq: number, at = Date.now()): Promise<void> {
  const doc = new Y.Doc();
  doc.getText('x').insert(0, 'a');
  const row = { documentId: drafts.first, seq, at, updates: [Y.encodeStateAsUpdate(doc)], newClients: [] };
  await storage.documents.append([row]);
  hear({ ...row, here: true, deleted: [] });
}

test('a text that came to rest becomes a version of its last moment, once', async () => {
  const quiet = start();
  await quiet.begun;
  expect(await seqs()).toEqual([]);
  for (const seq of [2, 3, 4]) await write(seq);
  const { at } = (await storage.documents.history(drafts.first, { fromSeq: 4, toSeq: 4 }))[0] ?? { at: 0 };
  await expect.poll(() => versions()).toEqual([{ seq: 4, kind: 'automatic', actorId: null, at }]);
  await write(5);
  await expect.poll(seqs).toEqual([4, 5]);
  // Nothing was written since; what has no record of its own has no versions.
  hear({ documentId: drafts.first, seq: 5, at: Date.now(), updates: [], newClients: [], here: true, deleted: [] });
  hear({ documentId: 'bifurcado', seq: 9, at: Date.now(), updates: [], newClients: [], here: true, deleted: [] });
  await write(6);
  await expect.poll(seqs).toEqual([4, 5, 6]);
  expect(await versions('bifurcado')).toEqual([]);
  quiet.close();
});

test('what was about to rest when the server stopped is kept when it starts, and old ones grow fewer', async () => {
  const hours = 3_600_000;
  const base = Math.floor(Date.now() / hours) * hours;
  await write(7);
  await write(8);
  const first = start();
  await first.begun;
  first.close();
  expect(await seqs()).toEqual([4, 5, 6]);
  const again = start(() => Date.now() + 60_000);
  await again.begun;
  again.close();
  expect(await seqs()).toEqual([4, 5, 6, 8]);
  // Three days on, those of one hour are one.
  await storage.records.record({
    labId: null,
    commandId: randomUUID(),
    statements: [
      {
        query: storage.database
          .updateTable('draft_versions')
          .set({ at: base + 1 })
          .where('seq', 'in', [4, 5])
          .compile(),
      },
      {
        query: storage.database
          .updateTable('draft_versions')
          .set({ at: base + 2 })
          .where('seq', 'in', [6, 8])
          .compile(),
      },
    ],
    events: [],
  });
  await write(9, base + 72 * hours);
  const later = start(() => base + 73 * hours);
  await later.begun;
  later.close();
  const left = await seqs();
  expect(left).toHaveLength(2);
  expect([6, 8]).toContain(left[0]);
  expect(left[1]).toBe(9);
});

test('[NO4] a text that comes to rest on two nodes at once becomes one version', async () => {
  const last = (
    await storage.records.read(
      storage.database.selectFrom('yjs_documents').where('id', '=', drafts.first).select('last_seq').compile(),
    )
  )[0]?.last_seq;
  const before = await seqs();
  // Long rested, and not kept yet: each node that starts finds it.
  await write(Number(last) + 1, Date.now() - 3_600_000);
  const nodes = Array.from({ length: 4 }, () => start());
  await Promise.all(nodes.map(({ begun }) => begun));
  expect(await seqs()).toEqual([...before, Number(last) + 1]);
  for (const node of nodes) node.close();
});
