// Compressed history in PostgreSQL: what the log no longer needs for opening a document, and every row of all time for who asks for it.
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { checksumOf, isIntact } from '../row-format.ts';
import { packRows, unpackStoredRows } from '../stored-rows.ts';
import { wholeRows, type StoredRow } from '../whole-document.ts';
import type { Run } from './connection.ts';
import { checked, headOf, rowsBetween } from './document-log.ts';
import { lockCompaction, readableSnapshots } from './snapshots.ts';

/** Bytes and rows that one step of archiving reads, compresses and writes: then it lets go. */
const archiveStep = { bytes: 1024 * 1024, rows: 5_000 } as const;

/** The seq up to which rows belong to history; null while there are fewer than two readable snapshots. */
export async function archivableUpTo(run: Run, documentId: string): Promise<number | null> {
  await headOf(run, documentId);
  return (await readableSnapshots(run, documentId))[1] ?? null;
}

/** Inside a transaction: the oldest rows up to `upTo`. How many; none when all are moved. */
export async function moveRows(run: Run, { documentId, upTo }: { documentId: string; upTo: number }): Promise<number> {
  await lockCompaction(run, documentId);
  const found = await run(
    `SELECT seq, at, data, checksum FROM (
       SELECT *, sum(length(data)) OVER (ORDER BY seq) - length(data) AS before FROM yjs_updates
       WHERE document_id = $1 AND seq <= $2 ORDER BY seq LIMIT $3) AS oldest
     WHERE before < $4 ORDER BY seq`,
    [documentId, upTo, archiveStep.rows, archiveStep.bytes],
  );
  const rows = found.rows.map((row): StoredRow => ({ seq: Number(row['seq']), at: Number(row['at']), ...checked(row) }));
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const data = await promisify(deflateRaw)(packRows(rows));
  await run('INSERT INTO yjs_history (document_id, from_seq, to_seq, data, checksum) VALUES ($1, $2, $3, $4, $5)', [
    documentId,
    first.seq,
    last.seq,
    data,
    checksumOf(data),
  ]);
  await run('DELETE FROM yjs_updates WHERE document_id = $1 AND seq BETWEEN $2 AND $3', [documentId, first.seq, last.seq]);
  return rows.length;
}

export async function rowsOfAllTime(
  run: Run,
  asked: { documentId: string; fromSeq: number; toSeq: number },
): Promise<readonly StoredRow[]> {
  const { documentId } = asked;
  const { lastSeq } = await headOf(run, documentId);
  const range = { documentId, fromSeq: Math.max(1, asked.fromSeq), toSeq: Math.min(asked.toSeq, lastSeq) };
  if (range.toSeq < range.fromSeq) return [];
  return wholeRows([...(await historyBetween(run, range)), ...(await rowsBetween(run, range))], range);
}

/** Rows of the range that lie in history; those of a piece that cannot be read are left out, and the hole tells. */
export async function historyBetween(
  run: Run,
  { documentId, fromSeq, toSeq }: { documentId: string; fromSeq: number; toSeq: number },
): Promise<StoredRow[]> {
  const { rows } = await run(
    'SELECT data, checksum FROM yjs_history WHERE document_id = $1 AND to_seq >= $2 AND from_seq <= $3 ORDER BY from_seq',
    [documentId, fromSeq, toSeq],
  );
  const pieces: StoredRow[] = [];
  for (const piece of rows.map(checked)) {
    if (isIntact(piece)) pieces.push(...unpackStoredRows(await promisify(inflateRaw)(piece.data)));
  }
  return pieces.filter(({ seq }) => seq >= fromSeq && seq <= toSeq);
}
