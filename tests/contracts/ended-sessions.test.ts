// Sessions that ended are found in the store by every node, told once each, whatever its clock says within half a minute; and none comes back.
import { createEndedSessions } from '@cocrea/server/src/identity/ended-sessions.ts';
import { clocksDiffer, createSessions } from '@cocrea/server/src/identity/sessions.ts';
import type { Ledger } from '@cocrea/server/src/storage/ledger.ts';
import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDatabaseFile, type DatabaseFile } from './database-file.ts';

const lengths = { accountDays: 30, deviceDays: 30, tokenDays: 30 };
let file: DatabaseFile;
/** Milliseconds since 1970 by a clock that is right. */
let time = 1_800_000_000_000;

beforeEach(async () => {
  file = await newDatabaseFile();
});
afterEach(() => file.remove());

/** A node whose clock is so many milliseconds ahead. */
async function node(ahead = 0) {
  const { records, database } = await file.open();
  const ledger: Ledger = { records, database, now: () => time + ahead };
  return { ledger, sessions: createSessions(ledger, lengths), ended: createEndedSessions(ledger) };
}

async function enter(
  { ledger, sessions }: Awaited<ReturnType<typeof node>>,
  personId: string,
): Promise<{ secret: string; secretHash: string }> {
  const { database, records } = ledger;
  const person = database
    .insertInto('people')
    .values({ id: personId, name: personId, actor_kind: 'otro', color: 0, created_at: 1 });
  const session = sessions.prepare({ personId, account: false, kind: 'cookie' });
  const known = await records.read(database.selectFrom('people').where('id', '=', personId).select('id').compile());
  const statements = [...(known.length === 0 ? [{ query: person.compile() }] : []), { query: session.query }];
  await records.record({ labId: null, commandId: session.secretHash, statements, events: [] });
  return session;
}

const request = (secret: string) => ({ headers: { cookie: `cocrea_session=${secret}` }, url: '/' }) as IncomingMessage;

test.each([0, clocksDiffer, -clocksDiffer])(
  '[JU4] an end is over at once and told once on a node whose clock is %i ms ahead',
  async (ahead) => {
    const [here, there] = [await node(), await node(ahead)];
    const [one, two] = [await enter(here, 'ana'), await enter(here, 'ana')];
    const other = await enter(here, 'beto');
    expect(await there.ended.since()).toEqual([]);
    await here.sessions.end(one.secretHash);
    expect(await there.sessions.recognise(request(one.secret))).toEqual({ refused: 'session_expired' });
    expect(await there.sessions.recognise(request(two.secret))).toHaveProperty('caller');
    expect(await there.ended.since()).toEqual(['ana']);
    await here.sessions.endAll('ana');
    expect(await there.sessions.recognise(request(two.secret))).toEqual({ refused: 'session_expired' });
    expect(await there.ended.since()).toEqual(['ana']);
    for (let look = 0; look < 90; look += 1) {
      time += 1_000;
      expect(await there.ended.since()).toEqual([]);
    }
    expect(await there.sessions.recognise(request(other.secret))).toHaveProperty('caller');
  },
);

test('a session that runs out by itself is told once, and one that was ended long ago to nobody who comes later', async () => {
  const here = await node();
  await enter(here, 'ana');
  const before = await enter(here, 'beto');
  await here.sessions.end(before.secretHash);
  time += 10 * 60_000;
  const late = await node();
  expect(await late.ended.since()).toEqual([]);
  time += 31 * 86_400_000;
  expect(await late.ended.since()).toEqual(['ana']);
  expect(await late.ended.since()).toEqual([]);
});

test('[JU4] a session that is ended while it is being used does not come back, nor is it forgotten before its time', async () => {
  const here = await node();
  const { secret, secretHash } = await enter(here, 'ana');
  // A first use is noted: here in the same moment in which it is ended.
  const using = here.sessions.recognise(request(secret));
  await here.sessions.end(secretHash);
  await using;
  expect(await here.sessions.recognise(request(secret))).toEqual({ refused: 'session_expired' });
  expect(await here.sessions.callerOf(secretHash)).toBeNull();
  await here.sessions.forgetOld();
  const left = () => here.ledger.records.read(here.ledger.database.selectFrom('sessions').select('secret_hash').compile());
  expect(await left()).toHaveLength(1);
  time += 31 * 86_400_000;
  await here.sessions.forgetOld();
  expect(await left()).toHaveLength(0);
});
