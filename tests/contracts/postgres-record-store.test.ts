// The records over PostgreSQL keep the promises of the port.
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { newPostgresDatabase, type PostgresDatabase } from './postgres-database.ts';
import { recordStoreContract } from './record-store.contract.ts';

const server = inject('postgres');

describe.skipIf(server === null)(`PostgreSQL (${inject('aboutPostgres')})`, () => {
  let opened: PostgresDatabase;
  beforeAll(async () => {
    opened = await newPostgresDatabase(server ?? '');
  });
  afterAll(() => opened.remove());

  recordStoreContract('PostgreSQL', async () => {
    const { records, documents, database } = await opened.open();
    return { records, documents, database, another: async () => (await opened.open()).records, close: () => opened.empty() };
  });
});
