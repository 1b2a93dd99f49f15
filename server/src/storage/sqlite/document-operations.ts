// The log of Yjs documents in SQL, as the database thread runs it.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '@cocrea/shared/errors.ts';
import type { NewDocument } from '../document-store.ts';
import { checksumOf, isIntact, packUpdates, type Checked } from '../row-format.ts';
import { packRows, unpackStoredRows } from '../stored-rows.ts';
import { wholeDocument, wholeRows, type StoredRow } from '../whole-document.ts';
import type { Connection, Row } from './connection.ts';
import { isCorruption } from './failures.ts';
import { unpackFlush } from './flush-format.ts';
import type { DocumentOperations } from './operations.ts';

/** One step of archiving: so much is read, compressed and written in a few milliseconds, then others have their turn. */
const archiveStep = { rows: 5000, bytes: 256 * 1024 };

export function documentOperations(connection: Connection): DocumentOperations {
  return {
    createDocument: (document) => connection.transaction(() => insertDocument(connection, document)),
    loadDocument: (documentId) => readDocument(connection, documentId),
    appendFlush: (flush) => connection.transaction(() => insertFlush(connection, flush)),
    hasRow: ({ documentId, seq, at }) =>
      connection.statement('SELECT 1 FROM yjs_updates WHERE document_id = ? AND seq = ? AND at = ?').get(documentId, seq, at) !==
      undefined,
    writeSnapshot: (snapshot) => connection.transaction(() => insertSnapshot(connection, snapshot)),
    archivableUpTo: (documentId) => {
      headOf(connection, documentId);
      return readableSnapshots(connection, documentId)[1] ?? null;
    },
    archiveSome: (range) => connection.transaction(() => moveRows(connection, range)),
    dropSnapshotsBefore: ({ documentId, seq }) => {
      connection.transaction(() =>
        connection.statement('DELETE FROM yjs_snapshots WHERE document_id = ? AND seq < ?').run(documentId, seq),
      );
    },
    readHistory: (range) => connection.oneMoment(() => packRows(rowsOfAllTime(connection, range))),
    lastChanges: (documentIds) => {
      const select = connection.statement('SELECT updated_at FROM yjs_documents WHERE id = ?');
      return new Map(
        documentIds.flatMap((id) => {
          const row = select.get(id);
          return row === undefined ? [] : [[id, Number(row['updated_at'])]];
        }),
      );
    },
  };
}

/** Inside a transaction: the document, its first row and the owners of its clientIDs. A second one of that id fails as a primary key. */
export function insertDocument(connection: Connection, document: NewDocument): void {
  const { documentId, generation, at, firstUpdate, clients } = document;
  connection
    .statement('INSERT INTO yjs_documents (id, generation, created_at, last_seq, updated_at) VALUES (?, ?, ?, 1, ?)')
    .run(documentId, generation, at, at);
  const data = packUpdates([firstUpdate]);
  connection.statement(insertRow).run(documentId, 1, at, data, checksumOf(data));
  for (const { clientId, userId } of clients) connection.statement(insertClient).run(documentId, clientId, userId, 1);
}

const insertRow = 'INSERT INTO yjs_updates (document_id, seq, at, data, checksum) VALUES (?, ?, ?, ?, ?)';
/** The first owner of a clientID stays its owner. */
const insertClient =
  'INSERT INTO yjs_clients (document_id, client_id, user_id, first_seq) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';

function insertFlush(connection: Connection, flush: ArrayBuffer): void {
  const advance = connection.statement('UPDATE yjs_documents SET last_seq = ?, updated_at = ? WHERE id = ? AND last_seq = ?');
  const insert = connection.statement(insertRow);
  for (const { documentId, seq, at, newClients, data } of unpackFlush(flush)) {
    if (advance.run(seq, at, documentId, seq - 1).changes === 0) {
      throw new AppError('stale', { document: documentId, seq, lastSeq: headOf(connection, documentId).lastSeq });
    }
    insert.run(documentId, seq, at, data, checksumOf(data));
    for (const { clientId, userId } of newClients) connection.statement(insertClient).run(documentId, clientId, userId, seq);
  }
}

function headOf(connection: Connection, documentId: string): { generation: string; lastSeq: number } {
  const row = connection.statement('SELECT generation, last_seq FROM yjs_documents WHERE id = ?').get(documentId);
  if (row === undefined) throw new AppError('document_not_found', { document: documentId });
  return { generation: String(row['generation']), lastSeq: Number(row['last_seq']) };
}

function readDocument(connection: Connection, documentId: string): ReturnType<DocumentOperations['loadDocument']> {
  try {
    return connection.oneMoment(() => {
      const head = connection.statement('SELECT generation, last_seq FROM yjs_documents WHERE id = ?').get(documentId);
      if (head === undefined) return null;
      const { rows, ...whole } = wholeDocument({
        documentId,
        generation: String(head['generation']),
        lastSeq: Number(head['last_seq']),
        clients: clientsOf(connection, documentId),
        snapshots: snapshotSeqs(connection, documentId),
        snapshot: (seq) => snapshotAt(connection, { documentId, seq }),
        rows: (after) => rowsBetween(connection, { documentId, fromSeq: after + 1, toSeq: Number.MAX_SAFE_INTEGER }),
        history: () => historyBetween(connection, { documentId, fromSeq: 1, toSeq: Number.MAX_SAFE_INTEGER }),
      });
      return { ...whole, rows: packRows(rows) };
    });
  } catch (error) {
    if (isCorruption(error)) throw new AppError('document_damaged', { document: documentId });
    throw error;
  }
}

