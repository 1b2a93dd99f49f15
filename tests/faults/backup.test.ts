// A backup taken while people write, and put back: byte by byte what had been acknowledged at its seqs, in a history of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCodeOf } from '@cocrea/shared/errors.ts';
import { backUpInThread } from '@cocrea/server/src/storage/sqlite/backup/backup-in-thread.ts';
import { readBackup, type BackupManifest } from '@cocrea/server/src/storage/backup/manifest.ts';
import { restoreBackup } from '@cocrea/server/src/storage/sqlite/backup/restore-backup.ts';
import { writeBackup } from '@cocrea/server/src/storage/sqlite/backup/write-backup.ts';
import { lockFolder } from '@cocrea/server/src/storage/sqlite/folder-lock.ts';
import { openSqlite } from '@cocrea/server/src/storage/sqlite/open.ts';
import type { Storage } from '@cocrea/server/src/storage/storage.ts';
import { verifyChain } from '@cocrea/server/src/storage/verify-chain.ts';
import { connect, open } from '../support/clients.ts';
import { createNote } from '../support/note.ts';
import { printedRandom, type Random } from '../support/random.ts';
import { demoLab, repository, startServer, temporaryFolder, type RunningServer } from '../support/server.ts';
import { connectWitness, type Witness } from '../support/witness.ts';

const manifestOf = (folder: string): BackupManifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as BackupManifest;

/** Somebody who keeps each update they sent, with the clock it ended at. Each also crosses something out, so deletions are compared too. */
interface Scribe {
  readonly witness: Witness;
  write(): void;
  /** What they had sent up to a clock of theirs. */
  sentUpTo(clock: number): Uint8Array[];
  /** Their clock after the last update that was acknowledged. */
  acknowledgedClock(): number;
}

async function createScribe(server: RunningServer, at: { documentId: string; token: string; random: Random }): Promise<Scribe> {
  const witness = await connectWitness(server, at.documentId, { token: at.token });
  const { doc } = witness;
  const text = doc.getText('ledger');
  const sent: { readonly update: Uint8Array; readonly clock: number }[] = [];
  doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) sent.push({ update, clock: Y.getState(doc.store, doc.clientID) });
  });
  return {
    witness,
    write: () => {
      // A few under way at any time: as fast as the server takes them.
      if (witness.marks() - witness.acknowledged() > 4) return;
      witness.mark(() =>
        doc.transact(() => {
          if (text.length > 40) text.delete(at.random.below(text.length - 3), 1 + at.random.below(3));
          text.insert(at.random.below(text.length + 1), `${sent.length}, `);
        }),
      );
    },
    sentUpTo: (clock) => sent.flatMap((one) => (one.clock <= clock ? [one.update] : [])),
    acknowledgedClock: () => sent[witness.acknowledged() - 1]?.clock ?? 0,
  };
}

/** The bytes of a document that says what these updates say: the same whatever order or pieces they came in. */
function bytesOf(updates: readonly Uint8Array[]): Buffer {
  const doc = new Y.Doc();
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  expect(doc.store.pendingStructs).toBeNull();
  return Buffer.from(Y.encodeStateAsUpdate(doc));
}

const openStore = async (dataDir: string): Promise<Storage> => openSqlite({ file: join(dataDir, 'cocrea.db') });
const rowsTo = async ({ documents }: Storage, id: string, seq: number) =>
  (await documents.history(id, { fromSeq: 1, toSeq: seq })).map((row) => ({
    ...row,
    updates: row.updates.map((one) => Buffer.from(one)),
  }));

