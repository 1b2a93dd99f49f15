// The store over SQLite keeps the promises of the port; the second store over the same data has a thread and a connection of its own.
import { newDatabaseFile } from './database-file.ts';
import { documentStoreContract, type Damage } from './document-store.contract.ts';

documentStoreContract('SQLite', async () => {
  const database = await newDatabaseFile();
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
      const where = `WHERE document_id = ? AND ${key} ?`;
      database.outside((connection) => {
        if (typeof what === 'object' && 'lost' in what) {
          connection.prepare(`DELETE FROM ${table} ${where}`).run(documentId, seq);
          return;
        }
        // One byte, in the middle: another letter where a letter was.
        const middle = 'length(data) / 2';
        const flipped = `substr(data, 1, ${middle}) || x'00' || substr(data, ${middle} + 2)`;
        const { changes } = connection
          .prepare(`UPDATE ${table} SET data = CAST(${flipped} AS BLOB) ${where}`)
          .run(documentId, seq);
        if (changes === 0) throw new Error('nothing to damage');
      });
    },
    close: () => database.remove(),
  };
});
