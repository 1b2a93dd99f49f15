// A schema of a PostgreSQL for the tests of one file: opened as often as they want, looked into and damaged from outside, empty for each.
import { randomBytes } from 'node:crypto';
import { openPostgres, type PostgresSettings } from '@cocrea/server/src/storage/postgres/open.ts';
import type { Storage } from '@cocrea/server/src/storage/storage.ts';
import { asked, dropSchema, newSchema } from '../support/postgres.ts';

export interface PostgresDatabase {
  readonly url: string;
  /** Every opening has connections of its own, like another process. */
  open(settings?: Omit<PostgresSettings, 'url'>): Promise<Storage>;
  /** Runs a statement on a connection outside of the program. */
  outside: (sql: string, values?: readonly unknown[]) => ReturnType<typeof asked>;
  /** Closes what is open and removes every row but those that name the steps of the schema. */
  empty(): Promise<void>;
  /** Closes what is open and removes the schema. */
  remove(): Promise<void>;
}

/** In the database at `server`. */
export async function newPostgresDatabase(server: string): Promise<PostgresDatabase> {
  const name = `cocrea_test_${randomBytes(6).toString('hex')}`;
  const url = await newSchema(server, name);
  const opened: Storage[] = [];
  const close = () => Promise.allSettled(opened.splice(0).map((storage) => storage.close()));
  return {
    url,
    open: async (settings = {}) => {
      const storage = await openPostgres({ url, ...settings });
      opened.push(storage);
      return storage;
    },
    outside: (sql, values) => asked(url, sql, values),
    empty: async () => {
      await close();
      // The triggers that keep events from vanishing are out of the way of this session alone.
      await asked(
        url,
        `DO $$ BEGIN
           SET LOCAL session_replication_role = replica;
           EXECUTE (SELECT 'TRUNCATE ' || string_agg(tablename, ', ') FROM pg_tables
                    WHERE schemaname = current_schema() AND tablename <> 'schema_migrations');
         END $$`,
      );
    },
    remove: async () => {
      await close();
      await dropSchema(server, name);
    },
  };
}
