// Puts a stored document together, whole or not at all: the newest readable snapshot and every row after it. All adapters load by
// this one rule, so a damaged snapshot costs nothing but time and no adapter can serve an empty document in place of a damaged one.
import { AppError } from '@cocrea/shared/errors.ts';
import type { StoredDocument, StoredUpdate } from './document-store.ts';
import { isIntact, unpackUpdates, type Checked } from './row-format.ts';

/** A row of the log as it lies in the store. */
export interface StoredRow extends Checked {
  readonly seq: number;
  readonly at: number;
}

/** What an adapter reads for us, each only when asked: opening a healthy document never reads its history. */
export interface DocumentParts {
  readonly documentId: string;
  readonly generation: string;
  readonly lastSeq: number;
  readonly clients: ReadonlyMap<number, string>;
  /** Seqs of the snapshots there are, newest first. */
  readonly snapshots: readonly number[];
  snapshot(seq: number): Checked;
  /** Rows of the log after `seq`, by rising seq. */
  rows(after: number): readonly StoredRow[];
  /** Rows moved to history, by rising seq. Throws or leaves rows out when damaged. */
  history(): readonly StoredRow[];
}

/** Throws AppError `document_damaged` when the parts do not give the document whole. */
export function wholeDocument(parts: DocumentParts): StoredDocument {
  const { documentId, generation, lastSeq, clients } = parts;
  const damage: string[] = [];
  for (const seq of parts.snapshots) {
    const stored = parts.snapshot(seq);
    if (!isIntact(stored)) {
      damage.push(`the snapshot at ${seq} does not match its checksum`);
      continue;
    }
    const tail = intactRows(documentId, { rows: parts.rows(seq), fromSeq: seq + 1, toSeq: lastSeq });
    return { documentId, generation, snapshot: { seq, update: stored.data }, tail, lastSeq, clients, damage };
  }
  // No snapshot can be read. The rows from the first on are the document too; the oldest may have been moved to history.
  let rows = parts.rows(0);
  if (rows[0]?.seq !== 1) rows = [...parts.history(), ...rows];
  const tail = intactRows(documentId, { rows, fromSeq: 1, toSeq: lastSeq });
  return { documentId, generation, snapshot: null, tail, lastSeq, clients, damage };
}

/** The rows unpacked, when they are exactly `fromSeq` to `toSeq` and every checksum holds; AppError `document_damaged` otherwise. */
export function intactRows(
  documentId: string,
  { rows, fromSeq, toSeq }: { rows: readonly StoredRow[]; fromSeq: number; toSeq: number },
): StoredUpdate[] {
  let expected = fromSeq;
  const updates = rows.map((row) => {
    if (row.seq !== expected) throw new AppError('document_damaged', { document: documentId, seq: expected });
    if (!isIntact(row)) throw new AppError('document_damaged', { document: documentId, seq: row.seq });
    expected += 1;
    return { seq: row.seq, at: row.at, updates: unpackUpdates(row.data) };
  });
  if (expected !== toSeq + 1) throw new AppError('document_damaged', { document: documentId, seq: expected });
  return updates;
}
