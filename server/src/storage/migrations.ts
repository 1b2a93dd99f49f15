// The numbered steps of the schema and what was recorded of them: one list for every database, so that the schema has one truth.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { AppError } from '@cocrea/shared/errors.ts';

export interface Migration {
  readonly no: number;
  readonly name: string;
  /** In the words of SQLite. */
  readonly sql: string;
}

/** A step as a database remembers it. */
export interface AppliedMigration {
  readonly no: number;
  readonly name: string;
  readonly checksum: string;
}

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

/** Throws AppError `database_too_new` or `database_foreign` where what was applied is not the beginning of what this program knows. */
export function refuseUnknown(
  applied: readonly AppliedMigration[],
  known: { file: string; migrations: readonly Migration[] },
): void {
  const { file, migrations } = known;
  const newest = applied.at(-1)?.no ?? 0;
  const ours = migrations.at(-1)?.no ?? 0;
  if (newest > ours) throw new AppError('database_too_new', { file, found: newest, known: ours });
  for (const [index, { no, name, checksum }] of applied.entries()) {
    const migration = migrations[index];
    if (migration?.no !== no || checksumOfStep(migration) !== checksum) {
      throw new AppError('database_foreign', { file, reason: `its step ${no} (${name}) differs from this program's` });
    }
  }
}

/** Of the text with plain line ends: a checkout on Windows may have changed them. */
export function checksumOfStep(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');
}
