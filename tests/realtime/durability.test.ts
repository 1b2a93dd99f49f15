// Acknowledged means on disk, and shown to others means acknowledged: with a store that waits, fails, and comes back.
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { connect, open } from '../support/clients.ts';
import { connectWitness } from '../support/witness.ts';
import { bornDocument, type EngineServer, startEngine, storedDoc } from './support/engine-server.ts';
import { type GatedStore, gatedStore } from './support/gated-store.ts';
import { rawClient } from './support/raw-client.ts';

let server: EngineServer;
let store: GatedStore;
afterEach(() => server.stop());

async function start(options: Parameters<typeof startEngine>[0] = {}): Promise<void> {
  store = gatedStore();
  server = await startEngine({ store, ...options });
  await bornDocument(store, 'd', 'Hola');
}

function update(words: string, clientID: number): Uint8Array {
  const doc = Object.assign(new Y.Doc(), { clientID });
  doc.getText('text').insert(0, words);
  return Y.encodeStateAsUpdate(doc);
}

test('[DU1] before its row is committed an update is neither acknowledged, nor relayed, nor in what a joiner is given', async () => {
  await start();
  const author = await rawClient(server, 'd', { token: 'ana', extended: true });
  const watcher = await rawClient(server, 'd', { token: 'eva' });
  for (const client of [author, watcher]) {
    client.sendStepOne();
    await client.hears('step two');
  }
  store.hold();
  author.sendUpdate(update('nuevo ', 9));
  await store.waiting();
  author.sendUpdate(update('y más ', 10));
  const joiner = await rawClient(server, 'd', { token: 'sol' });
  joiner.sendStepOne();
  const { body } = await joiner.hears('step two');
  const given = new Y.Doc();
  Y.applyUpdate(given, body);
  expect(given.getText('text').toString()).toBe('Hola');
  for (const client of [author, watcher, joiner]) await client.roundTrip();
  expect(author.count('durable')).toBe(0);
  expect(watcher.count('update') + joiner.count('update')).toBe(0);
  store.release();
  await author.hears('durable', ({ durable }) => durable.frames === 2);
  // Whoever came in while it was being committed gets the rest right after.
  await joiner.hears('update', ({ body: more }) => {
    Y.applyUpdate(given, more);
    return given.getText('text').length === 16;
  });
  expect(given.getText('text').toString()).toBe((await storedDoc(store, 'd')).getText('text').toString());
  for (const client of [author, watcher, joiner]) client.close();
});

test('[DU1] what was resent on a new connection while the old one’s row was on its way is acknowledged only with that row', async () => {
  await start();
  const first = await rawClient(server, 'd', { token: 'ana', extended: true });
  await first.hears('step one');
  store.hold();
  first.sendUpdate(update('nuevo ', 9));
  await store.waiting();
  first.socket.terminate();
  const second = await rawClient(server, 'd', { token: 'ana', extended: true });
  second.sendStepTwo(update('nuevo ', 9));
  await second.roundTrip();
  expect(second.count('durable')).toBe(0);
  store.release();
  expect((await second.hears('durable')).durable.frames).toBe(1);
  expect((await storedDoc(store, 'd')).getText('text').toString()).toMatch(/^(nuevo Hola|Holanuevo )$/);
  expect(store.batches.length).toBe(1);
  second.close();
});

test('[DU2] what was not acknowledged is sent again on reconnect and appears exactly once', async () => {
  await start();
  const ana = await connect(server, 'd', { token: 'ana' });
  const eva = await connect(server, 'd', { token: 'eva' });
  for (let round = 0; round < 12; round++) {
    ana.doc.getText('text').insert(0, `<${round}a>`);
    // Cut with frames in both directions on their way; then type on without a connection.
    ana.provider.ws?.close();
    ana.doc.getText('text').insert(0, `<${round}b>`);
    if (round % 3 === 0) ana.doc.getText('text').delete(ana.doc.getText('text').length - 1, 1);
    await ana.waitFor(() => ana.provider.synced, 'the next connection');
  }
  await eva.caughtUpWith(ana.doc);
  const written = (await storedDoc(store, 'd')).getText('text').toString();
  expect(written).toBe(ana.doc.getText('text').toString());
  for (let round = 0; round < 12; round++)
    for (const word of [`<${round}a>`, `<${round}b>`]) expect(written.split(word).length).toBe(2);
  ana.close();
  eva.close();
});

test('[DU2] a stock client that returns with nothing new, deletions and all, adds no row and is acknowledged at once', async () => {
  await start();
  const ana = await connect(server, 'd', { token: 'ana' });
  ana.doc.getText('text').insert(0, 'uno dos tres ');
  ana.doc.getText('text').delete(2, 5);
  const eva = await connect(server, 'd', { token: 'eva' });
  await eva.caughtUpWith(ana.doc);
  ana.close();
  const rows = (await store.load('d'))?.lastSeq;
  const witness = await connectWitness(server, 'd', { token: 'ana', doc: ana.doc });
  const again = await rawClient(server, 'd', { token: 'ana', extended: true });
  again.sendStepTwo(Y.encodeStateAsUpdate(ana.doc));
  expect((await again.hears('durable')).durable).toEqual({ frames: 1, clocks: new Map() });
  expect((await store.load('d'))?.lastSeq).toBe(rows);
  for (const client of [witness, eva, again]) client.close();
});

