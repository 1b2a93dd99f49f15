// Whether the file is a whole database of ours, and of which version.
import type { CheckupFinding } from '@cocrea/shared/domain/checkup.ts';
import { checksumOfStep, readMigrations } from '../../storage/migrations.ts';
import type { Connection } from '../../storage/sqlite/connection.ts';
import { isCorruption } from '../../storage/sqlite/failures.ts';

/** Findings of SQLite's own check that are told; a damaged file has thousands. */
const told = 5;

export function checkDatabase(connection: Connection): CheckupFinding[] {
  const database = connection.database();
  const damaged = damagedPages(connection);
  // What a damaged page should say cannot be compared with anything.
  if (damaged.length > 0) return damaged.map((reason) => ({ kind: 'database_pages', details: { reason } }));
  const broken = new Map<string, { readonly table: string; readonly parent: string; readonly rows: number }>();
  for (const row of database.prepare('PRAGMA foreign_key_check').all()) {
    const [table, parent] = [String(row['table']), String(row['parent'])];
    broken.set(`${table} ${parent}`, { table, parent, rows: (broken.get(`${table} ${parent}`)?.rows ?? 0) + 1 });
  }
  return [...broken.values()].map((details) => ({ kind: 'reference_broken', details }));
}

function damagedPages(connection: Connection): string[] {
  try {
    const lines = connection.database().prepare(`PRAGMA integrity_check(${told})`).all();
    return lines.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok');
  } catch (error) {
    // Some damage ends the very check.
    if (!isCorruption(error)) throw error;
    return [(error as Error).message];
  }
}

export function checkMigrations(connection: Connection): CheckupFinding[] {
  const known = readMigrations(new URL('../../storage/migrations/', import.meta.url));
  const applied = connection.database().prepare('SELECT no, checksum FROM schema_migrations ORDER BY no').all();
  const [found, newest] = [Number(applied.at(-1)?.['no'] ?? 0), known.at(-1)?.no ?? 0];
  if (found > newest) return [{ kind: 'migration_newer', details: { found, known: newest } }];
  for (const [index, row] of applied.entries()) {
    const ours = known[index];
    if (ours === undefined || ours.no !== row['no'] || checksumOfStep(ours) !== row['checksum']) {
      return [{ kind: 'migration_differs', details: { no: Number(row['no']) } }];
    }
  }
  return found < newest ? [{ kind: 'migration_pending', details: { found, known: newest } }] : [];
}
