// The store in memory keeps the promises of the port.
import { createMemoryDocumentStore, type MemoryDocuments } from '@cocrea/server/src/storage/memory/document-store.ts';
import { documentStoreContract, type Damage } from './document-store.contract.ts';

documentStoreContract('memory', async () => {
  const documents: MemoryDocuments = new Map();
  return {
    store: createMemoryDocumentStore(documents),
    another: async () => createMemoryDocumentStore(documents),
    damage: async (documentId, what: Damage) => {
      const document = documents.get(documentId);
      if (document === undefined) throw new Error('nothing to damage');
      const flip = ({ data }: { data: Uint8Array }): void => {
        data[0] = (data[0] ?? 0) ^ 1;
      };
      if (what === 'history') document.history.forEach(flip);
      else if ('snapshot' in what) document.snapshots.filter(({ seq }) => seq === what.snapshot).forEach(flip);
      else if (what.lost === true) document.rows = document.rows.filter(({ seq }) => seq !== what.row);
      else document.rows.filter(({ seq }) => seq === what.row).forEach(flip);
    },
    close: async () => undefined,
  };
});
