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

/** A document read whole, its rows checked but still packed: unpacking is left to the thread that will use them. */
export type WholeDocument = Omit<StoredDocument, 'tail'> & { readonly rows: readonly StoredRow[] };

/** Throws AppError `document_damaged` when the parts do not give the document whole. */
export function wholeDocument(parts: DocumentParts): WholeDocument {
  const { documentId, generation, lastSeq, clients } = parts;
  const damage: string[] = [];
  for (const seq of parts.snapshots) {
    const stored = parts.snapshot(seq);
    if (!isIntact(stored)) {
      damage.push(`the snapshot at ${seq} does not match its checksum`);
      continue;
    }
    const rows = wholeRows(parts.rows(seq), { documentId, fromSeq: seq + 1, toSeq: lastSeq });
    return { documentId, generation, snapshot: { seq, update: stored.data }, rows, lastSeq, clients, damage };
  }
  // No snapshot can be read. The rows from the first on are the document too; the oldest may have been moved to history.
  let found = parts.rows(0);
  if (found[0]?.seq !== 1) found = [...parts.history(), ...found];
  const rows = wholeRows(found, { documentId, fromSeq: 1, toSeq: lastSeq });
  return { documentId, generation, snapshot: null, rows, lastSeq, clients, damage };
}

/** The same rows, when they are exactly `fromSeq` to `toSeq` and every checksum holds; AppError `document_damaged` otherwise. */
export function wholeRows(
  rows: readonly StoredRow[],
  { documentId, fromSeq, toSeq }: { documentId: string; fromSeq: number; toSeq: number },
): readonly StoredRow[] {
  let expected = fromSeq;
  for (const row of rows) {
    if (row.seq !== expected || !isIntact(row)) throw new AppError('document_damaged', { document: documentId, seq: expected });
    expected += 1;
  }
  if (expected !== toSeq + 1) throw new AppError('document_damaged', { document: documentId, seq: expected });
  return rows;
}

export function unpackRows(rows: readonly StoredRow[]): StoredUpdate[] {
  return rows.map(({ seq, at, data }) => ({ seq, at, updates: unpackUpdates(data) }));
}
