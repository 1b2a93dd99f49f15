// The store over PostgreSQL keeps the promises of the port; the second store over the same data has connections of its own.
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { documentStoreContract, type Damage } from './document-store.contract.ts';
import { newPostgresDatabase, type PostgresDatabase } from './postgres-database.ts';

const server = inject('postgres');

describe.skipIf(server === null)(`PostgreSQL (${inject('aboutPostgres')})`, () => {
  let database: PostgresDatabase;
  beforeAll(async () => {
    database = await newPostgresDatabase(server ?? '');
  });
  afterAll(() => database.remove());

  documentStoreContract('PostgreSQL', async () => {
    const storage = await database.open();
    return {
      store: storage.documents,
      another: async () => (await database.open()).documents,
      damage: async (documentId, what: Damage) => {
        const [table, key, seq] =
          what === 'history'
            ? (['yjs_history', 'to_seq >', 0] as const)
            : 'snapshot' in what
              ? (['yjs_snapshots', 'seq =', what.snapshot] as const)
              : (['yjs_updates', 'seq =', what.row] as const);
        const where = `WHERE document_id = $1 AND ${key} $2`;
        const isLost = typeof what === 'object' && 'lost' in what;
        // One byte, in the middle: another letter where a letter was.
        const flipped = `UPDATE ${table} SET data = set_byte(data, length(data) / 2, 0) ${where}`;
        const { rowCount } = await database.outside(isLost ? `DELETE FROM ${table} ${where}` : flipped, [documentId, seq]);
        if (rowCount === 0) throw new Error('nothing to damage');
      },
      close: () => database.empty(),
    };
  });
});
