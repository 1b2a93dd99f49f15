// One server for one data folder: two would each keep the rooms of the same documents, and their people would not see one another. The
// lock is one of the operating system's, held on a file of its own, so a killed server leaves none behind.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '@cocrea/shared/errors.ts';
import { isBusy } from './failures.ts';

/** A server that is ending gets so many milliseconds to let go, where nothing else is said. */
const patience = 3_000;

/**
 * Returns how to let go. Throws AppError `folder_in_use`, or `database_unreachable` where the folder cannot be written. Command lines do
 * not ask for it: they work beside the server.
 */
export function lockFolder(folder: string, { wait = patience }: { wait?: number } = {}): () => void {
  const file = join(folder, 'server.lock');
  let lock: DatabaseSync | null = null;
  try {
    // What people are called and wrote is in there: a folder we make is its owner's alone.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    lock = new DatabaseSync(file, { timeout: wait });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if (isBusy(error)) throw new AppError('folder_in_use', { folder });
    throw new AppError('database_unreachable', { file, reason: error instanceof Error ? error.message : String(error) });
  }
  const held = lock;
  return () => held.close();
}
