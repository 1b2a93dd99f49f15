// Once for a run of tests: finds a PostgreSQL, tells the test files where it is, and removes at the end what they left in it.
import type { TestProject } from 'vitest/node';
import { randomBytes } from 'node:crypto';
import { asked, dropSchema, findPostgres, urlVariable } from './postgres.ts';
import { runVariable } from './server-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a database in which schemas may be made; null where there is none. */
    readonly postgres: string | null;
    /** Where it was found, or why there is none. */
    readonly aboutPostgres: string;
  }
}

export default async function providePostgres(project: TestProject): Promise<() => Promise<void>> {
  const found = await findPostgres();
  project.provide('postgres', found.url);
  project.provide('aboutPostgres', found.about);
  if (found.url !== null) process.env[urlVariable] = found.url;
  const run = (process.env[runVariable] ??= randomBytes(4).toString('hex'));
  console.log(found.url === null ? `Tests on PostgreSQL are skipped: ${found.about}.` : `PostgreSQL: ${found.about}.`);
  return async () => {
    if (found.url === null) return;
    const left = await asked(found.url, 'SELECT nspname FROM pg_namespace WHERE starts_with(nspname, $1)', [
      `cocrea_test_${run}_`,
    ]);
    for (const { nspname } of left.rows) await dropSchema(found.url, String(nspname));
    await found.stop();
  };
}
