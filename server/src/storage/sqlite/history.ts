// Compressed history in SQL: what the log no longer needs for opening a document, and every row of all time for who asks for it.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { checksumOf, isIntact } from '../row-format.ts';
import { packRows, unpackStoredRows } from '../stored-rows.ts';
import { wholeRows, type StoredRow } from '../whole-document.ts';
import type { Connection } from './connection.ts';
import { checked, headOf, lostRows, newestRows, type Head } from './document-log.ts';
import type { DocumentOperations } from './operations.ts';
import { readableSnapshots } from './snapshots.ts';

/** Bytes of rows that one step of archiving reads, compresses and writes, in a few milliseconds: then others have their turn. */
const archiveStep = 128 * 1024;

export function rowsToArchive(connection: Connection, head: Head): ReturnType<DocumentOperations['archivable']> {
  const upTo = readableSnapshots(connection, head.documentId)[1];
  if (upTo === undefined) return null;
  const ids = newestRows(connection, head, 0).flatMap(({ id, seq }) => (seq <= upTo ? [id] : []));
  return { upTo, rows: Float64Array.from(ids) };
}

/** Oldest first: what is left in the log can then still be reached from its newest row. */
export function moveRows(connection: Connection, what: Parameters<DocumentOperations['archiveSome']>[0]): number {
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

export function rowsOfAllTime(
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

/** Rows of the range that lie in history; those of a piece that cannot be read are left out, and the hole tells. */
export function historyBetween(
  connection: Connection,
  range: { documentId: string; fromSeq: number; toSeq: number },
): StoredRow[] {
  const { documentId, fromSeq, toSeq } = range;
  return connection
    .statement('SELECT data, checksum FROM yjs_history WHERE document_id = ? AND to_seq >= ? AND from_seq <= ? ORDER BY from_seq')
    .all(documentId, fromSeq, toSeq)
    .map(checked)
    .flatMap((piece) => (isIntact(piece) ? unpackStoredRows(inflateRawSync(piece.data)) : []))
    .filter(({ seq }) => seq >= fromSeq && seq <= toSeq);
}
