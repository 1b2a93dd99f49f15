// The records over SQLite keep the promises of the port.
import { newDatabaseFile } from './database-file.ts';
import { recordStoreContract } from './record-store.contract.ts';

recordStoreContract('SQLite', async () => {
  const file = await newDatabaseFile();
  const { records, documents, database } = await file.open();
  return { records, documents, database, another: async () => (await file.open()).records, close: () => file.remove() };
});