function clientsOf(connection: Connection, documentId: string): Map<number, string> {
  const rows = connection.statement('SELECT client_id, user_id FROM yjs_clients WHERE document_id = ?').all(documentId);
  return new Map(rows.map((row) => [Number(row['client_id']), String(row['user_id'])]));
}

function rowsBetween(connection: Connection, range: { documentId: string; fromSeq: number; toSeq: number }): StoredRow[] {
  return connection
    .statement('SELECT seq, at, data, checksum FROM yjs_updates WHERE document_id = ? AND seq BETWEEN ? AND ? ORDER BY seq')
    .all(range.documentId, range.fromSeq, range.toSeq)
    .map((row) => ({ seq: Number(row['seq']), at: Number(row['at']), ...checked(row) }));
}

function checked(row: Row): Checked {
  return { data: row['data'] as Uint8Array, checksum: Number(row['checksum']) };
}

// Snapshots

function snapshotSeqs(connection: Connection, documentId: string): number[] {
  const rows = connection.statement('SELECT seq FROM yjs_snapshots WHERE document_id = ? ORDER BY seq DESC').all(documentId);
  return rows.map((row) => Number(row['seq']));
}

function snapshotAt(connection: Connection, { documentId, seq }: { documentId: string; seq: number }): Checked {
  const row = connection
    .statement('SELECT data, checksum FROM yjs_snapshots WHERE document_id = ? AND seq = ?')
    .get(documentId, seq);
  if (row === undefined) throw new Error('a snapshot vanished inside a transaction');
  return checked(row);
}

/** Seqs of the two newest snapshots that can be read. A damaged one counts as none: rows are kept for what a load would fall back to. */
function readableSnapshots(connection: Connection, documentId: string): number[] {
  const readable: number[] = [];
  for (const seq of snapshotSeqs(connection, documentId)) {
    if (isIntact(snapshotAt(connection, { documentId, seq }))) readable.push(seq);
    if (readable.length === 2) break;
  }
  return readable;
}

function insertSnapshot(connection: Connection, snapshot: Parameters<DocumentOperations['writeSnapshot']>[0]): boolean {
  const { documentId, base, seq, at, update } = snapshot;
  const { lastSeq } = headOf(connection, documentId);
  const newest = readableSnapshots(connection, documentId)[0] ?? null;
  if (newest !== base || (base !== null && seq <= base)) return false;
  if (seq > lastSeq) throw new AppError('stale', { document: documentId, seq, lastSeq });
  // Replaces nothing but a damaged snapshot of the same seq.
  connection
    .statement('INSERT OR REPLACE INTO yjs_snapshots (document_id, seq, at, data, checksum) VALUES (?, ?, ?, ?, ?)')
    .run(documentId, seq, at, update, checksumOf(update));
  return true;
}

// History

function moveRows(connection: Connection, { documentId, upTo }: { documentId: string; upTo: number }): boolean {
  const rows: StoredRow[] = [];
  let bytes = 0;
  const oldest = connection
    .statement('SELECT seq, at, data, checksum FROM yjs_updates WHERE document_id = ? AND seq <= ? ORDER BY seq LIMIT ?')
    .iterate(documentId, upTo, archiveStep.rows);
  for (const row of oldest) {
    rows.push({ seq: Number(row['seq']), at: Number(row['at']), ...checked(row) });
    bytes += rows.at(-1)?.data.length ?? 0;
    if (bytes >= archiveStep.bytes) break;
  }
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return false;
  const data = deflateRawSync(packRows(rows));
  connection
    .statement('INSERT INTO yjs_history (document_id, from_seq, to_seq, data, checksum) VALUES (?, ?, ?, ?, ?)')
    .run(documentId, first.seq, last.seq, data, checksumOf(data));
  connection
    .statement('DELETE FROM yjs_updates WHERE document_id = ? AND seq BETWEEN ? AND ?')
    .run(documentId, first.seq, last.seq);
  return last.seq < upTo;
}

function rowsOfAllTime(
  connection: Connection,
  asked: { documentId: string; fromSeq: number; toSeq: number },
): readonly StoredRow[] {
  const { documentId } = asked;
  const range = {
    documentId,
    fromSeq: Math.max(1, asked.fromSeq),
    toSeq: Math.min(asked.toSeq, headOf(connection, documentId).lastSeq),
  };
  if (range.toSeq < range.fromSeq) return [];
  return wholeRows([...historyBetween(connection, range), ...rowsBetween(connection, range)], range);
}

/** Rows of the range that lie in history; those of a piece that cannot be read are left out, and the hole tells. */
function historyBetween(connection: Connection, range: { documentId: string; fromSeq: number; toSeq: number }): StoredRow[] {
  const { documentId, fromSeq, toSeq } = range;
  return connection
    .statement('SELECT data, checksum FROM yjs_history WHERE document_id = ? AND to_seq >= ? AND from_seq <= ? ORDER BY from_seq')
    .all(documentId, fromSeq, toSeq)
    .map(checked)
    .flatMap((piece) => (isIntact(piece) ? unpackStoredRows(inflateRawSync(piece.data)) : []))
    .filter(({ seq }) => seq >= fromSeq && seq <= toSeq);
}
