// A log of events that somebody changed in the file, trigger or no trigger, is found out, and the first broken link is named.
import { createHash } from 'node:crypto';
import type { RecordStore } from '@cocrea/server/src/storage/record-store.ts';
import type { Storage } from '@cocrea/server/src/storage/storage.ts';
import { verifyChain } from '@cocrea/server/src/storage/verify-chain.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDatabaseFile, type DatabaseFile } from './database-file.ts';

let file: DatabaseFile;
let records: RecordStore;
let database: Storage['database'];

beforeEach(async () => {
  file = await newDatabaseFile();
  const storage = await file.open({ now: () => 1700000000000 });
  ({ records, database } = storage);
  for (const id of ['lab-a', 'lab-b']) {
    const query = storage.database.insertInto('labs').values({ id, name: id, facts: '{}', demo: 0, created_at: 1 }).compile();
    await records.record({
      labId: id,
      commandId: 'make',
      statements: [{ query }],
      events: [{ actorId: null, type: 'lab.created', subjectId: id, data: {} }],
    });
    for (let no = 2; no <= 5; no += 1) {
      await records.record({
        labId: id,
        commandId: `c${no}`,
        statements: [],
        events: [{ actorId: 'p1', type: 'person.role_changed', subjectId: `p${no}`, data: { to: 'nota "ñ"', from: null, no } }],
      });
    }
  }
});
afterEach(() => file.remove());

/** As someone with the file and a tool could: the triggers out of the way. */
function tamper(sql: string): void {
  file.outside((connection) => connection.exec(`DROP TRIGGER events_never_change; DROP TRIGGER events_never_vanish; ${sql}`));
}

test('an untouched log holds, lab by lab, and the head can be noted elsewhere', async () => {
  const verdict = await verifyChain({ records, database });
  expect(verdict).toMatchObject({
    holds: true,
    labs: [
      { labId: 'lab-a', events: 5, head: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { labId: 'lab-b', events: 5 },
    ],
  });
  expect(await verifyChain({ records, database }, 'lab-b')).toMatchObject({ holds: true, labs: [{ labId: 'lab-b', events: 5 }] });
});

test('the hashed bytes are the documented ones: anyone can recompute them', async () => {
  const zeros = '0'.repeat(64);
  const first = `${zeros}\n{"labId":"lab-a","seq":1,"at":1700000000000,"actorId":null,"type":"lab.created","subjectId":"lab-a","data":{},"commandId":"make"}`;
  const firstHash = createHash('sha256').update(first).digest('hex');
  const second = `${firstHash}\n{"labId":"lab-a","seq":2,"at":1700000000000,"actorId":"p1","type":"person.role_changed","subjectId":"p2","data":{"from":null,"no":2,"to":"nota \\"ñ\\""},"commandId":"c2"}`;
  const stored = file.outside((connection) =>
    connection.prepare("SELECT hash FROM events WHERE lab_id = 'lab-a' AND seq = 2").get(),
  );
  expect(stored?.['hash']).toBe(createHash('sha256').update(second).digest('hex'));
});

test.each([
  {
    what: 'another subject',
    sql: "UPDATE events SET subject_id = 'p9' WHERE lab_id = 'lab-b' AND seq = 3",
    seq: 3,
    differs: 'hash',
  },
  { what: 'another time', sql: "UPDATE events SET at = at + 1 WHERE lab_id = 'lab-b' AND seq = 4", seq: 4, differs: 'hash' },
  { what: 'no actor', sql: "UPDATE events SET actor_id = NULL WHERE lab_id = 'lab-b' AND seq = 2", seq: 2, differs: 'hash' },
  {
    what: 'other data',
    sql: "UPDATE events SET data = replace(data, 'nota', 'nata') WHERE lab_id = 'lab-b' AND seq = 3",
    seq: 3,
    differs: 'hash',
  },
  {
    what: 'data said twice',
    sql: "UPDATE events SET data = '{\"no\":9,' || substr(data, 2) WHERE lab_id = 'lab-b' AND seq = 3",
    seq: 3,
    differs: 'data',
  },
  { what: 'data that is none', sql: "UPDATE events SET data = 'x' WHERE lab_id = 'lab-b' AND seq = 5", seq: 5, differs: 'data' },
  { what: 'an event removed', sql: "DELETE FROM events WHERE lab_id = 'lab-b' AND seq = 3", seq: 4, differs: 'seq' },
  {
    what: 'an event put in',
    sql: "INSERT INTO events SELECT 'lab-b', 6, at, actor_id, type, subject_id, data, 'x', previous_hash, hash FROM events WHERE lab_id = 'lab-b' AND seq = 5",
    seq: 6,
    differs: 'previous_hash',
  },
  {
    what: 'two events exchanged',
    sql: "UPDATE events SET seq = CASE seq WHEN 3 THEN 13 ELSE 14 END WHERE lab_id = 'lab-b' AND seq IN (3, 4); UPDATE events SET seq = CASE seq WHEN 13 THEN 4 ELSE 3 END WHERE seq IN (13, 14)",
    seq: 3,
    differs: 'previous_hash',
  },
])('$what is found, and where', async ({ sql, seq, differs }) => {
  tamper(sql);
  expect(await verifyChain({ records, database })).toMatchObject({ holds: false, broken: { labId: 'lab-b', seq, differs } });
  expect(await verifyChain({ records, database }, 'lab-a')).toMatchObject({ holds: true });
});

test('a change with its hash made to fit breaks the link after it', async () => {
  tamper("UPDATE events SET hash = 'made to fit' WHERE lab_id = 'lab-b' AND seq = 5");
  expect(await verifyChain({ records, database })).toMatchObject({
    holds: false,
    broken: { labId: 'lab-b', seq: 5, differs: 'hash', found: 'made to fit', expected: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});
