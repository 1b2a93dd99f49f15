// Whether there is room to go on writing, and whether the backups the settings ask for are there.
import { statfs, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckupFinding } from '@cocrea/shared/domain/checkup.ts';
import { keptBackups } from '../../storage/backup/kept-backups.ts';
import { databaseName } from '../../storage/backup/manifest.ts';

const megabyte = 1_000_000;
/** Less is as good as nothing: a commit, the log and a snapshot need some megabytes. */
const full = 50 * megabyte;
/** Less, or less than the database again, is little: a backup on the same disk or a restore would not fit. */
const low = 500 * megabyte;

export function diskFindings(folder: string, { free, size }: { free: number; size: number }): CheckupFinding[] {
  const details = { folder, free: Math.floor(free / megabyte) };
  if (free < full) return [{ kind: 'disk_full', details }];
  return free < Math.max(low, size) ? [{ kind: 'disk_low', details }] : [];
}

export async function checkDisk(dataDir: string): Promise<CheckupFinding[]> {
  const [{ bavail, bsize }, { size }] = await Promise.all([statfs(dataDir), stat(join(dataDir, databaseName))]);
  return diskFindings(dataDir, { free: bavail * bsize, size });
}

export async function checkBackups(
  { backupDir, backupHours }: { backupDir: string | null; backupHours: number },
  now: number,
): Promise<CheckupFinding[]> {
  if (backupDir === null) return [];
  const [newest] = await keptBackups(backupDir);
  if (newest === undefined) return [{ kind: 'backup_none', details: { folder: backupDir } }];
  const hours = Math.floor((now - Date.parse(newest.manifest.takenAt)) / 3_600_000);
  return hours > 2 * backupHours ? [{ kind: 'backup_old', details: { folder: backupDir, hours } }] : [];
}
