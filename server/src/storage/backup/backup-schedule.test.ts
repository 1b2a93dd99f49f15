// When the server takes a backup by itself, what it keeps, and what it does after one failed.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBackups, type BackupSchedule } from './backup-schedule.ts';
import type { BackupManifest } from './manifest.ts';

const hour = 3_600_000;
let folder: string;
let clock: number;
let waiting: { readonly milliseconds: number; readonly work: () => void } | null;
let heard: string[];
let schedule: BackupSchedule | null;
/** Resolves with the next thing that is heard or waited for. */
let something: PromiseWithResolvers<void>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cocrea-backups-'));
  clock = Date.UTC(2026, 10, 27, 23, 0, 0);
  [waiting, heard, schedule, something] = [null, [], null, Promise.withResolvers()];
});
afterEach(async () => {
  await schedule?.close();
  rmSync(folder, { recursive: true, force: true });
});

function finishIn(target: string): BackupManifest {
  mkdirSync(target, { recursive: true });
  const manifest: BackupManifest = {
    ...{ format: 'cocrea.backup.v1', program: '0', schema: 1, sqlite: '3', takenAt: new Date(clock).toISOString() },
    ...{ database: { file: 'cocrea.db', bytes: 7, sha256: '00' }, documents: [], labs: [] },
  };
  writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(target, 'SHA256SUMS'),
    ['cocrea.db', 'manifest.json'].map((name) => `${'0'.repeat(64)}  ${name}\n`).join(''),
  );
  return manifest;
}

function start({ keep = 2, fails = () => false }: { keep?: number; fails?: () => boolean } = {}): void {
  schedule = startBackups(
    { folder, hours: 6, keep },
    {
      take: async (target) => {
        if (fails()) throw new Error('no disk');
        return finishIn(target);
      },
      now: () => clock,
      after: (milliseconds, work) => {
        waiting = { milliseconds, work };
        something.resolve();
        return () => (waiting = null);
      },
      onKnown: (takenAt, bytes) => heard.push(`known ${(clock - takenAt) / hour} h ${bytes}`),
      onTaken: ({ folder: target }) => heard.push(`taken ${target.slice(folder.length + 1)}`),
      onFailed: (error) => heard.push(`failed ${String(error)}`),
    },
  );
}

/** Lets the time pass that is waited for, and waits until the next one is. */
async function pass(): Promise<number> {
  const due = waiting;
  if (due === null) throw new Error('nothing is waited for');
  clock += due.milliseconds;
  something = Promise.withResolvers();
  due.work();
  await something.promise;
  return waiting?.milliseconds ?? -1;
}

test('at once where there is none, then every so many hours; older than kept are dropped, nothing else is touched', async () => {
  mkdirSync(join(folder, 'cocrea-2026-11-01T00-00-00Z'));
  writeFileSync(join(folder, 'cocrea-2026-11-01T00-00-00Z', 'cocrea.db.part'), 'of a server that was killed');
  writeFileSync(join(folder, 'carta.txt'), 'somebody’s');
  mkdirSync(join(folder, 'cocrea-2026'));
  start();
  await something.promise;
  expect(waiting?.milliseconds).toBe(0);
  for (let times = 0; times < 4; times += 1) expect(await pass()).toBe(6 * hour);
  await schedule?.close();
  expect(readdirSync(folder)).toEqual(['carta.txt', 'cocrea-2026', 'cocrea-2026-11-28T11-00-00Z', 'cocrea-2026-11-28T17-00-00Z']);
  expect(heard.filter((line) => line.startsWith('taken'))).toHaveLength(4);
});

test('a restart waits for what is left of the time since the newest', async () => {
  finishIn(join(folder, 'cocrea-2026-11-27T23-00-00Z'));
  clock += 4 * hour;
  start();
  await something.promise;
  expect(waiting?.milliseconds).toBe(2 * hour);
  expect(heard).toEqual(['known 4 h 7']);
});

test('one that failed is told, keeps the older ones, and is tried again soon', async () => {
  clock -= 7 * 24 * hour;
  finishIn(join(folder, 'cocrea-2026-11-20T23-00-00Z'));
  clock += 7 * 24 * hour;
  let broken = true;
  start({ keep: 1, fails: () => broken });
  await something.promise;
  expect(await pass()).toBe(hour / 4);
  expect(heard.at(-1)).toBe('failed Error: no disk');
  expect(existsSync(join(folder, 'cocrea-2026-11-20T23-00-00Z'))).toBe(true);
  broken = false;
  expect(await pass()).toBe(6 * hour);
  await schedule?.close();
  expect(readdirSync(folder)).toEqual(['cocrea-2026-11-27T23-15-00Z']);
});

test('closed, it takes no more', async () => {
  start();
  await something.promise;
  await schedule?.close();
  expect(waiting).toBeNull();
  expect(heard).toEqual([]);
});
