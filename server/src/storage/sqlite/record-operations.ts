// Records in SQL, as the database thread runs them: one change is one transaction, and its events join the chain of their lab in it.
import { AppError } from '@cocrea/shared/errors.ts';
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import { canonicalData, chainHash, hashBeforeFirst } from '../event-chain.ts';
import type { Recorded } from '../record-store.ts';
import type { Connection, Row, SQLInputValue } from './connection.ts';
import { headOf, insertDocument, insertFlush } from './document-log.ts';
import type { PlainChange, RecordOperations } from './operations.ts';

const eventColumns = 'lab_id, seq, at, actor_id, type, subject_id, data, command_id';

export function recordOperations(connection: Connection): RecordOperations {
  return {
    runQuery: ({ sql, parameters }) => connection.statement(sql).all(...(parameters as readonly SQLInputValue[])),
    recordChange: (change) => connection.transaction(() => record(connection, change)),
    readEvents: ({ labId, after, limit }) =>
      connection
        .statement(`SELECT ${eventColumns} FROM events WHERE lab_id = ? AND seq > ? ORDER BY seq LIMIT ?`)
        .all(labId, after, limit)
        .map(eventOf),
  };
}

function record(connection: Connection, change: PlainChange): Recorded {
  const { labId, commandId, statements, documents, flush, seals } = change;
  if (labId !== null) {
    const done = connection
      .statement(`SELECT ${eventColumns} FROM events WHERE lab_id = ? AND command_id = ? ORDER BY seq`)
      .all(labId, commandId);
    if (done.length > 0) return { outcome: 'repeated', events: done.map(eventOf) };
  }
  for (const { sql, parameters, expectRows } of statements) {
    const { changes } = connection.statement(sql).run(...(parameters as readonly SQLInputValue[]));
    if (expectRows !== undefined && Number(changes) !== expectRows) {
      throw new AppError('stale', { expected: expectRows, found: Number(changes) });
    }
  }
  for (const document of documents) insertDocument(connection, document);
  if (flush !== null) insertFlush(connection, flush);
  for (const { documentId, seq } of seals) {
    const seal = connection.statement('UPDATE yjs_documents SET sealed = 1 WHERE id = ? AND sealed = 0 AND last_seq = ?');
    if (Number(seal.run(documentId, seq).changes) === 1) continue;
    const { lastSeq } = headOf(connection, documentId);
    if (lastSeq !== seq) throw new AppError('stale', { document: documentId, seq, lastSeq });
    throw new AppError('document_frozen', { document: documentId });
  }
  return { outcome: 'recorded', events: appendEvents(connection, change) };
}

/** Seq and hash are read here, inside the transaction and never from memory: another process may have written to the same lab. */
function appendEvents(connection: Connection, { labId, commandId, at, events }: PlainChange): LabEvent[] {
  if (events.length === 0) return [];
  if (labId === null) throw new Error('a change outside any lab cannot bring events');
  const newest = connection.statement('SELECT seq, hash FROM events WHERE lab_id = ? ORDER BY seq DESC LIMIT 1').get(labId);
  let seq = Number(newest?.['seq'] ?? 0);
  let previousHash = String(newest?.['hash'] ?? hashBeforeFirst);
  const insert = connection.statement(
    `INSERT INTO events (${eventColumns}, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return events.map(({ actorId, type, subjectId, data }) => {
    seq += 1;
    const event: LabEvent = { labId, seq, at, actorId, type, subjectId, data, commandId };
    const hash = chainHash(previousHash, event);
    insert.run(labId, seq, at, actorId, type, subjectId, canonicalData(data), commandId, previousHash, hash);
    previousHash = hash;
    return event;
  });
}

function eventOf(row: Row): LabEvent {
  return {
    labId: String(row['lab_id']),
    seq: Number(row['seq']),
    at: Number(row['at']),
    actorId: row['actor_id'] === null ? null : String(row['actor_id']),
    type: String(row['type']) as LabEvent['type'],
    subjectId: String(row['subject_id']),
    data: JSON.parse(String(row['data'])) as LabEvent['data'],
    commandId: String(row['command_id']),
  };
}
