// Many at once: what is joined into one frame and what never waits, one load for all who come, and rooms that leave no trace.
import { afterEach, expect, test } from 'vitest';
import { joinUpdates } from '@cocrea/server/src/realtime/update/join-updates.ts';
import { readStoredUpdate } from '@cocrea/server/src/realtime/update/read-update.ts';
import type { DocumentReader } from '@cocrea/server/src/realtime/ports.ts';
import * as Y from 'yjs';
import { bornDocument, type EngineServer, inlineReader, startEngine, storedDoc } from './support/engine-server.ts';
import { type GatedStore, gatedStore } from './support/gated-store.ts';
import { type RawClient, rawClient, UpgradeRefused } from './support/raw-client.ts';

let server: EngineServer;
let store: GatedStore;
afterEach(() => server.stop());

async function start(options: Parameters<typeof startEngine>[0] = {}): Promise<void> {
  store = gatedStore();
  server = await startEngine({ store, ...options });
}

async function synced(documentId: string, token: string): Promise<RawClient> {
  const client = await rawClient(server, documentId, { token });
  client.sendStepOne();
  await client.hears('step two');
  return client;
}

/** A person's keystrokes as the updates a stock client would send. */
function keystrokes(clientID: number, words: string): Uint8Array[] {
  const doc = Object.assign(new Y.Doc(), { clientID });
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const [at, letter] of [...words].entries()) doc.getText('text').insert(at, letter);
  return updates;
}

const updatesOf = (client: RawClient): Uint8Array[] =>
  client.heard.flatMap((heard) => (heard.kind === 'update' ? [heard.body] : []));

test('[MA1] what waits on one commit leaves as one frame, the same bytes to all, and not back to a lone author', async () => {
  await start();
  await bornDocument(store, 'd');
  const [ana, eva, sol, luz] = await Promise.all(['ana', 'eva', 'sol', 'luz'].map((token) => synced('d', token)));
  if (!ana || !eva || !sol || !luz) throw new Error('four were asked in');
  store.hold();
  ana.sendUpdate(keystrokes(5, 'x')[0] as Uint8Array);
  await store.waiting();
  for (const update of keystrokes(7, 'cuarenta letras de una sola vez, más o menos')) ana.sendUpdate(update);
  for (const update of keystrokes(8, 'y las de otra')) eva.sendUpdate(update);
  await ana.roundTrip();
  await eva.roundTrip();
  store.release();
  await sol.hears('update', () => sol.count('update') === 2);
  await Promise.all([ana, luz].map((client) => client.roundTrip()));
  expect(sol.count('update')).toBe(2);
  expect(updatesOf(luz)).toEqual(updatesOf(sol));
  // The first batch was Ana's alone and is not told her; the second had two authors, and is the same for everybody.
  expect(updatesOf(ana)).toEqual(updatesOf(sol).slice(1));
  expect(updatesOf(eva)).toEqual(updatesOf(sol));
  expect(store.batches.length).toBe(2);
  const doc = new Y.Doc();
  for (const update of updatesOf(sol)) Y.applyUpdate(doc, update);
  expect(doc.getText('text').toString()).toBe((await storedDoc(store, 'd')).getText('text').toString());
  for (const client of [ana, eva, sol, luz]) client.close();
});

test('[MA1] nothing is joined for fewer than two recipients: two people get each other’s frames as they were', async () => {
  await start();
  await bornDocument(store, 'd');
  const ana = await synced('d', 'ana');
  const eva = await synced('d', 'eva');
  store.hold();
  ana.sendUpdate(keystrokes(5, 'x')[0] as Uint8Array);
  await store.waiting();
  const typed = keystrokes(7, 'abc');
  for (const update of typed) ana.sendUpdate(update);
  await ana.roundTrip();
  store.release();
  await eva.hears('update', () => eva.count('update') === 4);
  expect(updatesOf(eva).slice(1)).toEqual(typed);
  expect(ana.count('update')).toBe(0);
  ana.close();
  eva.close();
});

test('[MA1] a room of three waits for no window, however fast they type', async () => {
  // The clock stands still: a frame that waits for a window to close would be sent by a timer, one that does not is sent with its commit.
  await start();
  await bornDocument(store, 'd');
  const clients = await Promise.all(['ana', 'eva', 'sol'].map((token) => synced('d', token)));
  const [ana, eva, sol] = clients;
  if (!ana || !eva || !sol) throw new Error('three were asked in');
  for (const update of keystrokes(7, 'x'.repeat(300))) {
    ana.sendUpdate(update);
    await ana.roundTrip();
  }
  await sol.hears('update', () => true);
  // Each commit was followed by its frame to both others: as many sent as were committed.
  expect(server.counted.relayed).toBe(server.counted.commits * 2);
  for (const client of clients) client.close();
});

test('[MA1] joining updates costs no more per update when there are many', () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < 20_000; i++) doc.getText('text').insert(i, 'x');
  const begun = performance.now();
  const joined = joinUpdates(updates.map(readStoredUpdate));
  const took = performance.now() - begun;
  Y.mergeUpdates(updates.slice(0, 10_000));
  const quadratic = performance.now() - begun - took;
  const read = new Y.Doc();
  Y.applyUpdate(read, joined?.bytes ?? Uint8Array.of(0, 0));
  expect(read.getText('text').length).toBe(20_000);
  // `mergeUpdates` of yjs takes several times as long for half of them; the bound only tells quadratic from linear.
  expect(took).toBeLessThan(quadratic);
});

