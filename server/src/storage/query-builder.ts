// Kysely as a writer of SQL and nothing more: queries are built and compiled here, and run by the record store, which knows transactions.
// Rooms build the same query whatever the database; what its dialect needs is added here.
import {
  DummyDriver,
  HandleEmptyInListsPlugin,
  Kysely,
  OperationNodeTransformer,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  RawNode,
  replaceWithNoncontingentExpression,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type KyselyPlugin,
  type OrderByItemNode,
} from 'kysely';
import type { Tables } from './tables.ts';

/** A driver that refuses to run anything: a forgotten `.execute()` fails at once instead of returning no rows. */
class CompileOnlyDriver extends DummyDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    throw new Error('queries run through the record store: pass query.compile() to records.read or records.record');
  }
}

const createDriver = (): CompileOnlyDriver => new CompileOnlyDriver();

const sqlite: Dialect = {
  createAdapter: () => new SqliteAdapter(),
  createDriver,
  createIntrospector: (database) => new SqliteIntrospector(database),
  createQueryCompiler: () => new SqliteQueryCompiler(),
};

const postgres: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver,
  createIntrospector: (database) => new PostgresIntrospector(database),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

/** What is missing comes first, as SQLite has it, and last where the order is turned round. */
class NullsAsInSqlite extends OperationNodeTransformer implements KyselyPlugin {
  protected override transformOrderByItem(
    ...given: Parameters<OperationNodeTransformer['transformOrderByItem']>
  ): OrderByItemNode {
    const item = super.transformOrderByItem(...given);
    if (item.nulls !== undefined) return item;
    const isTurned =
      item.direction !== undefined && RawNode.is(item.direction) && item.direction.sqlFragments.join('') === 'desc';
    return { ...item, nulls: isTurned ? 'last' : 'first' };
  }

  transformQuery({ node, queryId }: Parameters<KyselyPlugin['transformQuery']>[0]): ReturnType<KyselyPlugin['transformQuery']> {
    return this.transformNode(node, queryId);
  }

  async transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]): ReturnType<KyselyPlugin['transformResult']> {
    return result;
  }
}

/** The query builder of our tables. Use `.compile()`; `.execute()` throws. */
export function createQueryBuilder(dialect: 'sqlite' | 'postgres'): Kysely<Tables> {
  if (dialect === 'sqlite') return new Kysely<Tables>({ dialect: sqlite });
  return new Kysely<Tables>({
    dialect: postgres,
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }), new NullsAsInSqlite()],
  });
}
