// The document store over PostgreSQL. Flushes are done one at a time, in the order they were asked.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Append, DocumentStore, Since } from '../document-store.ts';
import { isIntact, type Checked } from '../row-format.ts';
import { packSharedRows } from '../stored-rows.ts';
import { unpackRows, wholeDocument, type DocumentParts, type StoredRow, type WholeDocument } from '../whole-document.ts';
import { DoubtfulCommit, type Connection, type Run } from './connection.ts';
import { clientsOf, findHead, headOf, insertDocuments, insertFlush, rowsBetween } from './document-log.ts';
import { isCorruption } from './failures.ts';
import { archivableUpTo, historyBetween, moveRows, rowsOfAllTime } from './history.ts';
import type { InOrder } from './in-order.ts';
import { insertSnapshot, snapshotAt, snapshotSeqs } from './snapshots.ts';

const untilNow = Number.MAX_SAFE_INTEGER;

export function createPostgresDocumentStore(connection: Connection, inOrder: InOrder['run']): DocumentStore {
  /** A flush whose commit nobody could tell of yet: whoever wrote it will write it again under the same seqs. */
  let doubtful: { readonly transactionId: string; readonly rows: readonly string[] } | null = null;
  /** Rows of such flushes that turned out to be stored, until they are written again. */
  const stored = new Set<string>();

  const append = async (asked: readonly Append[]): Promise<void> => {
    if (doubtful !== null) {
      const { transactionId, rows } = doubtful;
      if (await connection.wasCommitted(transactionId)) for (const row of rows) stored.add(row);
      doubtful = null;
    }
    const batch = asked.filter((row) => !stored.delete(nameOf(row)));
    if (batch.length === 0) return;
    try {
      await connection.transaction((run) => insertFlush(run, batch));
    } catch (error) {
      if (error instanceof DoubtfulCommit) {
        doubtful = { transactionId: error.transactionId, rows: batch.map(nameOf) };
      }
      throw error;
    }
  };

  const rowsOf = (documentId: string, range: { fromSeq: number; toSeq: number }): Promise<readonly StoredRow[]> =>
    connection.oneMoment((run) => rowsOfAllTime(run, { documentId, ...range })).catch(damaged(documentId));

  return {
    create: async (document) => {
      try {
        await connection.transaction((run) => insertDocuments(run, [document]));
      } catch (error) {
        throw error instanceof AppError && error.code === 'id_taken'
          ? new AppError('id_taken', { document: document.documentId })
          : error;
      }
    },

    load: async (documentId) => {
      const loaded = await connection.oneMoment((run) => readDocument(run, documentId)).catch(damaged(documentId));
      if (loaded === null) return null;
      const { rows, ...whole } = loaded;
      return { ...whole, tail: unpackRows(rows) };
    },

    append: (batch) => inOrder('flushes', () => append(batch)),

    writeSnapshot: (snapshot) => connection.transaction((run) => insertSnapshot(run, snapshot)),

    archive: async (documentId) => {
      const upTo = await connection.oneMoment((run) => archivableUpTo(run, documentId)).catch(damaged(documentId));
      if (upTo === null) return;
      while ((await connection.transaction((run) => moveRows(run, { documentId, upTo }))) > 0);
      await connection.transaction((run) =>
        run('DELETE FROM yjs_snapshots WHERE document_id = $1 AND seq < $2', [documentId, upTo]),
      );
    },

    history: async (documentId, range) => unpackRows(await rowsOf(documentId, range)),

    head: (documentId) =>
      connection.oneMoment(async (run) => {
        const head = await findHead(run, documentId);
        return head === null ? null : { lastSeq: head.lastSeq, clients: await clientsOf(run, { documentId, after: 0 }) };
      }),

    packedHistory: async (documentId, range) => packSharedRows(await rowsOf(documentId, range)),

    since: async (documentId, seq) => {
      // Most who ask have it all: they are told so without a transaction.
      const head = await findHead(connection.run, documentId);
      if (head === null) return null;
      if (head.lastSeq <= seq) return { generation: head.generation, rows: [], clients: new Map() };
      return connection.oneMoment((run) => readSince(run, { documentId, seq })).catch(damaged(documentId));
    },

    lastSeqs: async (documentIds) => {
      const { rows } = await connection.run('SELECT id, last_seq FROM yjs_documents WHERE id = ANY($1)', [documentIds]);
      return new Map(rows.map((row) => [String(row['id']), Number(row['last_seq'])]));
    },

    lastChanges: async (documentIds) => {
      const { rows } = await connection.run('SELECT id, updated_at FROM yjs_documents WHERE id = ANY($1)', [documentIds]);
      return new Map(rows.map((row) => [String(row['id']), Number(row['updated_at'])]));
    },
  };
}

function nameOf({ documentId, seq, at }: Append): string {
  return `${documentId} ${seq} ${at}`;
}

function damaged(documentId: string): (error: unknown) => never {
  return (error) => {
    throw isCorruption(error) ? new AppError('document_damaged', { document: documentId }) : error;
  };
}

async function readSince(run: Run, { documentId, seq }: { documentId: string; seq: number }): Promise<Since> {
  const { generation, lastSeq } = await headOf(run, documentId);
  const rows = await rowsOfAllTime(run, { documentId, fromSeq: seq + 1, toSeq: lastSeq });
  return { generation, rows: unpackRows(rows), clients: await clientsOf(run, { documentId, after: seq }) };
}

/** The newest snapshot and the rows after it; all there is, only where that is not enough. */
async function readDocument(run: Run, documentId: string): Promise<WholeDocument | null> {
  const head = await findHead(run, documentId);
  if (head === null) return null;
  const seqs = await snapshotSeqs(run, documentId);
  const known = { ...head, clients: await clientsOf(run, { documentId, after: 0 }) };
  const snapshots = new Map<number, Checked>();
  const [newest] = seqs;
  if (newest !== undefined) snapshots.set(newest, await snapshotAt(run, { documentId, seq: newest }));
  const isHealthy = [...snapshots.values()].every(isIntact);
  const after = isHealthy ? (newest ?? 0) : 0;
  const rows = await rowsBetween(run, { documentId, fromSeq: after + 1, toSeq: untilNow });
  let history: readonly StoredRow[] = [];
  if (!isHealthy) {
    for (const seq of seqs.slice(1)) snapshots.set(seq, await snapshotAt(run, { documentId, seq }));
  }
  if (after === 0 && rows[0]?.seq !== 1) history = await historyBetween(run, { documentId, fromSeq: 1, toSeq: untilNow });
  return wholeDocument(partsOf(known, { seqs, snapshots, rows, history }));
}

function partsOf(
  known: Pick<DocumentParts, 'documentId' | 'generation' | 'lastSeq' | 'clients'>,
  read: {
    seqs: readonly number[];
    snapshots: ReadonlyMap<number, Checked>;
    rows: readonly StoredRow[];
    history: readonly StoredRow[];
  },
): DocumentParts {
  return {
    ...known,
    snapshots: read.seqs,
    snapshot: (seq) => {
      const snapshot = read.snapshots.get(seq);
      if (snapshot === undefined) throw new Error('a snapshot is asked for that was not read');
      return snapshot;
    },
    rows: (after) => read.rows.filter(({ seq }) => seq > after),
    history: () => read.history,
  };
}
