// A database file for one test: opened as often as the test wants, looked into and damaged from outside, removed at its end.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqlite, type StorageSettings } from '@cocrea/server/src/storage/sqlite/open.ts';
import type { Storage } from '@cocrea/server/src/storage/storage.ts';

export interface DatabaseFile {
  readonly file: string;
  readonly folder: string;
  /** Every opening is a thread and a connection of its own, like another process. */
  open(settings?: Omit<StorageSettings, 'file'>): Promise<Storage>;
  /** Runs `work` on a connection outside of the program. */
  outside<Result>(work: (database: DatabaseSync) => Result): Result;
  /** Closes what is open and removes the folder. */
  remove(): Promise<void>;
}

export async function newDatabaseFile(): Promise<DatabaseFile> {
  const folder = await mkdtemp(join(tmpdir(), 'cocrea-store-'));
  const file = join(folder, 'cocrea.db');
  const opened: Storage[] = [];
  return {
    file,
    folder,
    open: async (settings = {}) => {
      const storage = await openSqlite({ file, ...settings });
      opened.push(storage);
      return storage;
    },
    outside: (work) => {
      const database = new DatabaseSync(file, { timeout: 5000 });
      try {
        return work(database);
      } finally {
        database.close();
      }
    },
    remove: async () => {
      await Promise.allSettled(opened.map((storage) => storage.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
