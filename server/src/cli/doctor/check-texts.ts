// Whether every text can be read whole, its history too, and whether its snapshots say what its rows say.
import type { CheckupFinding } from '@cocrea/shared/domain/checkup.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import * as Y from 'yjs';
import { documentOf } from '../../reading/compact.ts';
import { isIntact } from '../../storage/row-format.ts';
import type { Connection } from '../../storage/sqlite/connection.ts';
import { documentOperations } from '../../storage/sqlite/document-operations.ts';
import { snapshotAt, snapshotSeqs } from '../../storage/sqlite/snapshots.ts';
import { unpackStoredRows } from '../../storage/stored-rows.ts';
import { unpackRows, type StoredRow } from '../../storage/whole-document.ts';

export function checkTexts(connection: Connection, onProgress: (done: number) => void = () => undefined): CheckupFinding[] {
  const texts = connection.statement('SELECT id, generation, last_seq FROM yjs_documents ORDER BY id').all();
  const found: CheckupFinding[] = [];
  for (const [index, row] of texts.entries()) {
    const [document, generation] = [String(row['id']), String(row['generation'])];
    if (generation.trim() === '') found.push({ kind: 'generation_missing', details: { document } });
    found.push(...checkText(connection, document, Number(row['last_seq'])));
    onProgress((index + 1) / texts.length);
  }
  const missing = connection
    .statement(`SELECT id FROM documents WHERE state IS NOT 'planned' AND id NOT IN (SELECT id FROM yjs_documents) ORDER BY id`)
    .all();
  for (const { id } of missing) found.push({ kind: 'text_missing', details: { document: String(id) } });
  const orphans = connection
    .statement('SELECT count(*) AS count FROM yjs_updates WHERE document_id NOT IN (SELECT id FROM yjs_documents)')
    .get();
  if (Number(orphans?.['count']) > 0) found.push({ kind: 'rows_orphaned', details: { count: Number(orphans?.['count']) } });
  return found;
}

function checkText(connection: Connection, document: string, lastSeq: number): CheckupFinding[] {
  const { loadDocument, readHistory } = documentOperations(connection);
  const found: CheckupFinding[] = [];
  const opens = readable(() => loadDocument(document));
  const history = readable(() => unpackStoredRows(readHistory({ documentId: document, fromSeq: 1, toSeq: lastSeq })));
  if ('damagedAt' in opens) {
    // Reading all rows finds the very one; opening only that the way to the newest snapshot is cut off.
    const { damagedAt: seq } = 'damagedAt' in history ? history : opens;
    found.push({ kind: 'text_damaged', details: { document, seq } });
  }
  const snapshots = snapshotSeqs(connection, document).map((seq) => ({
    seq,
    ...snapshotAt(connection, { documentId: document, seq }),
  }));
  for (const snapshot of snapshots) {
    if (!isIntact(snapshot)) found.push({ kind: 'snapshot_damaged', details: { document, seq: snapshot.seq } });
  }
  if ('damagedAt' in history) {
    if (!('damagedAt' in opens)) found.push({ kind: 'history_damaged', details: { document, seq: history.damagedAt } });
    return found;
  }
  for (const { seq, data } of snapshots.filter(isIntact)) {
    if (!saysTheSame(data, history.value.slice(0, seq))) found.push({ kind: 'snapshot_differs', details: { document, seq } });
  }
  return found;
}

function readable<Value>(read: () => Value): { readonly value: Value } | { readonly damagedAt: number } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof AppError && error.code === 'document_damaged') return { damagedAt: Number(error.details['seq'] ?? 0) };
    throw error;
  }
}

function saysTheSame(snapshot: Uint8Array, rows: readonly StoredRow[]): boolean {
  try {
    const [before, after] = [documentOf(unpackRows(rows).flatMap(({ updates }) => updates)), documentOf([snapshot])];
    return Y.equalSnapshots(Y.snapshot(before), Y.snapshot(after));
  } catch {
    return false;
  }
}
