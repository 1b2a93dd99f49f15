// Opens the store that the settings name: the file in the data folder, or a PostgreSQL database. For the server and for the command line.
import { join } from 'node:path';
import type { Config } from './config.ts';
import { labelOf } from './storage/postgres/database-label.ts';
import { lockFolder } from './storage/sqlite/folder-lock.ts';
import { openSqlite } from './storage/sqlite/open.ts';
import type { Storage } from './storage/storage.ts';

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>;

export interface Opening {
  /** Whether nobody else may have it open this way: a server is alone, the command line works beside it. */
  readonly alone?: boolean;
  readonly onTrouble?: (trouble: Error) => void;
}

/** Where everything is kept, for whoever runs the server. */
export function placeOf({ dataDir, databaseUrl }: Place): string {
  return databaseUrl === null ? dataDir : labelOf(databaseUrl);
}

/** Throws the AppErrors of `openSqlite` or `openPostgres`, and `folder_in_use` or `database_in_use` where another one is alone. */
export async function openStore({ dataDir, databaseUrl }: Place, opening: Opening = {}): Promise<Storage> {
  const { alone = false, ...hearing } = opening;
  if (databaseUrl !== null) {
    // Only here: most servers never need it.
    const { openPostgres } = await import('./storage/postgres/open.ts');
    return openPostgres({ url: databaseUrl, alone, ...hearing });
  }
  const unlock = alone ? lockFolder(dataDir) : (): void => undefined;
  try {
    const storage = await openSqlite({ file: join(dataDir, 'cocrea.db'), ...hearing });
    return { ...storage, close: () => storage.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}
