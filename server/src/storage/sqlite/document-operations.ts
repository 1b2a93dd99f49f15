// What the database thread does for the document store: each operation as one transaction, or as one moment it reads.
import { AppError } from '@cocrea/shared/errors.ts';
import { packRows, packSharedRows } from '../stored-rows.ts';
import { wholeDocument } from '../whole-document.ts';
import type { Connection } from './connection.ts';
import { clientsOf, findHead, headOf, insertDocument, insertFlush, newestRows } from './document-log.ts';
import { isCorruption } from './failures.ts';
import { historyBetween, moveRows, rowsOfAllTime, rowsToArchive } from './history.ts';
import type { DocumentOperations } from './operations.ts';
import { insertSnapshot, snapshotAt, snapshotSeqs } from './snapshots.ts';

export function documentOperations(connection: Connection): DocumentOperations {
  return {
    createDocument: (document) => connection.transaction(() => insertDocument(connection, document)),
    loadDocument: (documentId) => readDocument(connection, documentId),
    documentHead: (documentId) =>
      connection.oneMoment(() => {
        const head = findHead(connection, documentId);
        return head === null ? null : { lastSeq: head.lastSeq, clients: clientsOf(connection, { documentId, after: 0 }) };
      }),
    appendFlush: (flush) => connection.transaction(() => insertFlush(connection, flush)),
    hasRow: ({ documentId, seq, at }) => newestRows(connection, headOf(connection, documentId), seq - 1)[0]?.at === at,
    writeSnapshot: (snapshot) => connection.transaction(() => insertSnapshot(connection, snapshot)),
    archivable: (documentId) => connection.oneMoment(() => rowsToArchive(connection, headOf(connection, documentId))),
    archiveSome: (range) => connection.transaction(() => moveRows(connection, range)),
    dropSnapshotsBefore: ({ documentId, seq }) => {
      connection.transaction(() =>
        connection.statement('DELETE FROM yjs_snapshots WHERE document_id = ? AND seq < ?').run(documentId, seq),
      );
    },
    readHistory: (range) => connection.oneMoment(() => packRows(rowsOfAllTime(connection, range))),
    shareHistory: (range) => connection.oneMoment(() => packSharedRows(rowsOfAllTime(connection, range))),
    readSince: ({ documentId, seq }) =>
      connection.oneMoment(() => {
        const head = findHead(connection, documentId);
        if (head === null) return null;
        const rows = rowsOfAllTime(connection, { documentId, fromSeq: seq + 1, toSeq: head.lastSeq });
        return { generation: head.generation, rows: packRows(rows), clients: clientsOf(connection, { documentId, after: seq }) };
      }),
    lastSeqs: (documentIds) => numbersOf(connection, 'last_seq', documentIds),
    lastChanges: (documentIds) => numbersOf(connection, 'updated_at', documentIds),
  };
}

function numbersOf(
  connection: Connection,
  column: 'last_seq' | 'updated_at',
  documentIds: readonly string[],
): Map<string, number> {
  const select = connection.statement(`SELECT ${column} FROM yjs_documents WHERE id = ?`);
  return new Map(
    documentIds.flatMap((id) => {
      const row = select.get(id);
      return row === undefined ? [] : [[id, Number(row[column])]];
    }),
  );
}

function readDocument(connection: Connection, documentId: string): ReturnType<DocumentOperations['loadDocument']> {
  try {
    return connection.oneMoment(() => {
      const head = findHead(connection, documentId);
      if (head === null) return null;
      const { rows, ...whole } = wholeDocument({
        documentId,
        generation: head.generation,
        lastSeq: head.lastSeq,
        clients: clientsOf(connection, { documentId, after: 0 }),
        snapshots: snapshotSeqs(connection, documentId),
        snapshot: (seq) => snapshotAt(connection, { documentId, seq }),
        rows: (after) => newestRows(connection, head, after),
        history: () => historyBetween(connection, { documentId, fromSeq: 1, toSeq: Number.MAX_SAFE_INTEGER }),
      });
      return { ...whole, rows: packRows(rows) };
    });
  } catch (error) {
    if (isCorruption(error)) throw new AppError('document_damaged', { document: documentId });
    throw error;
  }
}
