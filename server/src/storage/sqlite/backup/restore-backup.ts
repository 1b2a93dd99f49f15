// Puts a backup in the place of a data folder: its checksums first, then a copy of it made ready beside the place, then two renames. What was
// there is kept aside under another name; nothing is ever deleted.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '@cocrea/shared/errors.ts';
import { renewGenerations } from '../../renew-generations.ts';
import { lockFolder } from '../folder-lock.ts';
import { openSqlite } from '../open.ts';
import { databaseName, readBackup, type BackupManifest } from '../../backup/manifest.ts';
import { sha256Of, sync } from '../../backup/settled-files.ts';

export interface RestoreWork {
  readonly backup: string;
  readonly dataDir: string;
  /** Whether a data folder that has something in it may be put aside. */
  readonly replace: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What it is doing, and how much of that is done, from 0 to 1. */
  readonly onProgress?: (progress: { readonly step: 'checking' | 'copying' | 'preparing'; readonly done: number }) => void;
}

export interface Restored {
  readonly manifest: BackupManifest;
  /** Where what was in the data folder is now; null where there was nothing. */
  readonly aside: string | null;
}

/**
 * Throws AppError `backup_not_whole`, `backup_damaged`, `folder_in_use`, `folder_not_empty`, `folder_not_movable`, and those of `openSqlite` for a backup that
 * this program cannot read; then the data folder is as it was.
 */
export async function restoreBackup(work: RestoreWork): Promise<Restored> {
  const { backup, replace, now, onProgress = () => undefined } = work;
  const dataDir = resolve(work.dataDir);
  const { manifest, sums } = await readBackup(backup);
  let read = 0;
  for (const [name, sum] of sums) {
    const found = await sha256Of(join(backup, basename(name)), (some) => {
      read += some;
      onProgress({ step: 'checking', done: Math.min(1, read / manifest.database.bytes) });
    }).catch(() => null);
    if (found !== sum) throw new AppError('backup_damaged', { file: join(backup, basename(name)) });
  }
  const unlock = existsSync(dataDir) ? lockFolder(dataDir, { wait: 0 }) : () => undefined;
  try {
    const present = existsSync(dataDir) ? (await readdir(dataDir)).filter((name) => !name.startsWith('server.lock')) : [];
    if (present.length > 0 && !replace) throw new AppError('folder_not_empty', { folder: dataDir });
    const stamp = new Date(now())
      .toISOString()
      .replaceAll(':', '-')
      .replace(/\.\d+Z$/, 'Z');
    const ready = `${dataDir}.restaurando-${stamp}`;
    try {
      await makeReady(ready, { backup, manifest, onProgress });
      const aside = present.length > 0 ? `${dataDir}.anterior-${stamp}` : null;
      await putInPlace(ready, { dataDir, aside });
      return { manifest, aside };
    } catch (error) {
      await rm(ready, { recursive: true, force: true });
      throw error;
    }
  } finally {
    unlock();
  }
}

/** A folder that a server can open as it is: copied, checked again, brought to this program's schema, every text of another generation. */
async function makeReady(
  folder: string,
  { backup, manifest, onProgress }: { backup: string; manifest: BackupManifest } & Required<Pick<RestoreWork, 'onProgress'>>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { mode: 0o700 });
  const file = join(folder, databaseName);
  onProgress({ step: 'copying', done: 0 });
  await copyFile(join(backup, databaseName), file);
  // The backup may lie on something that is read only.
  await chmod(file, 0o600);
  if ((await sha256Of(file)) !== manifest.database.sha256) {
    throw new AppError('backup_damaged', { file: join(backup, databaseName) });
  }
  onProgress({ step: 'preparing', done: 0 });
  const storage = await openSqlite({ file });
  try {
    await renewGenerations({ records: storage.records, database: storage.database, now: Date.now });
  } finally {
    await storage.close();
  }
  await sync(file);
  await sync(folder);
}

async function putInPlace(ready: string, { dataDir, aside }: { dataDir: string; aside: string | null }): Promise<void> {
  if (aside !== null) {
    await rename(dataDir, aside).catch((error: unknown) => {
      // A mount point, or a folder above it that this user may not write in.
      throw new AppError('folder_not_movable', { folder: dataDir, reason: (error as Error).message });
    });
  } else await forgetEmpty(dataDir);
  try {
    await rename(ready, dataDir);
  } catch (error) {
    if (aside !== null) await rename(aside, dataDir);
    throw error;
  }
  await sync(dirname(dataDir));
}

/** What an empty data folder may have: the lock of a server that was there. */
async function forgetEmpty(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) if (name.startsWith('server.lock')) await rm(join(folder, name));
  await rmdir(folder);
}
