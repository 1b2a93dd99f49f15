// Who gets in: what is asked before the first byte of WebSocket, how many may come, and who is shown the door again.
import { afterEach, expect, test } from 'vitest';
import { realtimeLimits } from '@cocrea/server/src/realtime/limits.ts';
import * as Y from 'yjs';
import { open } from '../support/clients.ts';
import { bornDocument, type EngineServer, NOBODY, startEngine } from './support/engine-server.ts';
import { rawClient, UpgradeRefused } from './support/raw-client.ts';

let server: EngineServer;
afterEach(() => server.stop());

async function refusal(documentId: string, options: Parameters<typeof rawClient>[2]): Promise<{ status: number; code: string }> {
  try {
    await rawClient(server, documentId, options);
  } catch (error) {
    if (!(error instanceof UpgradeRefused)) throw error;
    const problem = JSON.parse(error.body) as { error: { code: string } };
    return { status: error.status, code: problem.error.code };
  }
  throw new Error('the upgrade was not refused');
}

test('[JU1] unknown room, no session, no permission, foreign origin: answered before 101', async () => {
  server = await startEngine({
    originAllowed: ({ headers }) => headers.origin === undefined || headers.origin === 'http://ours',
  });
  await bornDocument(server.store, 'd');
  server.allow('stranger', 'forbidden');
  expect(await refusal('unknown', { token: 'ana' })).toEqual({ status: 404, code: 'document_not_found' });
  expect(await refusal('Not%20an%20id', { token: 'ana' })).toEqual({ status: 404, code: 'document_not_found' });
  expect(await refusal('%E0%A4', { token: 'ana' })).toEqual({ status: 404, code: 'document_not_found' });
  expect(await refusal('d/more', { token: 'ana' })).toEqual({ status: 404, code: 'not_found' });
  expect(await refusal('d', { token: NOBODY })).toEqual({ status: 401, code: 'unauthenticated' });
  expect(await refusal('d', { token: 'stranger' })).toEqual({ status: 403, code: 'forbidden' });
  expect(await refusal('d', { token: 'ana', headers: { origin: 'http://theirs' } })).toEqual({
    status: 403,
    code: 'origin_refused',
  });
  const ours = await rawClient(server, 'd', { token: 'ana', headers: { origin: 'http://ours' } });
  ours.close();
  expect(server.counted.refused.get('forbidden')).toBe(1);
});

test('[JU1] a document the records know and the store does not closes with 4404, which a stock client does not try again', async () => {
  server = await startEngine();
  const client = open(server, 'missing', { token: 'ana' });
  const closed = await new Promise<{ code: number; reason: string }>((resolve) => client.provider.once('closed', resolve));
  expect(closed).toEqual({ code: 4404, reason: 'document_not_found' });
  client.close();
});

test('[JU1] an engine that cannot ask who somebody is says so, and lets nobody in', async () => {
  server = await startEngine({
    originAllowed: () => {
      throw new Error('broken');
    },
  });
  expect(await refusal('d', { token: 'ana' })).toEqual({ status: 503, code: 'store_unavailable' });
});

test('[JU4] whoever is removed is out at once, with the reason, and cannot return', async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd');
  await bornDocument(server.store, 'e');
  const here = await rawClient(server, 'd', { token: 'ana' });
  const there = await rawClient(server, 'e', { token: 'ana' });
  const other = await rawClient(server, 'd', { token: 'eva' });
  server.allow('ana', 'removed_from_lab');
  expect(await here.closed()).toEqual({ code: 4410, reason: 'removed_from_lab' });
  expect(await there.closed()).toEqual({ code: 4410, reason: 'removed_from_lab' });
  expect(await refusal('d', { token: 'ana' })).toEqual({ status: 403, code: 'removed_from_lab' });
  await other.roundTrip();
  expect(other.socket.readyState).toBe(1);
  server.allow('eva', 'forbidden');
  expect(await other.closed()).toEqual({ code: 4403, reason: 'forbidden' });
});

test('[JU4] rights that change while the upgrade is being judged are not missed', async () => {
  let asked = 0;
  server = await startEngine({
    // Asked in the middle of the upgrade, before the engine asks what the person may do: the change comes between question and answer.
    answering: (userId) => {
      asked += 1;
      if (userId === 'ana' && asked === 1) queueMicrotask(() => server.allow('ana', 'removed_from_lab'));
    },
  });
  await bornDocument(server.store, 'd');
  const client = await rawClient(server, 'd', { token: 'ana' });
  expect(await client.closed()).toEqual({ code: 4410, reason: 'removed_from_lab' });
});

