// Opens the data folder for one command, beside a server that may be running on it, and lets go of it whatever happens.
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createSessions, type Sessions } from '../identity/sessions.ts';
import type { Ledger } from '../storage/ledger.ts';
import { openSqlite } from '../storage/sqlite/open.ts';

export interface DataFolder {
  readonly ledger: Ledger;
  readonly sessions: Sessions;
}

/** Throws the AppErrors of `openSqlite`, and what `work` throws. */
export async function inDataFolder<Result>(config: Config, work: (folder: DataFolder) => Promise<Result>): Promise<Result> {
  const storage = await openSqlite({ file: join(config.dataDir, 'cocrea.db') });
  try {
    const ledger: Ledger = { records: storage.records, database: storage.database, now: Date.now };
    const { accountSessionDays: accountDays, deviceSessionDays: deviceDays, tokenDays } = config;
    return await work({ ledger, sessions: createSessions(ledger, { accountDays, deviceDays, tokenDays }) });
  } finally {
    await storage.close();
  }
}
