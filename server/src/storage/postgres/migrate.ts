// Brings a PostgreSQL database to the schema of this program: the same numbered steps as in SQLite, translated, all missing ones in one
// transaction. Refuses, in words, a database that a newer program wrote or that holds something else; then nothing was changed.
import { readFileSync } from 'node:fs';
import { AppError } from '@cocrea/shared/errors.ts';
import { checksumOfStep, refuseUnknown, type AppliedMigration, type Migration } from '../migrations.ts';
import type { Connection, Row, Run } from './connection.ts';
import { translateStep } from './translate.ts';

/** Marks the record of steps as ours: other programs call theirs the same. */
const mark = 'Cocrea';

export async function migrate(
  connection: Connection,
  { label, migrations }: { label: string; migrations: readonly Migration[] },
): Promise<void> {
  await connection.transaction(async (run) => {
    // Several who start together make it once.
    await run("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' migrations', 0))");
    const applied = await appliedMigrations(run, label);
    refuseUnknown(applied, { file: label, migrations });
    const missing = migrations.slice(applied.length);
    await run(own('own-functions.sql'));
    for (const migration of missing) {
      await run(translateStep(migration.sql).join(';\n'));
      const recorded = [migration.no, migration.name, checksumOfStep(migration), Date.now()];
      await run('INSERT INTO schema_migrations (no, name, checksum, applied_at) VALUES ($1, $2, $3, $4)', recorded);
    }
    if (missing.length > 0) await run(own('own-schema.sql'));
  });
}

async function appliedMigrations(run: Run, label: string): Promise<AppliedMigration[]> {
  const { rows } = await run(`
    SELECT relname, obj_description(oid, 'pg_class') AS mark FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')`);
  const ours = rows.some((row) => row['relname'] === 'schema_migrations' && row['mark'] === mark);
  if (ours) return (await run('SELECT no, name, checksum FROM schema_migrations ORDER BY no')).rows.map(appliedOf);
  if (rows.length > 0) throw new AppError('database_foreign', { file: label, reason: 'it was made by another program' });
  await run(`
    CREATE TABLE schema_migrations (no BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)`);
  await run(`COMMENT ON TABLE schema_migrations IS '${mark}'`);
  return [];
}

function appliedOf(row: Row): AppliedMigration {
  return { no: Number(row['no']), name: String(row['name']), checksum: String(row['checksum']) };
}

function own(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
