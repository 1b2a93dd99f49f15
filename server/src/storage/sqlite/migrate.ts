// Brings a database file to the schema of this program: numbered SQL files, in order, all missing ones in one transaction. Refuses, in
// words, a file that is damaged, that a newer program wrote, or that is not ours: a refused file is left as it was.
import { AppError } from '@cocrea/shared/errors.ts';
import { checksumOfStep, refuseUnknown, type AppliedMigration, type Migration } from '../migrations.ts';
import type { Connection } from './connection.ts';

/** "Ccra": marks the file as ours in its header, so that no other program's database is ever taken for it. */
const applicationId = 0x43637261;
/** Bytes up to which the whole file is checked at every start (about 50 ms); larger ones are checked by hand. */
const checkedAtStart = 64 * 1024 * 1024;

/**
 * Throws AppError `database_damaged`, `database_too_new` or `database_foreign` with details for the sentence:
 * the file, what was found (`found`, `reason`) and what this program knows (`known`).
 */
export function migrate(connection: Connection, { file, migrations }: { file: string; migrations: readonly Migration[] }): void {
  checkFile(connection, file);
  connection.transaction(() => {
    const applied = appliedMigrations(connection, file);
    refuseUnknown(applied, { file, migrations });
    for (const migration of migrations.slice(applied.length)) apply(connection, migration);
  });
}

function checkFile(connection: Connection, file: string): void {
  const database = connection.database();
  const size = database.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size').get();
  if (Number(size?.['bytes']) > checkedAtStart) return;
  const [first] = database.prepare('PRAGMA quick_check(1)').all();
  const verdict = String(first?.['quick_check']);
  if (verdict !== 'ok') throw new AppError('database_damaged', { file, reason: verdict });
}

/** What is recorded in the file, by rising number; makes the record in a new file. */
function appliedMigrations(connection: Connection, file: string): AppliedMigration[] {
  const database = connection.database();
  const marked = database.prepare('PRAGMA application_id').get()?.['application_id'];
  if (marked === applicationId) {
    return database
      .prepare('SELECT no, name, checksum FROM schema_migrations ORDER BY no')
      .all() as unknown as AppliedMigration[];
  }
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.['count'];
  if (marked !== 0 || tables !== 0) throw new AppError('database_foreign', { file, reason: 'it was made by another program' });
  database.exec(`
    PRAGMA application_id = ${applicationId};
    CREATE TABLE schema_migrations (no INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;
  `);
  return [];
}

function apply(connection: Connection, migration: Migration): void {
  connection.database().exec(migration.sql);
  connection
    .statement('INSERT INTO schema_migrations (no, name, checksum, applied_at) VALUES (?, ?, ?, ?)')
    .run(migration.no, migration.name, checksumOfStep(migration), Date.now());
}