test('[DU3] a failed load closes with "try later", leaves nothing behind, and the document opens whole when the store is back', async () => {
  await start({ timing: { sweep: 5 } });
  store.failLoads('store_unavailable');
  const failed = await rawClient(server, 'd', { token: 'ana', extended: true });
  failed.sendStepTwo(update('no ', 9));
  expect(await failed.closed()).toEqual({ code: 4503, reason: 'store_unavailable' });
  expect(failed.count('step two') + failed.count('step one')).toBe(0);
  store.failLoads('document_damaged');
  const damaged = await rawClient(server, 'd', { token: 'ana' });
  expect(await damaged.closed()).toEqual({ code: 4510, reason: 'document_damaged' });
  expect(server.engine.stats().rooms).toBe(0);
  expect(store.batches.length).toBe(0);
  // A stock client keeps trying by itself.
  const stock = open(server, 'd', { token: 'eva' });
  await new Promise((resolve) => stock.provider.once('connection-close', resolve));
  expect(stock.doc.getText('text').toString()).toBe('');
  store.failLoads(null);
  await stock.waitFor(() => stock.provider.synced, 'first sync');
  expect(stock.doc.getText('text').toString()).toBe('Hola');
  stock.close();
});

test('[DU3] rows that do not follow on each other are damage, not a shorter document', async () => {
  await start();
  const inner = store.load;
  store.load = async (documentId) => {
    const stored = await inner(documentId);
    return stored === null ? null : { ...stored, lastSeq: stored.lastSeq + 1 };
  };
  await server.stop();
  server = await startEngine({ store: { ...store } });
  const client = await rawClient(server, 'd', { token: 'ana' });
  expect((await client.closed()).reason).toBe('document_damaged');
});

test('[DU4] however many go on writing while the store takes nothing, what waits here is bounded, and all of it is stored afterwards', async () => {
  await start({ limits: { pendingBytes: 100_000 } });
  store.failAppends('store_unavailable');
  const [writers, pieces, length] = [8, 100, 20_000];
  const clients = await Promise.all(
    Array.from({ length: writers }, (_, index) => rawClient(server, 'd', { token: `p${index}`, extended: true })),
  );
  for (const [index, client] of clients.entries()) {
    const doc = Object.assign(new Y.Doc(), { clientID: 100 + index });
    doc.on('update', (written: Uint8Array) => client.sendUpdate(written));
    for (let piece = 0; piece < pieces; piece++) doc.getText('text').insert(0, 'x'.repeat(length));
  }
  await Promise.all(clients.map((client) => client.hears('notice', ({ notice }) => notice.code === 'store_unavailable')));
  // Sixteen megabytes were sent; each connection may have been read as far as its socket gives at once.
  expect(server.engine.stats().pendingBytes).toBeLessThan(100_000 + writers * 200_000);
  store.failAppends(null);
  await Promise.all(clients.map((client) => client.hears('durable', ({ durable }) => durable.frames === pieces)));
  expect((await storedDoc(store, 'd')).getText('text').length).toBe(4 + writers * pieces * length);
  for (const client of clients) client.close();
});

test('[DU4] while the store takes nothing people are told, nobody is acknowledged, and all resumes without loss', async () => {
  await start();
  const author = await rawClient(server, 'd', { token: 'ana', extended: true });
  const watcher = await rawClient(server, 'd', { token: 'eva' });
  watcher.sendStepOne();
  await watcher.hears('step two');
  store.failAppends('disk_full');
  author.sendUpdate(update('uno ', 9));
  expect((await author.hears('notice')).notice.code).toBe('disk_full');
  author.sendUpdate(update('dos ', 10));
  await author.roundTrip();
  expect(author.count('durable')).toBe(0);
  expect(server.engine.stats().isStoreAway).toBe(true);
  // Who comes and writes meanwhile is told as well.
  const late = await rawClient(server, 'd', { token: 'sol', extended: true });
  late.sendUpdate(update('tres', 11));
  expect((await late.hears('notice')).notice.code).toBe('disk_full');
  store.failAppends(null);
  await author.hears('durable', ({ durable }) => durable.frames === 2);
  const doc = new Y.Doc();
  await watcher.hears('update', ({ body }) => {
    Y.applyUpdate(doc, body);
    return doc.store.clients.size === 3;
  });
  expect(author.count('notice')).toBe(1);
  expect((await storedDoc(store, 'd')).getText('text').length).toBe(16);
  late.close();
  author.close();
  watcher.close();
});

