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

/** Bytes of rows that one step of archiving reads, compresses and writes, in a few milliseconds: then others have their turn. */
const archiveStep = 128 * 1024;

export function documentOperations(connection: Connection): DocumentOperations {
  return {
    createDocument: (document) => connection.transaction(() => insertDocument(connection, document)),
    loadDocument: (documentId) => readDocument(connection, documentId),
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
  const data = packUpdates([firstUpdate]);
  const { lastInsertRowid } = connection.statement(insertRow).run(documentId, 1, at, null, data, checksumOf(data));
  connection
    .statement(
      'INSERT INTO yjs_documents (id, generation, created_at, last_seq, updated_at, newest_row) VALUES (?, ?, ?, 1, ?, ?)',
    )
    .run(documentId, generation, at, at, lastInsertRowid);
  for (const { clientId, userId } of clients) connection.statement(insertClient).run(documentId, clientId, userId, 1);
}

const insertRow = 'INSERT INTO yjs_updates (document_id, seq, at, previous_row, data, checksum) VALUES (?, ?, ?, ?, ?, ?)';
/** The first owner of a clientID stays its owner. */
const insertClient =
  'INSERT INTO yjs_clients (document_id, client_id, user_id, first_seq) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';

function insertFlush(connection: Connection, flush: ArrayBuffer): void {
  // Checks the seq, finds the row before and stores in one statement: at hundreds of rows a flush, statements are what a commit costs.
  const insert = connection.statement(`
    INSERT INTO yjs_updates (document_id, seq, at, previous_row, data, checksum)
    SELECT id, ?, ?, newest_row, ?, ? FROM yjs_documents WHERE id = ? AND last_seq = ?`);
  const advance = connection.statement(
    'UPDATE yjs_documents SET last_seq = ?, updated_at = ?, newest_row = last_insert_rowid() WHERE id = ?',
  );
  for (const { documentId, seq, at, newClients, data } of unpackFlush(flush)) {
    if (insert.run(seq, at, data, checksumOf(data), documentId, seq - 1).changes === 0) {
      throw new AppError('stale', { document: documentId, seq, lastSeq: headOf(connection, documentId).lastSeq });
    }
    advance.run(seq, at, documentId);
    for (const { clientId, userId } of newClients) connection.statement(insertClient).run(documentId, clientId, userId, seq);
  }
}

interface Head {
  readonly documentId: string;
  readonly generation: string;
  readonly lastSeq: number;
  readonly newestRow: number;
}

function findHead(connection: Connection, documentId: string): Head | null {
  const row = connection.statement('SELECT generation, last_seq, newest_row FROM yjs_documents WHERE id = ?').get(documentId);
  if (row === undefined) return null;
  const { generation, last_seq: lastSeq, newest_row: newestRow } = row;
  return { documentId, generation: String(generation), lastSeq: Number(lastSeq), newestRow: Number(newestRow) };
}

function headOf(connection: Connection, documentId: string): Head {
  const head = findHead(connection, documentId);
  if (head === null) throw new AppError('document_not_found', { document: documentId });
  return head;
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
        clients: clientsOf(connection, documentId),
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

function clientsOf(connection: Connection, documentId: string): Map<number, string> {
  const rows = connection.statement('SELECT client_id, user_id FROM yjs_clients WHERE document_id = ?').all(documentId);
  return new Map(rows.map((row) => [Number(row['client_id']), String(row['user_id'])]));
}

interface ChainedRow extends StoredRow {
  readonly id: number;
}

/**
 * Rows of the log after seq `after`, by rising seq, found by going back from the newest. Where the chain ends early (older rows are
 * history, or one is lost) it gives what it reached.
 */
function newestRows(connection: Connection, head: Head, after: number): ChainedRow[] {
  const select = connection.statement('SELECT document_id, seq, at, previous_row, data, checksum FROM yjs_updates WHERE id = ?');
  const rows: ChainedRow[] = [];
  let id: number | null = head.newestRow;
  for (let seq = head.lastSeq; seq > after && id !== null; seq -= 1) {
    const row: Row | undefined = select.get(id);
    // The ids of rows that went to history are used again.
    if (row === undefined || row['seq'] !== seq || row['document_id'] !== head.documentId) break;
    rows.push({ id, seq, at: Number(row['at']), ...checked(row) });
    id = row['previous_row'] === null ? null : Number(row['previous_row']);
  }
  return rows.reverse();
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

function rowsToArchive(connection: Connection, head: Head): ReturnType<DocumentOperations['archivable']> {
  const upTo = readableSnapshots(connection, head.documentId)[1];
  if (upTo === undefined) return null;
  const ids = newestRows(connection, head, 0).flatMap(({ id, seq }) => (seq <= upTo ? [id] : []));
  return { upTo, rows: Float64Array.from(ids) };
}

/** Oldest first: what is left in the log can then still be reached from its newest row. */
function moveRows(connection: Connection, what: Parameters<DocumentOperations['archiveSome']>[0]): number {
  const { documentId, upTo } = what;
  const select = connection.statement('SELECT document_id, seq, at, data, checksum FROM yjs_updates WHERE id = ?');
  const rows: StoredRow[] = [];
  let bytes = 0;
  for (const id of what.rows) {
    const row = select.get(id);
    const seq = Number(row?.['seq']);
    if (row === undefined || row['document_id'] !== documentId || seq > upTo || bytes >= archiveStep) break;
    rows.push({ seq, at: Number(row['at']), ...checked(row) });
    bytes += rows.at(-1)?.data.length ?? 0;
  }
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const data = deflateRawSync(packRows(rows));
  connection
    .statement('INSERT INTO yjs_history (document_id, from_seq, to_seq, data, checksum) VALUES (?, ?, ?, ?, ?)')
    .run(documentId, first.seq, last.seq, data, checksumOf(data));
  const remove = connection.statement('DELETE FROM yjs_updates WHERE id = ?');
  for (const id of what.rows.subarray(0, rows.length)) remove.run(id);
  return rows.length;
}

function rowsOfAllTime(
  connection: Connection,
  asked: { documentId: string; fromSeq: number; toSeq: number },
): readonly StoredRow[] {
  const { documentId } = asked;
  const head = headOf(connection, documentId);
  const range = { documentId, fromSeq: Math.max(1, asked.fromSeq), toSeq: Math.min(asked.toSeq, head.lastSeq) };
  if (range.toSeq < range.fromSeq) return [];
  const history = historyBetween(connection, range);
  const log = newestRows(connection, head, range.fromSeq - 1).filter(({ seq }) => seq <= range.toSeq);
  const joined = [...history, ...log];
  const isWhole = joined.length === range.toSeq - range.fromSeq + 1;
  return wholeRows(isWhole ? joined : [...history, ...lostRows(connection, range)], range);
}

/** Rows of the log that a damaged chain does not lead to any more, found by reading all of the log. */
function lostRows(connection: Connection, range: { documentId: string; fromSeq: number; toSeq: number }): StoredRow[] {
  return connection
    .statement('SELECT seq, at, data, checksum FROM yjs_updates WHERE document_id = ? AND seq BETWEEN ? AND ? ORDER BY seq')
    .all(range.documentId, range.fromSeq, range.toSeq)
    .map((row) => ({ seq: Number(row['seq']), at: Number(row['at']), ...checked(row) }));
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
