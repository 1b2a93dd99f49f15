// Snapshots in PostgreSQL. One that does not match its checksum counts as none, wherever it would be built upon.
import { AppError } from '@cocrea/shared/errors.ts';
import type { DocumentStore } from '../document-store.ts';
import { checksumOf, isIntact, type Checked } from '../row-format.ts';
import type { Run } from './connection.ts';
import { checked, headOf } from './document-log.ts';

/** Inside a transaction: of two who compact a document, or archive it, one waits for the other. Its writers wait for neither. */
export async function lockCompaction(run: Run, documentId: string): Promise<void> {
  await run("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' compaction ' || $1, 0))", [documentId]);
}

/** Newest first. */
export async function snapshotSeqs(run: Run, documentId: string): Promise<number[]> {
  const { rows } = await run('SELECT seq FROM yjs_snapshots WHERE document_id = $1 ORDER BY seq DESC', [documentId]);
  return rows.map((row) => Number(row['seq']));
}

export async function snapshotAt(run: Run, { documentId, seq }: { documentId: string; seq: number }): Promise<Checked> {
  const { rows } = await run('SELECT data, checksum FROM yjs_snapshots WHERE document_id = $1 AND seq = $2', [documentId, seq]);
  const [row] = rows;
  if (row === undefined) throw new Error('a snapshot vanished inside a transaction');
  return checked(row);
}

/** Seqs of the two newest snapshots that can be read. A damaged one counts as none: rows are kept for what a load would fall back to. */
export async function readableSnapshots(run: Run, documentId: string): Promise<number[]> {
  const readable: number[] = [];
  for (const seq of await snapshotSeqs(run, documentId)) {
    if (isIntact(await snapshotAt(run, { documentId, seq }))) readable.push(seq);
    if (readable.length === 2) break;
  }
  return readable;
}

export async function insertSnapshot(run: Run, snapshot: Parameters<DocumentStore['writeSnapshot']>[0]): Promise<boolean> {
  const { documentId, base, seq, at, update } = snapshot;
  await lockCompaction(run, documentId);
  const { lastSeq } = await headOf(run, documentId);
  const newest = (await readableSnapshots(run, documentId))[0] ?? null;
  if (newest !== base || (base !== null && seq <= base)) return false;
  if (seq > lastSeq) throw new AppError('stale', { document: documentId, seq, lastSeq });
  // Replaces nothing but a damaged snapshot of the same seq.
  await run(
    `INSERT INTO yjs_snapshots (document_id, seq, at, data, checksum) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (document_id, seq) DO UPDATE SET at = excluded.at, data = excluded.data, checksum = excluded.checksum`,
    [documentId, seq, at, update, checksumOf(update)],
  );
  return true;
}