test('[DU7] taken while people write, it restores byte by byte to what was acknowledged at its seqs', async () => {
  await using server = await startServer();
  const random = printedRandom('backup');
  const tokens = [await server.token('facilitator'), await server.token('note_taker')];
  const scribes = new Map<string, Scribe[]>();
  for (let no = 0; no < 2; no += 1) {
    const documentId = await createNote(server, tokens[0] ?? '', `Nota ${no}`);
    const both = await Promise.all(tokens.map((token) => createScribe(server, { documentId, token, random })));
    scribes.set(documentId, both);
  }
  const all = [...scribes.values()].flat();
  const typing = setInterval(() => all.forEach((scribe) => scribe.write()), 5);
  await all[0]?.witness.waitFor(() => (all[0]?.witness.acknowledged() ?? 0) > 60, 'a good deal is written');

  const before = new Map(all.map((scribe) => [scribe, scribe.acknowledgedClock()]));
  const folder = join(temporaryFolder(), 'copia');
  expect(await server.cocrea('backup', folder)).toContain('Copia lista');
  const marksThen = all.map(({ witness }) => witness.marks());
  await all[0]?.witness.waitFor(() => (all[0]?.witness.marks() ?? 0) > (marksThen[0] ?? 0) + 40, 'people write on');
  clearInterval(typing);
  await Promise.all(all.map(({ witness }) => witness.allAcknowledged()));
  const generation = all[0]?.witness.hello()?.generation;
  for (const { witness } of all) witness.provider.disconnect();
  await server.stop();

  const restored = join(temporaryFolder(), 'data');
  await restoreBackup({ backup: folder, dataDir: restored, replace: false, now: Date.now });
  const [source, copy] = [await openStore(server.dataDir), await openStore(restored)];
  const manifest = manifestOf(folder);
  expect(manifest.documents.length).toBeGreaterThan(10);
  let late = 0;
  for (const { id, seq, generation: was } of manifest.documents) {
    // The rows themselves, against the log that went on.
    const [there, here] = [await copy.documents.load(id), await source.documents.load(id)];
    expect(there?.lastSeq, id).toBe(seq);
    expect(there?.damage).toEqual([]);
    expect(here?.generation).toBe(was);
    expect(there?.generation).not.toBe(was);
    late += (here?.lastSeq ?? 0) - seq;
    expect(await rowsTo(copy, id, seq), id).toEqual(await rowsTo(source, id, seq));
    // And what those who wrote them know of it.
    const updates = [...(there?.snapshot ? [there.snapshot.update] : []), ...(there?.tail.flatMap((row) => row.updates) ?? [])];
    const found = new Y.Doc();
    updates.forEach((update) => Y.applyUpdate(found, update));
    const written = scribes.get(id) ?? [];
    const clockOf = ({ witness }: Scribe): number => Y.getState(found.store, witness.doc.clientID);
    for (const scribe of written)
      expect(clockOf(scribe), 'acknowledged before it was taken').toBeGreaterThanOrEqual(before.get(scribe) ?? 0);
    if (written.length === 0) continue;
    const opening = (await source.documents.history(id, { fromSeq: 1, toSeq: 1 }))[0]?.updates ?? [];
    const ledger = written.flatMap((scribe) => scribe.sentUpTo(clockOf(scribe)));
    expect(bytesOf([...opening, ...ledger]).equals(bytesOf(updates)), `${id} at ${seq}, seed ${random.seed}`).toBe(true);
  }
  expect(late, 'it was taken in the middle').toBeGreaterThan(0);
  expect(await verifyChain(copy)).toMatchObject({ holds: true });
  await Promise.all([source.close(), copy.close()]);

  // Whoever wrote on after it is told so, and keeps their words apart. The server that serves it takes the next backup by itself.
  const backups = join(temporaryFolder(), 'copias');
  await using again = await startServer({ dataDir: restored, env: { COCREA_BACKUP_DIR: backups } });
  const [first] = all;
  const closed = Promise.withResolvers<number | undefined>();
  const [documentId = ''] = scribes.keys();
  const [token = ''] = tokens;
  const returning = open(again, documentId, {
    token,
    doc: first?.witness.doc ?? new Y.Doc(),
    prepare: (provider) => {
      provider.params['generation'] = generation ?? '';
      provider.on('closed', (event) => closed.resolve(event?.code));
    },
  });
  expect(await closed.promise).toBe(closeCodeOf('generation_changed'));
  returning.close();
  const stranger = await connect(again, documentId, { token });
  expect(stranger.doc.getText('ledger').length).toBeGreaterThan(0);
  stranger.close();
  for (const { witness } of all) witness.close();
  await expect.poll(() => again.output()).toContain('Copia de seguridad lista: ');
  const [name = ''] = readdirSync(backups);
  const next = (await readBackup(join(backups, name))).manifest;
  expect(next.labs.map(({ id }) => id)).toEqual([demoLab]);
  const metrics = await (await fetch(`${again.url}/metrics`)).text();
  expect(metrics).toContain(`cocrea_backup_timestamp_seconds ${Date.parse(next.takenAt) / 1000}\n`);
  expect(metrics).toContain(`cocrea_backup_bytes ${next.database.bytes}\n`);
  expect(metrics).toContain('cocrea_backup_failed_total 0\n');
});