test('[MA5] however many join, a document is loaded once and its state made once, whole and the same to all', async () => {
  const reader: DocumentReader = { ...inlineReader, compact: () => Promise.reject(new Error('no Y.Doc is wanted')) };
  await start({ reader });
  await bornDocument(store, 'd', 'Hola');
  for (const [at, update] of keystrokes(9, 'las filas después').entries()) {
    await store.append([{ documentId: 'd', seq: at + 2, at, updates: [update], newClients: [] }]);
  }
  const clients = await Promise.all(Array.from({ length: 40 }, (_, i) => synced('d', `p${i}`)));
  expect(store.loads).toBe(1);
  const states = clients.map((client) => client.heard.find((heard) => heard.kind === 'step two'));
  for (const state of states) expect(state).toEqual(states[0]);
  const doc = new Y.Doc();
  if (states[0]?.kind === 'step two') Y.applyUpdate(doc, states[0].body);
  expect(doc.getText('text').length).toBe('Holalas filas después'.length);
  for (const client of clients) {
    expect(client.count('update')).toBe(0);
    client.close();
  }
});

test('[MA5] a large difference is made once in a worker, and what is written meanwhile follows it', async () => {
  let diffs = 0;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const reader: DocumentReader = {
    ...inlineReader,
    diff: async (update, stateVector) => {
      diffs += 1;
      await held;
      return Y.diffUpdate(update, stateVector);
    },
  };
  await start({ reader });
  await bornDocument(store, 'd', 'una frase muy larga. '.repeat(10_000));
  const behind = new Map([[1, 5]]);
  const returning = await Promise.all(['ana', 'eva', 'sol'].map((token) => rawClient(server, 'd', { token })));
  for (const client of returning) client.sendStepOne(Y.encodeStateVector(behind));
  for (const client of returning) await client.roundTrip();
  const writer = await rawClient(server, 'd', { token: 'luz', extended: true });
  writer.sendUpdate(keystrokes(9, 'z')[0] as Uint8Array);
  await writer.hears('durable');
  for (const client of returning) await client.roundTrip();
  expect(returning.map((client) => client.count('update') + client.count('step two'))).toEqual([0, 0, 0]);
  letGo();
  for (const client of returning) await client.hears('update');
  expect(diffs).toBe(1);
  for (const client of returning) {
    const kinds = client.heard.map(({ kind }) => kind).filter((kind) => kind !== 'awareness');
    expect(kinds).toEqual(['step one', 'step two', 'update']);
    client.close();
  }
  writer.close();
});

test('[MA6] a room leaves memory only after its last append settled, and a rejoin in that moment finds it whole', async () => {
  await start({ timing: { idle: 0, sweep: 1 } });
  await bornDocument(store, 'd', 'Hola');
  for (let round = 0; round < 10; round++) {
    const client = await synced('d', 'ana');
    store.hold();
    client.sendUpdate(keystrokes(100 + round, `${round}`)[0] as Uint8Array);
    await store.waiting();
    client.close();
    await client.closed();
    // Sweeps pass while the append is on its way: the room must still be there.
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(server.engine.stats().rooms).toBe(1);
    const rejoining = rawClient(server, 'd', { token: 'eva' });
    store.release();
    const again = await rejoining;
    again.sendStepOne();
    const { body } = await again.hears('step two');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, body);
    for (const heard of again.heard) if (heard.kind === 'update') Y.applyUpdate(doc, heard.body);
    if (doc.getText('text').length < 5 + round) await again.hears('update');
    again.close();
    await again.closed();
  }
  expect((await storedDoc(store, 'd')).getText('text').length).toBe(14);
  await until(() => server.engine.stats().rooms === 0);
});

test('[MA6] ten thousand loads that fail leave no room and no timer behind', async () => {
  await start({ timing: { sweep: 1 } });
  store.failLoads('store_unavailable');
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  // Through the same door as everybody, a hundred at a time.
  for (let batch = 0; batch < 100; batch++) {
    const clients = await Promise.all(
      Array.from({ length: 100 }, (_, i) => rawClient(server, `x${batch}-${i}`, { token: 'ana' })),
    );
    await Promise.all(clients.map((client) => client.closed()));
  }
  expect(store.loads).toBe(10_000);
  await until(() => timers() <= before);
  expect(server.engine.stats()).toMatchObject({ rooms: 0, connections: 0 });
  store.failLoads(null);
  await expect(rawClient(server, 'unknown', { token: 'ana' })).rejects.toBeInstanceOf(UpgradeRefused);
});

test('a document that has grown is compacted when it is left, and opens the same from its snapshot', async () => {
  await start({ timing: { idle: 0, sweep: 5 } });
  await bornDocument(store, 'd');
  const client = await rawClient(server, 'd', { token: 'ana', extended: true });
  let frames = 0;
  for (const update of keystrokes(9, 'x'.repeat(60))) {
    client.sendUpdate(update);
    frames += 1;
    await client.hears('durable', ({ durable }) => durable.frames === frames);
  }
  client.close();
  await until(() => server.engine.stats().rooms === 0);
  const stored = await store.load('d');
  expect(stored?.snapshot?.seq).toBe(61);
  expect(stored?.tail).toEqual([]);
  const back = await synced('d', 'eva');
  const state = back.heard.find((heard) => heard.kind === 'step two');
  const doc = new Y.Doc();
  if (state?.kind === 'step two') Y.applyUpdate(doc, state.body);
  expect(doc.getText('text').length).toBe(60);
  expect(server.complaints).toEqual([]);
  back.close();
});

/** Looks again each turn of the event loop until it holds; a test that never sees it fails by its own time limit. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}
