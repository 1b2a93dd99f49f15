// Opens the data for one command, beside a server that may be running on them, and lets go of them whatever happens.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Config } from '../config.ts';
import { createSessions, type Sessions } from '../identity/sessions.ts';
import { openStore, placeOf, type Opening } from '../open-store.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface DataFolder {
  readonly ledger: Ledger;
  readonly sessions: Sessions;
}

/** The data folder of commands that copy or examine its files. Throws AppError `data_in_database` where everything is in PostgreSQL. */
export function folderOf({ dataDir, databaseUrl }: Config): string {
  if (databaseUrl !== null) throw new AppError('data_in_database', { file: placeOf({ dataDir, databaseUrl }) });
  return dataDir;
}

/** Throws the AppErrors of `openStore`, and what `work` throws. */
export async function inDataFolder<Result>(
  config: Config,
  work: (folder: DataFolder) => Promise<Result>,
  opening: Opening = {},
): Promise<Result> {
  const storage = await openStore(config, opening);
  try {
    const ledger: Ledger = { records: storage.records, database: storage.database, now: Date.now };
    const { accountSessionDays: accountDays, deviceSessionDays: deviceDays, tokenDays } = config;
    return await work({ ledger, sessions: createSessions(ledger, { accountDays, deviceDays, tokenDays }) });
  } finally {
    await storage.close();
  }
}