describe('a backup', () => {
  const at = Date.UTC(2026, 10, 27, 23, 0, 0);
  const now = (): number => at;
  let dataDir: string;
  let storage: Storage;
  beforeAll(async () => {
    dataDir = join(temporaryFolder(), 'data');
    storage = await openStore(dataDir);
    // Large enough to be copied in several steps.
    const firstUpdate = new Uint8Array(12_000_000).fill(7);
    await storage.documents.create({ documentId: 'd', generation: 'g', at: 1, firstUpdate, clients: [] });
  });
  afterAll(() => storage.close());
  const inNewFolder = (name: string): string => join(temporaryFolder(), name);

  test('[DU7] killed at any step it is no backup, and nothing restores it', async () => {
    const folder = inNewFolder('copia');
    const left: { readonly step: string; readonly copy: string }[] = [];
    const kill = (step: string): void => {
      // What a process killed here would leave.
      const copy = inNewFolder(`muerta-${left.length}`);
      cpSync(folder, copy, { recursive: true });
      left.push({ step, copy });
    };
    await writeBackup({ dataDir, folder, now, onProgress: ({ step }) => kill(step) });
    const steps = left.map(({ step }) => step);
    expect(steps.filter((step) => step === 'copying').length).toBeGreaterThan(2);
    expect(new Set(steps)).toEqual(new Set(['copying', 'checking', 'sealing', 'settled']));
    for (const { step, copy } of left.slice(0, -1)) {
      const target = inNewFolder('data');
      const restoring = restoreBackup({ backup: copy, dataDir: target, replace: false, now });
      await expect(restoring, step).rejects.toMatchObject({ code: 'backup_not_whole' });
      expect(existsSync(target)).toBe(false);
      // Nor is it written over; before the first byte there is nothing to write over.
      if (readdirSync(copy).length === 0) continue;
      await expect(writeBackup({ dataDir, folder: copy, now })).rejects.toMatchObject({ code: 'backup_folder_not_empty' });
    }
    expect((await readBackup(left.at(-1)?.copy ?? '')).manifest.documents).toEqual([{ id: 'd', generation: 'g', seq: 1 }]);
  });

  test('[DU7] a file that changed afterwards is refused by its checksum, and named', async () => {
    const folder = inNewFolder('copia');
    await writeBackup({ dataDir, folder, now });
    const { status, stdout } = await run('sha256sum', ['-c', 'SHA256SUMS'], folder);
    expect([status, stdout]).toEqual([0, 'cocrea.db: OK\nmanifest.json: OK\n']);
    for (const name of ['cocrea.db', 'manifest.json']) {
      const changed = inNewFolder('copia');
      cpSync(folder, changed, { recursive: true });
      appendFileSync(join(changed, name), '\n');
      const target = inNewFolder('data');
      await expect(restoreBackup({ backup: changed, dataDir: target, replace: false, now })).rejects.toMatchObject({
        code: 'backup_damaged',
        details: { file: join(changed, name) },
      });
      expect(existsSync(target)).toBe(false);
    }
  });

  test('[DU7] over a folder with data it asks to be told, keeps what was there aside, and never takes one that is in use', async () => {
    const folder = inNewFolder('copia');
    await writeBackup({ dataDir, folder, now });
    const target = inNewFolder('data');
    mkdirSync(target);
    writeFileSync(join(target, 'cocrea.db'), 'what was there');
    const restoring = (replace: boolean) => restoreBackup({ backup: folder, dataDir: target, replace, now });
    await expect(restoring(false)).rejects.toMatchObject({ code: 'folder_not_empty' });
    const unlock = lockFolder(target);
    await expect(restoring(true)).rejects.toMatchObject({ code: 'folder_in_use' });
    unlock();
    expect(readFileSync(join(target, 'cocrea.db'), 'utf8')).toBe('what was there');

    const { aside } = await restoring(true);
    expect(aside).toBe(`${target}.anterior-2026-11-27T23-00-00Z`);
    expect(readFileSync(join(aside ?? '', 'cocrea.db'), 'utf8')).toBe('what was there');
    expect(readdirSync(dirname(target)).toSorted()).toEqual([basename(target), basename(aside ?? '')]);
    const restored = await openStore(target);
    expect((await restored.documents.load('d'))?.generation).not.toBe('g');
    await restored.close();
  });

  test('[DU7] is never written into the data folder, from a folder without data, or from a damaged one', async () => {
    await expect(writeBackup({ dataDir, folder: join(dataDir, 'copia'), now })).rejects.toMatchObject({
      code: 'backup_inside_data',
    });
    const empty = temporaryFolder();
    const folder = inNewFolder('copia');
    await expect(writeBackup({ dataDir: empty, folder, now })).rejects.toMatchObject({ code: 'data_folder_empty' });
    const damaged = inNewFolder('data');
    mkdirSync(damaged);
    await writeBackup({ dataDir, folder, now });
    const content = readFileSync(join(folder, 'cocrea.db'));
    for (let page = 2; page < 40; page += 1) content.fill(0xff, page * 4096, page * 4096 + 512);
    writeFileSync(join(damaged, 'cocrea.db'), content);
    const refused = inNewFolder('copia');
    await expect(writeBackup({ dataDir: damaged, folder: refused, now })).rejects.toMatchObject({
      code: 'database_damaged',
      details: { file: join(damaged, 'cocrea.db') },
    });
    expect(existsSync(refused), 'nothing is left of it').toBe(false);
  });

  test('[DU7] the text that people suggest in begins another generation too', async () => {
    const outside = new DatabaseSync(join(dataDir, 'cocrea.db'));
    outside.exec("INSERT INTO labs VALUES ('lab', 'Lab', '{}', 0, 1)");
    outside.close();
    const folder = inNewFolder('copia');
    await writeBackup({ dataDir, folder, now });
    const target = inNewFolder('data');
    await restoreBackup({ backup: folder, dataDir: target, replace: false, now });
    const restored = await openStore(target);
    // `d` belongs to no lab's list of documents.
    expect((await restored.documents.load('d'))?.generation).not.toBe('g');
    expect((await restored.records.events('lab', { after: 0, limit: 9 })).map(({ type }) => type)).toEqual(['lab.restored']);
    await restored.close();
  });
});

