// Kysely as a writer of SQL and nothing more: queries are built and compiled here, and run by the record store, which knows transactions.
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type DatabaseConnection } from 'kysely';
import type { Tables } from './tables.ts';

/** A driver that refuses to run anything: a forgotten `.execute()` fails at once instead of returning no rows. */
class CompileOnlyDriver extends DummyDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    throw new Error('queries run through the record store: pass query.compile() to records.read or records.record');
  }
}

/** The query builder of our tables. Use `.compile()`; `.execute()` throws. */
export function createQueryBuilder(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new CompileOnlyDriver(),
      createIntrospector: (database) => new SqliteIntrospector(database),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}
