// The folder of scheduled backups: one folder a backup, named by its moment. Only what carries such a name is looked at, and only what is
// beyond the number to keep, or was never finished, is removed.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readBackup, sumsName, type BackupManifest } from './manifest.ts';

export interface KeptBackup {
  readonly folder: string;
  readonly manifest: BackupManifest;
}

/** `cocrea-2026-11-27T23-00-00Z`: sorted by name is sorted by time. */
export function backupName(at: number): string {
  return `cocrea-${new Date(at)
    .toISOString()
    .replaceAll(':', '-')
    .replace(/\.\d+Z$/, 'Z')}`;
}
const isBackupName = (name: string): boolean => /^cocrea-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/.test(name);

/** The finished ones, newest first. The folder is made when missing. */
export async function keptBackups(folder: string): Promise<KeptBackup[]> {
  const found = await Promise.all((await namesIn(folder)).map((name) => finished(join(folder, name))));
  return found.filter((one) => one !== null);
}

/** Removes the finished ones beyond the newest `keep`, and what a server that was killed left unfinished. Not while one is being taken. */
export async function dropOldBackups(folder: string, keep: number): Promise<void> {
  let kept = 0;
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    if ((await finished(path)) !== null && kept < keep) kept += 1;
    else {
      // First what makes it count as finished: cut off here, it is removed the next time.
      await rm(join(path, sumsName), { force: true });
      await rm(path, { recursive: true, force: true });
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return (await readdir(folder)).filter(isBackupName).toSorted().toReversed();
}

async function finished(folder: string): Promise<KeptBackup | null> {
  try {
    return { folder, manifest: (await readBackup(folder)).manifest };
  } catch {
    return null;
  }
}
