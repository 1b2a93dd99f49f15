// Opens the store that the settings name: the file in the data folder, or a PostgreSQL database. For the server and for the command line.
import { join } from 'node:path';
import type { Config } from './config.ts';
import { labelOf } from './storage/postgres/database-label.ts';
import { lockFolder } from './storage/sqlite/folder-lock.ts';
import { openSqlite } from './storage/sqlite/open.ts';
import type { Storage } from './storage/storage.ts';

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>;

export interface Opening {
  /** How a server stands at it: with no other, or, at a PostgreSQL, with others that tell each other what they do. Left out by what works beside servers. */
  readonly standing?: 'alone' | 'together';
  readonly onTrouble?: (trouble: Error) => void;
}

/** Where everything is kept, for whoever runs the server. */
export function placeOf({ dataDir, databaseUrl }: Place): string {
  return databaseUrl === null ? dataDir : labelOf(databaseUrl);
}

/** Throws the AppErrors of `openSqlite` or `openPostgres`, and `folder_in_use` or `database_in_use` where another one stands in the way. */
export async function openStore({ dataDir, databaseUrl }: Place, opening: Opening = {}): Promise<Storage> {
  const { standing, ...hearing } = opening;
  if (databaseUrl !== null) {
    // Only here: most servers never need it.
    const { openPostgres } = await import('./storage/postgres/open.ts');
    return openPostgres({ url: databaseUrl, ...opening });
  }
  const unlock = standing !== undefined ? lockFolder(dataDir) : (): void => undefined;
  try {
    const storage = await openSqlite({ file: join(dataDir, 'cocrea.db'), ...hearing });
    return { ...storage, close: () => storage.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}
