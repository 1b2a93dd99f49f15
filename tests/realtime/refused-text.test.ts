// Text that is refused on the wire: stored nowhere, shown to nobody, and its sender told why.
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { connect } from '../support/clients.ts';
import { bornDocument, type EngineServer, startEngine, storedDoc } from './support/engine-server.ts';
import { type RawClient, rawClient } from './support/raw-client.ts';
import { collected, rawUpdate, text } from './support/raw-update.ts';

let server: EngineServer;
let watcher: RawClient;
beforeEach(async () => {
  server = await startEngine({ limits: { frameBytes: 4_096, structsPerUpdate: 100 } });
  await bornDocument(server.store, 'd', 'Hola');
  watcher = await rawClient(server, 'd', { token: 'watcher' });
  watcher.sendStepOne();
  await watcher.hears('step two');
});
afterEach(async () => {
  watcher.close();
  await server.stop();
});

async function nothingHappened(): Promise<void> {
  await watcher.roundTrip();
  expect(watcher.count('update')).toBe(0);
  expect((await server.store.load('d'))?.lastSeq).toBe(1);
}

const words = (client: number, clock = 0): Uint8Array => rawUpdate([{ client, clock, structs: [text('x', { root: 'text' })] }]);

test.each([
  ['trailing bytes', 4422, 'update_malformed', Uint8Array.of(...words(9), 0)],
  ['a clock too far ahead', 4422, 'update_too_far_ahead', rawUpdate([{ client: 9, clock: 0, structs: [collected(5_000_001)] }])],
  [
    'too many structs',
    4422,
    'update_too_many_structs',
    rawUpdate([{ client: 9, clock: 0, structs: Array<Uint8Array>(101).fill(collected(1)) }]),
  ],
  ['a frame too large', 4413, 'frame_too_large', new Uint8Array(5_000)],
])('[JU2] %s: refused with a reason, stored nowhere, relayed to nobody', async (_what, code, reason, update) => {
  for (const extended of [false, true]) {
    const client = await rawClient(server, 'd', { token: 'ana', extended });
    await client.hears('step one');
    client.sendUpdate(update);
    expect(await client.closed()).toEqual({ code, reason });
  }
  await nothingHappened();
  expect(server.counted.refused.get(reason as 'update_malformed') ?? 2).toBe(2);
});

test('[JU2] a gap is answered with step one, once until it is answered, and what it lacked makes it whole', async () => {
  const client = await rawClient(server, 'd', { token: 'ana', extended: true });
  await client.hears('step one');
  client.sendStepTwo(Uint8Array.of(0, 0));
  await client.hears('durable', ({ durable }) => durable.frames === 1);
  const before = client.heard.length;
  client.sendUpdate(words(9, 1));
  client.sendUpdate(words(9, 2));
  await client.hears('step one', () => true, before);
  await client.roundTrip();
  expect(client.heard.slice(before).map(({ kind }) => kind)).toEqual(['step one']);
  await nothingHappened();
  client.sendStepTwo(rawUpdate([{ client: 9, clock: 0, structs: [text('abc', { root: 'text' })] }]));
  // Two frames were refused as gaps: none of them counted until the step two that made up for them was on disk.
  expect((await client.hears('durable', () => true, before)).durable).toEqual({ frames: 4, clocks: new Map([[9, 3]]) });
  expect((await storedDoc(server.store, 'd')).getText('text').toString()).toContain('abc');
  client.close();
});

test('[JU2] what is typed before the first step two was answered is neither lost nor doubled', async () => {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'sin conexión ');
  const offline = Y.encodeStateAsUpdate(doc);
  const client = await rawClient(server, 'd', { token: 'ana', extended: true });
  let typed = new Uint8Array();
  doc.once('update', (update: Uint8Array) => {
    typed = new Uint8Array(update);
  });
  doc.getText('text').insert(0, 'y ');
  client.sendUpdate(typed);
  client.sendStepTwo(Y.mergeUpdates([offline, typed]));
  expect((await client.hears('durable')).durable.frames).toBe(2);
  expect((await storedDoc(server.store, 'd')).getText('text').toString()).toMatch(/y sin conexión /);
  client.close();
});

