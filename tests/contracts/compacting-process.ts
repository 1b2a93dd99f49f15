// A process for tests to kill. As writer it appends the next number to document "d" and prints it once it is stored; as compactor it
// compacts that document over and over and prints how many times it has.
import { compact } from '@cocrea/server/src/reading/compact.ts';
import { treeMerge } from '@cocrea/server/src/storage/tree-merge.ts';
import type { DocumentStore, StoredDocument } from '@cocrea/server/src/storage/document-store.ts';
import { openSqlite } from '@cocrea/server/src/storage/sqlite/open.ts';
import * as Y from 'yjs';

const [role, file = ''] = process.argv.slice(2);
const { documents } = await openSqlite({ file });

function updatesOf({ snapshot, tail }: StoredDocument): Uint8Array[] {
  const rows = tail.flatMap(({ updates }) => updates);
  return snapshot === null ? rows : [snapshot.update, ...rows];
}

async function loaded(store: DocumentStore): Promise<StoredDocument> {
  const document = await store.load('d');
  if (document === null) throw new Error('the document is gone');
  return document;
}

async function write(): Promise<never> {
  const stored = await loaded(documents);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, treeMerge(updatesOf(stored)));
  for (let seq = stored.lastSeq + 1; ; seq += 1) {
    const before = Y.encodeStateVector(doc);
    const text = doc.getText('t');
    text.insert(text.length, `${seq} `);
    const updates = [Y.encodeStateAsUpdate(doc, before)];
    await documents.append([{ documentId: 'd', seq, at: seq, updates, newClients: [{ clientId: doc.clientID, userId: 'ana' }] }]);
    process.stdout.write(`${seq}\n`);
  }
}

async function compactForever(): Promise<never> {
  for (let times = 1; ; times += 1) {
    const stored = await loaded(documents);
    const base = stored.snapshot?.seq ?? null;
    if (base !== stored.lastSeq) {
      await documents.writeSnapshot({ documentId: 'd', base, seq: stored.lastSeq, at: 1, update: compact(updatesOf(stored)) });
    }
    await documents.archive('d');
    process.stdout.write(`${times}\n`);
  }
}

await (role === 'writer' ? write() : compactForever());
