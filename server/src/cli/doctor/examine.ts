// Examines a data folder part by part. It reads and changes nothing, also beside a server that is open.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckupFinding, CheckupPart } from '@cocrea/shared/domain/checkup.ts';
import { databaseName } from '../../storage/backup/manifest.ts';
import type { Connection } from '../../storage/sqlite/connection.ts';
import { isCorruption } from '../../storage/sqlite/failures.ts';
import { isAlone, openReadOnly } from '../../storage/sqlite/read-only.ts';
import { checkDatabase, checkMigrations } from './check-database.ts';
import { checkBackups, checkDisk } from './check-place.ts';
import { checkChain, checkFrozen } from './check-records.ts';
import { checkTexts } from './check-texts.ts';

export interface Examination {
  readonly dataDir: string;
  readonly backupDir: string | null;
  readonly backupHours: number;
  readonly now: number;
  /** How far the texts are, from 0 to 1: the longest part. */
  readonly onProgress?: (done: number) => void;
}

export interface Examined {
  readonly part: CheckupPart;
  readonly findings: readonly CheckupFinding[];
}

export async function* examine(asked: Examination): AsyncGenerator<Examined> {
  const { dataDir } = asked;
  const file = join(dataDir, databaseName);
  if (!existsSync(file)) {
    yield { part: 'database', findings: [{ kind: 'data_missing', details: { folder: dataDir } }] };
    return;
  }
  for (;;) {
    const alone = isAlone(file);
    const parts = await examineFile(asked, file);
    // A server that was started meanwhile wrote under our eyes: looked at again, in a way that bears it.
    if (alone && !isAlone(file)) continue;
    yield* parts;
    break;
  }
  yield { part: 'disk', findings: await checkDisk(dataDir) };
  yield { part: 'backups', findings: await checkBackups(asked, asked.now) };
}

async function examineFile({ onProgress }: Examination, file: string): Promise<Examined[]> {
  const unreadable = (error: unknown): CheckupFinding => ({
    kind: 'database_unreadable',
    details: { file, reason: error instanceof Error ? error.message : String(error) },
  });
  const parts: Examined[] = [];
  let connection: Connection | null = null;
  try {
    connection = openReadOnly(file);
    if (connection.statement("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'").get() === undefined) {
      return [{ part: 'database', findings: [{ kind: 'database_foreign', details: { file } }] }];
    }
    const database = checkDatabase(connection);
    parts.push({ part: 'database', findings: database });
    const migrations = checkMigrations(connection);
    parts.push({ part: 'migrations', findings: migrations });
    // Tables of another version may look otherwise: what follows knows only ours.
    if (migrations.length > 0) return parts;
    parts.push({ part: 'texts', findings: checkTexts(connection, onProgress) });
    parts.push({ part: 'chain', findings: await checkChain(connection) });
    parts.push({ part: 'frozen', findings: checkFrozen(connection) });
    return parts;
  } catch (error) {
    // Where SQLite's own check told of damaged pages, a part that ends at them says nothing new.
    if (parts[0] !== undefined && parts[0].findings.length > 0 && isCorruption(error)) return parts;
    return [...parts, { part: 'database', findings: [unreadable(error)] }];
  } finally {
    connection?.close();
  }
}
