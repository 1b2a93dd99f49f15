// The document store in memory: for tests of the engine and as the plainest reading of the port. Nothing outlives the process.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Append, DocumentStore, NewDocument } from '../document-store.ts';
import { checksumOf, isIntact, packUpdates, type Checked } from '../row-format.ts';
import { packSharedRows } from '../stored-rows.ts';
import { unpackRows, wholeDocument, wholeRows, type StoredRow } from '../whole-document.ts';

interface MemoryDocument {
  readonly generation: string;
  lastSeq: number;
  updatedAt: number;
  /** By rising seq. */
  rows: StoredRow[];
  history: StoredRow[];
  /** Newest first. */
  snapshots: (Checked & { readonly seq: number })[];
  readonly clients: Map<number, string>;
  /** The row of a clientID's first update. */
  readonly firstSeqs: Map<number, number>;
}

/** What a store holds, by document. A second store over the same map is the first one reopened. */
export type MemoryDocuments = Map<string, MemoryDocument>;

export function createMemoryDocumentStore(documents: MemoryDocuments = new Map()): DocumentStore {
  return {
    create: async (document) => create(documents, document),

    load: async (documentId) => {
      const document = documents.get(documentId);
      if (document === undefined) return null;
      const { rows, ...whole } = wholeDocument({
        documentId,
        generation: document.generation,
        lastSeq: document.lastSeq,
        clients: new Map(document.clients),
        snapshots: document.snapshots.map((snapshot) => snapshot.seq),
        snapshot: (seq) => copied(found(document.snapshots.find((snapshot) => snapshot.seq === seq))),
        rows: (after) => document.rows.filter((row) => row.seq > after).map(copied),
        history: () => document.history.map(copied),
      });
      return { ...whole, tail: unpackRows(rows) };
    },

    append: async (batch) => append(documents, batch),

    writeSnapshot: async ({ documentId, base, seq, update }) => {
      const document = known(documents, documentId);
      const newest = document.snapshots.find(isIntact)?.seq ?? null;
      if (newest !== base || (base !== null && seq <= base)) return false;
      if (seq > document.lastSeq) throw new AppError('stale', { seq, lastSeq: document.lastSeq });
      const others = document.snapshots.filter((snapshot) => snapshot.seq !== seq);
      const written = { seq, data: update.slice(), checksum: checksumOf(update) };
      document.snapshots = [written, ...others].sort((a, b) => b.seq - a.seq);
      return true;
    },

    archive: async (documentId) => {
      const document = known(documents, documentId);
      const upTo = document.snapshots.filter(isIntact)[1]?.seq;
      if (upTo === undefined) return;
      document.history.push(...document.rows.filter((row) => row.seq <= upTo));
      document.rows = document.rows.filter((row) => row.seq > upTo);
      document.snapshots = document.snapshots.filter((snapshot) => snapshot.seq >= upTo);
    },

    history: async (documentId, range) => unpackRows(rowsOfAllTime(documents, { documentId, ...range })),

    head: async (documentId) => {
      const document = documents.get(documentId);
      return document === undefined ? null : { lastSeq: document.lastSeq, clients: new Map(document.clients) };
    },

    packedHistory: async (documentId, range) => packSharedRows(rowsOfAllTime(documents, { documentId, ...range })),

    since: async (documentId, seq) => {
      const document = documents.get(documentId);
      if (document === undefined) return null;
      const { generation, lastSeq, history, firstSeqs } = document;
      const rows = [...history, ...document.rows].filter((row) => row.seq > seq).map(copied);
      const clients = [...document.clients].filter(([clientId]) => (firstSeqs.get(clientId) ?? 0) > seq);
      const whole = lastSeq > seq ? wholeRows(rows, { documentId, fromSeq: seq + 1, toSeq: lastSeq }) : [];
      return { generation, rows: unpackRows(whole), clients: new Map(clients) };
    },

    lastSeqs: async (documentIds) =>
      new Map(documentIds.flatMap((id) => (documents.has(id) ? [[id, known(documents, id).lastSeq]] : []))),

    lastChanges: async (documentIds) => {
      const changes = new Map<string, number>();
      for (const id of documentIds) {
        const document = documents.get(id);
        if (document !== undefined) changes.set(id, document.updatedAt);
      }
      return changes;
    },
  };
}

function rowsOfAllTime(
  documents: MemoryDocuments,
  { documentId, fromSeq, toSeq }: { documentId: string; fromSeq: number; toSeq: number },
): readonly StoredRow[] {
  const document = known(documents, documentId);
  const [first, last] = [Math.max(1, fromSeq), Math.min(toSeq, document.lastSeq)];
  const rows = [...document.history, ...document.rows].filter((row) => row.seq >= first && row.seq <= last).map(copied);
  return last < first ? [] : wholeRows(rows, { documentId, fromSeq: first, toSeq: last });
}

function create(documents: MemoryDocuments, { documentId, generation, at, firstUpdate, clients }: NewDocument): void {
  if (documents.has(documentId)) throw new AppError('id_taken', { document: documentId });
  documents.set(documentId, {
    generation,
    lastSeq: 1,
    updatedAt: at,
    rows: [rowOf({ seq: 1, at, updates: [firstUpdate] })],
    history: [],
    snapshots: [],
    clients: new Map(clients.map(({ clientId, userId }) => [clientId, userId])),
    firstSeqs: new Map(clients.map(({ clientId }) => [clientId, 1])),
  });
}

/** Checks the whole batch before it stores any of it. */
function append(documents: MemoryDocuments, batch: readonly Append[]): void {
  const next = new Map<string, number>();
  for (const { documentId, seq } of batch) {
    const lastSeq = next.get(documentId) ?? known(documents, documentId).lastSeq;
    if (seq !== lastSeq + 1) throw new AppError('stale', { document: documentId, seq, lastSeq });
    next.set(documentId, seq);
  }
  for (const entry of batch) {
    const document = known(documents, entry.documentId);
    document.rows.push(rowOf(entry));
    document.lastSeq = entry.seq;
    document.updatedAt = entry.at;
    for (const { clientId, userId } of entry.newClients) {
      if (document.clients.has(clientId)) continue;
      document.clients.set(clientId, userId);
      document.firstSeqs.set(clientId, entry.seq);
    }
  }
}

function known(documents: MemoryDocuments, documentId: string): MemoryDocument {
  const document = documents.get(documentId);
  if (document === undefined) throw new AppError('document_not_found', { document: documentId });
  return document;
}

function rowOf({ seq, at, updates }: Pick<Append, 'seq' | 'at' | 'updates'>): StoredRow {
  const data = packUpdates(updates);
  return { seq, at, data, checksum: checksumOf(data) };
}

/** What leaves the store is the reader's own: changing it, or sending it to a thread, leaves the stored bytes alone. */
function copied<Stored extends Checked>(stored: Stored): Stored {
  return { ...stored, data: stored.data.slice() };
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the list of snapshots names one that is not there');
  return value;
}