test('[JU3] another user under a clientID is refused and counted; its owner goes on', async () => {
  const ana = await connect(server, 'd', { token: 'ana' });
  ana.doc.getText('text').insert(0, 'de Ana ');
  await watcher.hears('update');
  const clientID = ana.doc.clientID;
  const clock = Y.getState(ana.doc.store, clientID);
  const forger = await rawClient(server, 'd', { token: 'mal' });
  await forger.hears('step one');
  // Twelve bytes that would erase what Ana is about to type on her own screen.
  forger.sendUpdate(rawUpdate([{ client: clientID, clock, structs: [collected(1_000_000)] }]));
  expect(await forger.closed()).toEqual({ code: 4423, reason: 'update_foreign_author' });
  expect(server.counted.refused.get('update_foreign_author')).toBe(1);
  const seen = watcher.heard.length;
  ana.doc.getText('text').insert(0, 'sigue ');
  await watcher.hears('update', () => true, seen);
  expect((await storedDoc(server.store, 'd')).getText('text').toString()).toContain('sigue de Ana');
  // Also after the document left memory: the store knows whose it is.
  ana.close();
  await server.stop();
  const { store } = server;
  server = await startEngine({ store });
  watcher = await rawClient(server, 'd', { token: 'watcher' });
  const again = await rawClient(server, 'd', { token: 'mal' });
  again.sendUpdate(rawUpdate([{ client: clientID, clock: clock + 6, structs: [collected(10)] }]));
  expect((await again.closed()).code).toBe(4423);
});

test('[JU3] a clientID that is somebody’s in presence cannot be taken by another before they first write', async () => {
  const ana = await rawClient(server, 'd', { token: 'ana' });
  ana.sendPresence([{ client: 4242, clock: 1, state: { cursor: 0 } }]);
  await watcher.hears('awareness', ({ entries }) => entries.some(({ client }) => client === 4242));
  const forger = await rawClient(server, 'd', { token: 'mal' });
  forger.sendUpdate(rawUpdate([{ client: 4242, clock: 0, structs: [collected(1_000)] }]));
  expect((await forger.closed()).code).toBe(4423);
  ana.sendUpdate(words(4242));
  await watcher.hears('update');
  ana.close();
});

test('[JU7] who writes faster than allowed is read more slowly, told so, and loses nothing', async () => {
  await server.stop();
  // Stands still until they are told, so that a busy machine does not make them slow enough by itself.
  let clock = 1_000_000;
  server = await startEngine({ limits: { updatesPerSecond: 100 }, elapsed: () => clock });
  await bornDocument(server.store, 'd');
  const client = await rawClient(server, 'd', { token: 'ana', extended: true });
  await client.hears('step one');
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => client.sendUpdate(update));
  for (let i = 0; i < 260; i++) doc.getText('text').insert(i, 'x');
  const { notice } = await client.hears('notice');
  expect(notice).toMatchObject({ code: 'rate_limited', details: { limit: 100 } });
  clock += 10_000;
  await client.hears('durable', ({ durable }) => durable.frames === 260);
  expect((await storedDoc(server.store, 'd')).getText('text').length).toBe(260);
  client.close();
});

test('[JU7] when more waits for the store than allowed, writers are read no further until it drains', async () => {
  await server.stop();
  const { gatedStore } = await import('./support/gated-store.ts');
  const store = gatedStore();
  server = await startEngine({ store, limits: { pendingBytes: 20_000 } });
  await bornDocument(store, 'd');
  const client = await rawClient(server, 'd', { token: 'ana', extended: true });
  await client.hears('step one');
  store.hold();
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => client.sendUpdate(update));
  for (let i = 0; i < 400; i++) doc.getText('text').insert(0, 'x'.repeat(1_000));
  await client.hears('notice', ({ notice }) => notice.code === 'store_unavailable');
  // What was read of the socket before the pause is bounded by its buffer; the rest waits in the kernel, not with us.
  expect(server.engine.stats().pendingBytes).toBeLessThan(300_000);
  expect(client.count('durable')).toBe(0);
  store.release();
  await client.hears('durable', ({ durable }) => durable.frames === 400);
  expect((await storedDoc(store, 'd')).getText('text').length).toBe(400_000);
  client.close();
});
