// The log of all documents in PostgreSQL: the order of a document is its seq, taken under the lock of its row. A flush of hundreds of
// rooms is a handful of statements, because each one is a way to the database and back.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Append, NewDocument } from '../document-store.ts';
import { checksumOf, packUpdates, type Checked } from '../row-format.ts';
import type { StoredRow } from '../whole-document.ts';
import type { Row, Run } from './connection.ts';

/** What is known of a document without reading its text. */
export interface Head {
  readonly documentId: string;
  readonly generation: string;
  readonly lastSeq: number;
}

export async function findHead(run: Run, documentId: string): Promise<Head | null> {
  const [row] = (await run('SELECT generation, last_seq FROM yjs_documents WHERE id = $1', [documentId])).rows;
  if (row === undefined) return null;
  return { documentId, generation: String(row['generation']), lastSeq: Number(row['last_seq']) };
}

export async function headOf(run: Run, documentId: string): Promise<Head> {
  const head = await findHead(run, documentId);
  if (head === null) throw new AppError('document_not_found', { document: documentId });
  return head;
}

/** Inside a transaction: the documents, their first rows and the owners of their clientIDs. Throws AppError `id_taken`. */
export async function insertDocuments(run: Run, documents: readonly NewDocument[]): Promise<void> {
  if (documents.length === 0) return;
  await run(
    `INSERT INTO yjs_documents (id, generation, created_at, last_seq, updated_at)
     SELECT new.id, new.generation, new.at, 1, new.at FROM unnest($1::text[], $2::text[], $3::bigint[]) AS new(id, generation, at)`,
    [documents.map(({ documentId }) => documentId), documents.map(({ generation }) => generation), documents.map(({ at }) => at)],
  );
  await insertRows(
    run,
    documents.map(({ documentId, at, firstUpdate, clients }) => ({
      documentId,
      seq: 1,
      at,
      updates: [firstUpdate],
      newClients: clients,
    })),
  );
}

/** Inside a transaction. The rows of the documents are locked in one order by everybody, so that no two ever wait for each other. */
export async function insertFlush(run: Run, batch: readonly Append[]): Promise<void> {
  const ids = [...new Set(batch.map(({ documentId }) => documentId))];
  const locked = await run('SELECT id, last_seq, sealed FROM yjs_documents WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids]);
  const heads = new Map(locked.rows.map((row) => [row['id'], { lastSeq: Number(row['last_seq']), sealed: row['sealed'] === 1 }]));
  const newest = new Map<string, Append>();
  for (const append of batch) {
    const { documentId, seq } = append;
    const head = heads.get(documentId);
    if (head === undefined) throw new AppError('document_not_found', { document: documentId });
    if (head.sealed) throw new AppError('document_frozen', { document: documentId });
    const lastSeq = newest.get(documentId)?.seq ?? head.lastSeq;
    if (seq !== lastSeq + 1) throw new AppError('stale', { document: documentId, seq, lastSeq });
    newest.set(documentId, append);
  }
  await insertRows(run, batch);
  const last = [...newest.values()];
  await run(
    `UPDATE yjs_documents SET last_seq = new.seq, updated_at = new.at
     FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS new(id, seq, at) WHERE yjs_documents.id = new.id`,
    [last.map(({ documentId }) => documentId), last.map(({ seq }) => seq), last.map(({ at }) => at)],
  );
}

/** Their bytes travel as one parameter, which the database cuts up again: as a list they would be written out in hexadecimal. */
async function insertRows(run: Run, rows: readonly Append[]): Promise<void> {
  if (rows.length === 0) return;
  const packed = rows.map(({ updates }) => packUpdates(updates));
  let end = 1;
  const begins = packed.map(({ length }) => (end += length) - length);
  await run(
    `INSERT INTO yjs_updates (document_id, seq, at, data, checksum)
     SELECT new.id, new.seq, new.at, substring($4::bytea FROM new.begin FOR new.length), new.checksum
     FROM unnest($1::text[], $2::bigint[], $3::bigint[], $5::int[], $6::int[], $7::bigint[]) AS new(id, seq, at, begin, length, checksum)`,
    [
      rows.map(({ documentId }) => documentId),
      rows.map(({ seq }) => seq),
      rows.map(({ at }) => at),
      Buffer.concat(packed),
      begins,
      packed.map(({ length }) => length),
      packed.map(checksumOf),
    ],
  );
  const clients = rows.flatMap(({ documentId, seq, newClients }) => newClients.map((client) => ({ documentId, seq, ...client })));
  if (clients.length === 0) return;
  // The first owner of a clientID stays its owner.
  await run(
    `INSERT INTO yjs_clients (document_id, client_id, user_id, first_seq)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::bigint[]) ON CONFLICT DO NOTHING`,
    [
      clients.map(({ documentId }) => documentId),
      clients.map(({ clientId }) => clientId),
      clients.map(({ userId }) => userId),
      clients.map(({ seq }) => seq),
    ],
  );
}

/** Owners of clientIDs whose first update is in a row after that seq. */
export async function clientsOf(
  run: Run,
  { documentId, after }: { documentId: string; after: number },
): Promise<Map<number, string>> {
  const sql = 'SELECT client_id, user_id FROM yjs_clients WHERE document_id = $1 AND first_seq > $2';
  const { rows } = await run(sql, [documentId, after]);
  return new Map(rows.map((row) => [Number(row['client_id']), String(row['user_id'])]));
}

/** Rows of the log, by rising seq; where one is lost, without it. */
export async function rowsBetween(run: Run, range: { documentId: string; fromSeq: number; toSeq: number }): Promise<StoredRow[]> {
  const { rows } = await run(
    'SELECT seq, at, data, checksum FROM yjs_updates WHERE document_id = $1 AND seq BETWEEN $2 AND $3 ORDER BY seq',
    [range.documentId, range.fromSeq, range.toSeq],
  );
  return rows.map((row) => ({ seq: Number(row['seq']), at: Number(row['at']), ...checked(row) }));
}

export function checked(row: Row): Checked {
  return { data: new Uint8Array(row['data'] as Buffer), checksum: Number(row['checksum']) };
}