test('[NO2] a row that another process took goes before, and nobody notices: what was written here is stored behind it', async () => {
  await start();
  const ana = await connectWitness(server, 'd', { token: 'ana' });
  const other = await rawClient(server, 'd', { token: 'eva' });
  other.sendStepOne();
  await other.hears('step two');
  await store.append([
    { documentId: 'd', seq: 2, at: 2, updates: [update('ajeno ', 77)], newClients: [{ clientId: 77, userId: 'else' }] },
  ]);
  ana.mark(() => ana.doc.getText('text').insert(0, 'propio '));
  await ana.allAcknowledged();
  await ana.waitFor(() => ana.doc.getText('text').toString().includes('ajeno'), 'what the other process wrote');
  const text = (await storedDoc(store, 'd')).getText('text').toString();
  expect(text).toBe(ana.doc.getText('text').toString());
  expect(text.split('propio').length).toBe(2);
  await other.hears('update');
  other.close();
  ana.close();
});

test('a document that cannot be stored holds up no other', async () => {
  await start();
  await bornDocument(store, 'e');
  const inner = store.append;
  store.append = async (batch) => {
    if (batch.some(({ documentId }) => documentId === 'e')) throw new Error('this one is poison');
    await inner(batch);
  };
  await server.stop();
  server = await startEngine({ store });
  const good = await rawClient(server, 'd', { token: 'ana', extended: true });
  const bad = await rawClient(server, 'e', { token: 'eva', extended: true });
  await good.hears('step one');
  await bad.hears('step one');
  bad.sendUpdate(update('x', 8));
  good.sendUpdate(update('y', 9));
  await good.hears('durable');
  expect((await bad.closed()).code).toBe(4503);
  good.close();
});

test('[DU6] draining accepts nobody, commits and acknowledges what was accepted, and says "restarting"', async () => {
  await start();
  const author = await rawClient(server, 'd', { token: 'ana', extended: true });
  await author.hears('step one');
  store.hold();
  author.sendUpdate(update('último ', 9));
  await store.waiting();
  const drained = server.engine.drain();
  await expect(rawClient(server, 'd', { token: 'eva' })).rejects.toMatchObject({ status: 503 });
  store.release();
  expect(await author.closed()).toEqual({ code: 4500, reason: 'restarting' });
  await drained;
  expect((await author.hears('durable')).durable.frames).toBe(1);
  expect((await storedDoc(store, 'd')).getText('text').toString()).toContain('último');
  expect(server.engine.stats()).toMatchObject({ connections: 0, rooms: 0, pendingBytes: 0, isDraining: true });
});

test('[DU6] draining ends in time though the store answers nothing and a client takes nothing', async () => {
  await start({ timing: { drainFlush: 100, drainClose: 100 } });
  const author = await rawClient(server, 'd', { token: 'ana', extended: true });
  await author.hears('step one');
  store.hold();
  author.sendUpdate(update('perdido ', 9));
  await store.waiting();
  author.socket.pause();
  await server.engine.drain();
  expect(server.engine.stats().connections).toBe(0);
  expect(author.count('durable')).toBe(0);
  author.socket.resume();
  store.release();
});

test('a clock that is set back an hour holds up neither what is read nor what is committed', async () => {
  let shift = 0;
  await start({ now: () => Date.now() + shift, elapsed: () => performance.now(), limits: { updatesPerSecond: 2_000 } });
  const ana = await rawClient(server, 'd', { token: 'ana', extended: true });
  const doc = Object.assign(new Y.Doc(), { clientID: 9 });
  doc.on('update', (typed: Uint8Array) => ana.sendUpdate(typed));
  let frames = 0;
  const write = async (keys: number): Promise<void> => {
    for (let left = keys; left > 0; left -= 1) doc.getText('text').insert(0, 'x');
    frames += keys;
    await ana.hears('durable', ({ durable }) => durable.frames === frames);
  };
  // Busy enough for commits to wait for company, and for what a connection may send at once to be used up.
  const begun = performance.now();
  while (performance.now() - begun < 1_200) await write(200);
  shift = -3_600_000;
  await write(1);
  await write(6_000);
  ana.close();
});

test('a writer who is not read because too much waits is still let go at once, and what one sent before closing is stored', async () => {
  await start({ limits: { pendingBytes: 1_000 } });
  const [ana, eva, sol] = await Promise.all(
    ['ana', 'eva', 'sol'].map((token) => rawClient(server, 'd', { token, extended: true })),
  );
  if (!ana || !eva || !sol) throw new Error('three were asked in');
  for (const client of [ana, eva, sol]) await client.hears('step one');
  store.hold();
  ana.sendUpdate(update('x'.repeat(3_000), 9));
  await store.waiting();
  for (const [client, clientID] of [
    [eva, 10],
    [sol, 11],
  ] as const) {
    client.sendUpdate(update('y', clientID));
    await client.hears('notice');
  }
  // None of these is read before the store is back, or ever.
  ana.sendUpdate(update('más tarde ', 12));
  sol.sendUpdate(update('y me voy ', 13));
  eva.sendUpdate(update('ya sin permiso ', 14));
  server.allow('eva', 'removed_from_lab');
  expect((await eva.closed()).reason).toBe('removed_from_lab');
  sol.close();
  store.release();
  await ana.hears('durable', ({ durable }) => durable.frames === 2);
  await sol.closed();
  const text = (await storedDoc(store, 'd')).getText('text').toString();
  expect(text).toContain('más tarde');
  expect(text).toContain('y me voy');
  expect(text).not.toContain('ya sin permiso');
  ana.close();
});