test('[JU4] a role is the one of now: from writing to reading and back, told by hello', async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd');
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'a');
  const client = await rawClient(server, 'd', { token: 'ana', extended: true });
  await client.hears('hello', ({ hello }) => hello.role === 'write');
  await client.hears('step one');
  server.allow('ana', 'read');
  await client.hears('hello', ({ hello }) => hello.role === 'read');
  client.sendUpdate(Y.encodeStateAsUpdate(doc));
  client.sendStepTwo(Y.encodeStateAsUpdate(doc));
  await client.roundTrip();
  expect((await server.store.load('d'))?.lastSeq).toBe(1);
  expect(client.count('notice')).toBe(1);
  const before = client.heard.length;
  server.allow('ana', 'write');
  // Asked anew for all it has, so that what was refused meanwhile is not lost, and only then told that it is durable.
  await client.hears('step one', () => true, before);
  expect(client.count('durable')).toBe(0);
  client.sendStepTwo(Y.encodeStateAsUpdate(doc));
  expect((await client.hears('durable')).durable.frames).toBe(3);
  expect((await server.store.load('d'))?.lastSeq).toBe(2);
  client.close();
});

test('[JU4] what a reader sends has no effect, is told once, and breaks no stock client', async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd', 'Hola');
  server.allow('lector', 'read');
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'no');
  const writer = await rawClient(server, 'd', { token: 'ana' });
  writer.sendStepOne();
  writer.sendPresence([{ client: 77, clock: 1, state: { cursor: 1 } }]);
  const reader = await rawClient(server, 'd', { token: 'lector' });
  reader.sendStepOne();
  await reader.hears('awareness', ({ entries }) => entries.some(({ client }) => client === 77));
  for (let i = 0; i < 3; i++) {
    reader.sendUpdate(Y.encodeStateAsUpdate(doc));
    reader.sendStepTwo(Y.encodeStateAsUpdate(doc));
    reader.sendPresence([{ client: 77, clock: 9 + i, state: null }]);
  }
  await reader.hears('step two');
  await reader.roundTrip();
  await writer.roundTrip();
  expect(reader.count('step one')).toBe(0);
  expect(reader.count('denied')).toBe(1);
  expect(writer.heard.filter(({ kind }) => kind === 'update' || kind === 'awareness').length).toBe(writer.count('awareness'));
  expect(JSON.stringify(writer.heard)).not.toContain('"state":null');
  expect((await server.store.load('d'))?.lastSeq).toBe(1);
  expect(server.counted.refused.get('update_read_only')).toBe(6);
  reader.close();
  writer.close();
});

test('[JU7] every limit has a default, a setting of its own, a unit and a sentence', () => {
  const specs = Object.values(realtimeLimits);
  expect(new Set(specs.map(({ setting }) => setting)).size).toBe(specs.length);
  for (const spec of specs) {
    expect(spec.default).toBeGreaterThan(0);
    expect(spec.setting).toMatch(/^COCREA_[A-Z_]+$/);
    expect(spec.about).toMatch(/^[A-Z].+\.$/);
  }
  expect(realtimeLimits.connectionsPerAddress.default).toBe(2_000);
});

test('[JU7] connections per address and per person: 429 with the limit; to our own client a close code it can show', async () => {
  server = await startEngine({ limits: { connectionsPerAddress: 3, connectionsPerPerson: 2 } });
  await bornDocument(server.store, 'd');
  const first = await rawClient(server, 'd', { token: 'ana' });
  const second = await rawClient(server, 'd', { token: 'ana' });
  expect(await refusal('d', { token: 'ana' })).toEqual({ status: 429, code: 'too_many_connections_person' });
  const told = await rawClient(server, 'd', { token: 'ana', extended: true });
  expect(await told.closed()).toEqual({ code: 4530, reason: 'too_many_connections_person' });
  const third = await rawClient(server, 'd', { token: 'eva' });
  expect(await refusal('d', { token: 'sol' })).toEqual({ status: 429, code: 'too_many_connections_address' });
  third.close();
  await third.closed();
  const fourth = await rawClient(server, 'd', { token: 'sol' });
  for (const client of [first, second, fourth]) client.close();
});