test('[DU7] the command killed while it copies leaves nothing that restores', async () => {
  const dataDir = temporaryFolder();
  const storage = await openStore(dataDir);
  const firstUpdate = new Uint8Array(30_000_000).fill(7);
  await storage.documents.create({ documentId: 'd', generation: 'g', at: 1, firstUpdate, clients: [] });
  const folder = join(temporaryFolder(), 'copia');
  const child = spawn(process.execPath, [join(repository, 'server/src/cli/cocrea.ts'), 'backup', folder], {
    env: { ...process.env, COCREA_DATA_DIR: dataDir },
  });
  await once(child.stderr, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  const target = join(temporaryFolder(), 'data');
  await expect(restoreBackup({ backup: folder, dataDir: target, replace: false, now: Date.now })).rejects.toMatchObject({
    code: 'backup_not_whole',
  });
  await storage.close();
});

test('[DU7] a backup in its own thread is given up when the server ends', async () => {
  const dataDir = temporaryFolder();
  const storage = await openStore(dataDir);
  const firstUpdate = new Uint8Array(20_000_000).fill(7);
  await storage.documents.create({ documentId: 'd', generation: 'g', at: 1, firstUpdate, clients: [] });
  for (const milliseconds of [0, 60, 120]) {
    const folder = join(temporaryFolder(), 'copia');
    const stop = new AbortController();
    const taking = backUpInThread({ dataDir, folder }, stop.signal);
    setTimeout(() => stop.abort(new Error('ending')), milliseconds);
    await expect(taking).rejects.toThrow('ending');
    await expect(readBackup(folder)).rejects.toMatchObject({ code: 'backup_not_whole' });
  }
  const folder = join(temporaryFolder(), 'copia');
  expect((await backUpInThread({ dataDir, folder }, new AbortController().signal)).documents).toHaveLength(1);
  await expect(backUpInThread({ dataDir, folder }, new AbortController().signal)).rejects.toMatchObject({
    code: 'backup_folder_not_empty',
  });
  await storage.close();
});

async function run(program: string, args: readonly string[], cwd: string): Promise<{ status: number; stdout: string }> {
  const child = spawn(program, args, { cwd });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number];
  return { status, stdout };
}
