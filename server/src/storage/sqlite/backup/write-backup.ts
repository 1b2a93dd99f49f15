// Takes a backup of a data folder, also while a server writes in it. The copy is of one moment: the connection it is made over keeps what it
// read first (a read transaction of the write-ahead log), so writers neither wait for it nor show up in it half.
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rm, rmdir, stat, statfs } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { AppError } from '@cocrea/shared/errors.ts';
import { programVersion } from '../../../program-version.ts';
import { asAppError, isCorruption } from '../failures.ts';
import { describeCopy } from './describe-copy.ts';
import { databaseName, formatSums, manifestName, sumsName, unfinished, type BackupManifest } from '../../backup/manifest.ts';
import { settleAs, sha256Of, writeSettled } from '../../backup/settled-files.ts';

/** What it is doing, and how much of that is done, from 0 to 1. */
export interface BackupProgress {
  readonly step: 'copying' | 'checking' | 'sealing' | 'settled';
  readonly done: number;
}

export interface BackupWork {
  readonly dataDir: string;
  /** Made when missing; it must be empty. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onProgress?: (progress: BackupProgress) => void;
}

/** Pages of 4 KiB copied in one step: some milliseconds of work, then it is told how far it is. */
const pagesAStep = 1024;

/**
 * Resolves when all of it is on the disk. Throws AppError `data_folder_empty`, `backup_inside_data`, `backup_folder_not_empty`,
 * `backup_no_room`, `database_damaged`, `disk_full` or `store_unavailable`; then the folder is as it was. Killed, it leaves a folder
 * that no restore takes for a backup.
 */
export async function writeBackup({ dataDir, folder, now, onProgress = () => undefined }: BackupWork): Promise<BackupManifest> {
  const source = join(dataDir, databaseName);
  if (!existsSync(source)) throw new AppError('data_folder_empty', { folder: dataDir });
  const inside = relative(resolve(dataDir), resolve(folder));
  if (!inside.startsWith('..')) throw new AppError('backup_inside_data', { folder, data: dataDir });
  const made = await emptyFolder(folder);
  try {
    await refuseNoRoom(source, folder);
    const takenAt = await copyDatabase(source, { to: join(folder, databaseName + unfinished), now, onProgress });
    await chmod(join(folder, databaseName + unfinished), 0o600);
    onProgress({ step: 'checking', done: 0 });
    const described = describeCopy(join(folder, databaseName + unfinished), { source });
    await settleAs(join(folder, databaseName + unfinished), join(folder, databaseName));
    onProgress({ step: 'sealing', done: 0 });
    const { size: bytes } = await stat(join(folder, databaseName));
    let read = 0;
    const sha256 = await sha256Of(join(folder, databaseName), (some) => {
      read += some;
      onProgress({ step: 'sealing', done: read / bytes });
    });
    const manifest: BackupManifest = {
      format: 'cocrea.backup.v1',
      program: programVersion,
      sqlite: process.versions['sqlite'] ?? '',
      takenAt: new Date(takenAt).toISOString(),
      database: { file: databaseName, bytes, sha256 },
      ...described,
    };
    await writeSettled(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    const sums = new Map([
      [databaseName, sha256],
      [manifestName, await sha256Of(join(folder, manifestName))],
    ]);
    await writeSettled(join(folder, sumsName), formatSums(sums));
    onProgress({ step: 'settled', done: 1 });
    return manifest;
  } catch (error) {
    await forgetUnfinished(folder, { made });
    if (isCorruption(error)) throw new AppError('database_damaged', { file: source, reason: (error as Error).message });
    throw asAppError(error);
  }
}

/** Whether it had to be made. */
async function emptyFolder(folder: string): Promise<boolean> {
  const made = (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined;
  if ((await readdir(folder)).length > 0) throw new AppError('backup_folder_not_empty', { folder });
  return made;
}

async function refuseNoRoom(source: string, folder: string): Promise<void> {
  const [{ size }, log] = await Promise.all([stat(source), stat(`${source}-wal`).catch(() => ({ size: 0 }))]);
  const { bavail, bsize } = await statfs(folder);
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
  const needed = size + log.size;
  if (bavail * bsize < needed) {
    throw new AppError('backup_no_room', { folder, needed: megabytes(needed), free: megabytes(bavail * bsize) });
  }
}

/** The moment the copy is of. */
async function copyDatabase(
  source: string,
  { to, now, onProgress }: { to: string; now: () => number; onProgress: (progress: BackupProgress) => void },
): Promise<number> {
  const database = new DatabaseSync(source, { timeout: 5000 });
  try {
    database.exec('BEGIN');
    // The first read is the moment.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    const takenAt = now();
    onProgress({ step: 'copying', done: 0 });
    await backup(database, to, {
      rate: pagesAStep,
      progress: ({ totalPages, remainingPages }) => onProgress({ step: 'copying', done: 1 - remainingPages / totalPages }),
    });
    database.exec('COMMIT');
    return takenAt;
  } finally {
    database.close();
  }
}

async function forgetUnfinished(folder: string, { made }: { made: boolean }): Promise<void> {
  const ours = [databaseName, manifestName, sumsName].flatMap((name) => [name, name + unfinished]);
  const journals = ['-journal', '-wal', '-shm'].map((end) => databaseName + unfinished + end);
  for (const name of [...ours, ...journals]) await rm(join(folder, name), { force: true });
  if (made) await rmdir(folder).catch(() => undefined);
}
