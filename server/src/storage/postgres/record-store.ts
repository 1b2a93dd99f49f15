// The record store over PostgreSQL: one change is one transaction under the lock of its lab, so that what a statement decides (the next
// number, the last seat) is decided once, whoever else changes that lab. Its events join the chain of the lab in it.
import { AppError } from '@cocrea/shared/errors.ts';
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import { canonicalData, chainHash, hashBeforeFirst } from '../event-chain.ts';
import type { Change, Recorded, RecordStore } from '../record-store.ts';
import type { Connection, Row, Run } from './connection.ts';
import { headOf, insertDocuments, insertFlush } from './document-log.ts';
import type { InOrder } from './in-order.ts';

const eventColumns = 'lab_id, seq, at, actor_id, type, subject_id, data, command_id';

export function createPostgresRecordStore(
  connection: Connection,
  { now, onTrouble, inOrder }: { now: () => number; onTrouble: (trouble: Error) => void; inOrder: InOrder['run'] },
): RecordStore {
  const listeners = new Set<(events: readonly LabEvent[]) => void>();

  const tell = (events: readonly LabEvent[]): void => {
    for (const listener of [...listeners]) {
      try {
        listener(events);
      } catch (error) {
        // The change is committed; a listener that fails must not make it look undone.
        onTrouble(error instanceof Error ? error : new Error(String(error)));
      }
    }
  };

  const recordAndTell = async (change: Change): Promise<Recorded> => {
    const at = now();
    const recorded = await connection.transaction((run) => record(run, { change, at }));
    if (recorded.outcome === 'recorded' && recorded.events.length > 0) tell(recorded.events);
    return recorded;
  };

  return {
    read: async <Result>(query: { readonly sql: string; readonly parameters: readonly unknown[] }) =>
      (await connection.run(query.sql, query.parameters)).rows as Result[],

    record: (change) =>
      change.labId === null ? recordAndTell(change) : inOrder(`lab ${change.labId}`, () => recordAndTell(change)),

    events: async (labId, { after, limit }) => {
      const sql = `SELECT ${eventColumns} FROM events WHERE lab_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`;
      return (await connection.run(sql, [labId, after, limit])).rows.map(eventOf);
    },

    onEvents: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function record(run: Run, { change, at }: { change: Change; at: number }): Promise<Recorded> {
  const { labId, commandId, statements, documents = [], appends = [], seals = [] } = change;
  if (labId !== null) {
    const doneBefore = `SELECT ${eventColumns} FROM events WHERE lab_id = $1 AND command_id = $2 ORDER BY seq`;
    const [, done] = await Promise.all([
      run("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' lab ' || $1, 0))", [labId]),
      run(doneBefore, [labId, commandId]),
    ]);
    if (done.rows.length > 0) return { outcome: 'repeated', events: done.rows.map(eventOf) };
  }
  const sent = await Promise.allSettled(statements.map(({ query }) => run(query.sql, query.parameters)));
  for (const [index, outcome] of sent.entries()) {
    if (outcome.status === 'rejected') throw outcome.reason;
    const { changes } = outcome.value;
    const expected = statements[index]?.expectRows;
    if (expected !== undefined && changes !== expected) throw new AppError('stale', { expected, found: changes });
  }
  await insertDocuments(run, documents);
  if (appends.length > 0) await insertFlush(run, appends);
  for (const { documentId, seq } of seals) {
    const seal = 'UPDATE yjs_documents SET sealed = 1 WHERE id = $1 AND sealed = 0 AND last_seq = $2';
    if ((await run(seal, [documentId, seq])).changes === 1) continue;
    const { lastSeq } = await headOf(run, documentId);
    if (lastSeq !== seq) throw new AppError('stale', { document: documentId, seq, lastSeq });
    throw new AppError('document_frozen', { document: documentId });
  }
  return { outcome: 'recorded', events: await appendEvents(run, { change, at }) };
}

/** Seq and hash are read here, under the lock and never from memory: another process may have written to the same lab. */
async function appendEvents(run: Run, { change, at }: { change: Change; at: number }): Promise<LabEvent[]> {
  const { labId, commandId, events } = change;
  if (events.length === 0) return [];
  if (labId === null) throw new Error('a change outside any lab cannot bring events');
  const [newest] = (await run('SELECT seq, hash FROM events WHERE lab_id = $1 ORDER BY seq DESC LIMIT 1', [labId])).rows;
  let seq = Number(newest?.['seq'] ?? 0);
  const hashes = [String(newest?.['hash'] ?? hashBeforeFirst)];
  const written = events.map(({ actorId, type, subjectId, data }): LabEvent => {
    seq += 1;
    const event: LabEvent = { labId, seq, at, actorId, type, subjectId, data, commandId };
    hashes.push(chainHash(hashes.at(-1) ?? hashBeforeFirst, event));
    return event;
  });
  await run(
    `INSERT INTO events (${eventColumns}, previous_hash, hash)
     SELECT $1, new.seq, $2, new.actor_id, new.type, new.subject_id, new.data, $3, new.previous_hash, new.hash
     FROM unnest($4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
       AS new(seq, actor_id, type, subject_id, data, previous_hash, hash)`,
    [
      labId,
      at,
      commandId,
      written.map((event) => event.seq),
      written.map(({ actorId }) => actorId),
      written.map(({ type }) => type),
      written.map(({ subjectId }) => subjectId),
      written.map(({ data }) => canonicalData(data)),
      hashes.slice(0, -1),
      hashes.slice(1),
    ],
  );
  return written;
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
