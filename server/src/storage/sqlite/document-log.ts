// The log of all documents in SQL: rows in the order of their commits, each leading to the one before it of its document.
import { AppError } from '@cocrea/shared/errors.ts';
import type { NewDocument } from '../document-store.ts';
import { checksumOf, packUpdates, type Checked } from '../row-format.ts';
import type { StoredRow } from '../whole-document.ts';
import type { Connection, Row } from './connection.ts';
import { unpackFlush } from './flush-format.ts';

/** What is known of a document without reading its text. */
export interface Head {
  readonly documentId: string;
  readonly generation: string;
  readonly lastSeq: number;
  readonly newestRow: number;
}

export function findHead(connection: Connection, documentId: string): Head | null {
  const row = connection.statement('SELECT generation, last_seq, newest_row FROM yjs_documents WHERE id = ?').get(documentId);
  if (row === undefined) return null;
  const { generation, last_seq: lastSeq, newest_row: newestRow } = row;
  return { documentId, generation: String(generation), lastSeq: Number(lastSeq), newestRow: Number(newestRow) };
}

export function headOf(connection: Connection, documentId: string): Head {
  const head = findHead(connection, documentId);
  if (head === null) throw new AppError('document_not_found', { document: documentId });
  return head;
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

export function insertFlush(connection: Connection, flush: ArrayBuffer): void {
  // Checks the seq, finds the row before and stores in one statement: at hundreds of rows a flush, statements are what a commit costs.
  const insert = connection.statement(`
    INSERT INTO yjs_updates (document_id, seq, at, previous_row, data, checksum)
    SELECT id, ?, ?, newest_row, ?, ? FROM yjs_documents WHERE id = ? AND last_seq = ? AND sealed = 0`);
  const advance = connection.statement(
    'UPDATE yjs_documents SET last_seq = ?, updated_at = ?, newest_row = last_insert_rowid() WHERE id = ?',
  );
  for (const { documentId, seq, at, newClients, data } of unpackFlush(flush)) {
    if (insert.run(seq, at, data, checksumOf(data), documentId, seq - 1).changes === 0) {
      const { sealed } = connection.statement('SELECT sealed FROM yjs_documents WHERE id = ?').get(documentId) ?? { sealed: 0 };
      if (Number(sealed) === 1) throw new AppError('document_frozen', { document: documentId });
      throw new AppError('stale', { document: documentId, seq, lastSeq: headOf(connection, documentId).lastSeq });
    }
    advance.run(seq, at, documentId);
    for (const { clientId, userId } of newClients) connection.statement(insertClient).run(documentId, clientId, userId, seq);
  }
}

/** Owners of clientIDs whose first update is in a row after that seq. */
export function clientsOf(
  connection: Connection,
  { documentId, after }: { documentId: string; after: number },
): Map<number, string> {
  const select = connection.statement('SELECT client_id, user_id FROM yjs_clients WHERE document_id = ? AND first_seq > ?');
  const rows = select.all(documentId, after);
  return new Map(rows.map((row) => [Number(row['client_id']), String(row['user_id'])]));
}

export interface ChainedRow extends StoredRow {
  readonly id: number;
}

/**
 * Rows of the log after seq `after`, by rising seq, found by going back from the newest. Where the chain ends early (older rows are
 * history, or one is lost) it gives what it reached.
 */
export function newestRows(connection: Connection, head: Head, after: number): ChainedRow[] {
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

/** Rows of the log that a damaged chain does not lead to any more, found by reading all of the log. */
export function lostRows(connection: Connection, range: { documentId: string; fromSeq: number; toSeq: number }): StoredRow[] {
  return connection
    .statement('SELECT seq, at, data, checksum FROM yjs_updates WHERE document_id = ? AND seq BETWEEN ? AND ? ORDER BY seq')
    .all(range.documentId, range.fromSeq, range.toSeq)
    .map((row) => ({ seq: Number(row['seq']), at: Number(row['at']), ...checked(row) }));
}

export function checked(row: Row): Checked {
  return { data: row['data'] as Uint8Array, checksum: Number(row['checksum']) };
}
