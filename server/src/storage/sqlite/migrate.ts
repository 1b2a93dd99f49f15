// Brings a database file to the schema of this program: numbered SQL files, in order, all missing ones in one transaction. Refuses, in
// words, a file that is damaged, that a newer program wrote, or that is not ours: a refused file is left as it was.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Connection } from './connection.ts';

export interface Migration {
  readonly no: number;
  readonly name: string;
  readonly sql: string;
}

/** "Ccra": marks the file as ours in its header, so that no other program's database is ever taken for it. */
const applicationId = 0x43637261;
/** Bytes up to which the whole file is checked at every start (about 50 ms); larger ones are checked by hand. */
const checkedAtStart = 64 * 1024 * 1024;

/** The migrations in a folder of files `NNN-name.sql`, by rising number. */
export function readMigrations(folder: URL): Migration[] {
  return readdirSync(folder)
    .flatMap((file) => {
      const parts = /^(\d{3})-(.+)\.sql$/.exec(file);
      if (parts === null) return [];
      return [{ no: Number(parts[1]), name: parts[2] ?? '', sql: readFileSync(new URL(file, folder), 'utf8') }];
    })
    .sort((a, b) => a.no - b.no);
}

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

interface Applied {
  readonly no: number;
  readonly name: string;
  readonly checksum: string;
}

/** What is recorded in the file, by rising number; makes the record in a new file. */
function appliedMigrations(connection: Connection, file: string): Applied[] {
  const database = connection.database();
  const marked = database.prepare('PRAGMA application_id').get()?.['application_id'];
  if (marked === applicationId) {
    return database.prepare('SELECT no, name, checksum FROM schema_migrations ORDER BY no').all() as unknown as Applied[];
  }
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.['count'];
  if (marked !== 0 || tables !== 0) throw new AppError('database_foreign', { file, reason: 'it was made by another program' });
  database.exec(`
    PRAGMA application_id = ${applicationId};
    CREATE TABLE schema_migrations (no INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;
  `);
  return [];
}

function refuseUnknown(applied: readonly Applied[], known: { file: string; migrations: readonly Migration[] }): void {
  const { file, migrations } = known;
  const newest = applied.at(-1)?.no ?? 0;
  const ours = migrations.at(-1)?.no ?? 0;
  if (newest > ours) throw new AppError('database_too_new', { file, found: newest, known: ours });
  for (const [index, { no, name, checksum }] of applied.entries()) {
    const migration = migrations[index];
    if (migration?.no !== no || migrationChecksum(migration) !== checksum) {
      throw new AppError('database_foreign', { file, reason: `its step ${no} (${name}) differs from this program's` });
    }
  }
}

function apply(connection: Connection, migration: Migration): void {
  connection.database().exec(migration.sql);
  connection
    .statement('INSERT INTO schema_migrations (no, name, checksum, applied_at) VALUES (?, ?, ?, ?)')
    .run(migration.no, migration.name, migrationChecksum(migration), Date.now());
}

/** Of the text with plain line ends: a checkout on Windows may have changed them. */
export function migrationChecksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');
}
