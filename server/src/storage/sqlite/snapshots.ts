// Snapshots in SQL. One that does not match its checksum counts as none, wherever it would be built upon.
import { AppError } from '@cocrea/shared/errors.ts';
import { checksumOf, isIntact, type Checked } from '../row-format.ts';
import type { Connection } from './connection.ts';
import { checked, headOf } from './document-log.ts';
import type { DocumentOperations } from './operations.ts';

export function snapshotSeqs(connection: Connection, documentId: string): number[] {
  const rows = connection.statement('SELECT seq FROM yjs_snapshots WHERE document_id = ? ORDER BY seq DESC').all(documentId);
  return rows.map((row) => Number(row['seq']));
}

export function snapshotAt(connection: Connection, { documentId, seq }: { documentId: string; seq: number }): Checked {
  const row = connection
    .statement('SELECT data, checksum FROM yjs_snapshots WHERE document_id = ? AND seq = ?')
    .get(documentId, seq);
  if (row === undefined) throw new Error('a snapshot vanished inside a transaction');
  return checked(row);
}

/** Seqs of the two newest snapshots that can be read. A damaged one counts as none: rows are kept for what a load would fall back to. */
export function readableSnapshots(connection: Connection, documentId: string): number[] {
  const readable: number[] = [];
  for (const seq of snapshotSeqs(connection, documentId)) {
    if (isIntact(snapshotAt(connection, { documentId, seq }))) readable.push(seq);
    if (readable.length === 2) break;
  }
  return readable;
}

export function insertSnapshot(connection: Connection, snapshot: Parameters<DocumentOperations['writeSnapshot']>[0]): boolean {
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
