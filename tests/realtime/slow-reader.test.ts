// Clients that do not read: what waits for them is bounded, they get one difference when they read on, and nobody else is held up by them.
import { afterEach, expect, test } from 'vitest';
import type { DocumentReader } from '@cocrea/server/src/realtime/ports.ts';
import * as Y from 'yjs';
import { bornDocument, type EngineServer, inlineReader, startEngine } from './support/engine-server.ts';
import { type RawClient, rawClient } from './support/raw-client.ts';

const MIB = 1024 * 1024;

let server: EngineServer;
afterEach(() => server.stop());

/** Writes long pieces and waits until each is committed and sent on. */
async function longWriter(
  documentId: string,
): Promise<{ doc: Y.Doc; write: (length: number) => Promise<void>; close: () => void }> {
  const client = await rawClient(server, documentId, { token: 'eva', extended: true });
  await client.hears('step one');
  const doc = new Y.Doc();
  let frames = 0;
  doc.on('update', (update: Uint8Array) => {
    frames += 1;
    client.sendUpdate(update);
  });
  return {
    doc,
    write: async (length) => {
      doc.getText('text').insert(0, 'x'.repeat(length));
      await client.hears('durable', ({ durable }) => durable.frames === frames);
    },
    close: () => client.close(),
  };
}

/** What a client has read so far, as a document. */
function reading(client: RawClient): { doc: Y.Doc; read: () => void } {
  const doc = new Y.Doc();
  let taken = 0;
  return {
    doc,
    read: () => {
      for (const heard of client.heard.slice(taken)) {
        if (heard.kind === 'step two' || heard.kind === 'update') Y.applyUpdate(doc, heard.body);
      }
      taken = client.heard.length;
    },
  };
}

async function synced(documentId: string, token: string): Promise<RawClient> {
  const client = await rawClient(server, documentId, { token });
  client.sendStepOne();
  await client.hears('step two');
  return client;
}

test('[MA2] who stops reading while others write gets nothing beyond a mebibyte, then one difference, and is whole again', async () => {
  // The limits of the house, not shorter ones.
  server = await startEngine();
  await bornDocument(server.store, 'd');
  const slow = await synced('d', 'ana');
  const writer = await longWriter('d');
  slow.socket.pause();
  // Far more than the kernel keeps for a socket that is not read, so that the rest would be queued with us.
  const [count, length] = [120, 250_000];
  let most = 0;
  for (let i = 0; i < count; i++) {
    await writer.write(length);
    most = Math.max(most, server.engine.stats().queuedBytes);
  }
  expect(most).toBeGreaterThan(MIB);
  expect(most).toBeLessThan(MIB + 2 * length);
  expect(server.engine.stats().connections).toBe(2);

  slow.socket.resume();
  const { doc, read } = reading(slow);
  while (doc.getText('text').length < count * length) {
    await slow.roundTrip();
    read();
  }
  // Not the backlog: what the kernel had kept, and then most of it as one difference.
  const lengths = slow.heard.flatMap((heard) => (heard.kind === 'step two' ? [heard.body.length] : []));
  expect(Math.max(...lengths)).toBeGreaterThan((count * length) / 2);
  expect(slow.count('update')).toBeLessThan(count / 2);
  await writer.write(1);
  await slow.hears('update', ({ body }) => body.length < 100);
  read();
  expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(writer.doc));
  expect(server.engine.stats().queuedBytes).toBe(0);
  slow.close();
  writer.close();
});

test('[MA2] who writes and does not read is told once of all that is durable when they read again', async () => {
  server = await startEngine({ limits: { queueBytes: 64 * 1024, updatesPerSecond: 1_000_000 } });
  await bornDocument(server.store, 'd', 'una frase muy larga. '.repeat(600_000));
  const client = await rawClient(server, 'd', { token: 'ana', extended: true });
  await client.hears('step one');
  client.socket.pause();
  client.sendStepOne();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < 300; i++) doc.getText('words').insert(i, 'x');
  for (const update of updates) {
    client.sendUpdate(update);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await until(() => server.counted.acknowledged === updates.length);
  client.socket.resume();
  const { durable } = await client.hears('durable');
  expect(durable).toEqual({ frames: updates.length, clocks: new Map([[doc.clientID, updates.length]]) });
  expect(server.counted.commits).toBeGreaterThan(1);
  client.close();
});

test('[MA2] presence is left out first, and who missed some is told of everybody when they read again', async () => {
  server = await startEngine({ limits: { queueBytes: 2 * MIB } });
  await bornDocument(server.store, 'd', 'una frase muy larga. '.repeat(600_000));
  const slow = await rawClient(server, 'd', { token: 'ana' });
  slow.socket.pause();
  slow.sendStepOne();
  await until(() => server.engine.stats().queuedBytes > MIB);
  const mover = await rawClient(server, 'd', { token: 'eva' });
  for (let clock = 1; clock <= 40; clock++) {
    mover.sendPresence([{ client: 5, clock, state: { cursor: clock } }]);
    await mover.hears('awareness', ({ entries }) => entries.some((entry) => entry.client === 5 && entry.clock === clock));
  }
  slow.socket.resume();
  const { entries } = await slow.hears('awareness', (heard) => heard.entries.length > 0);
  expect(entries).toMatchObject([{ client: 5, clock: 40, state: { cursor: 40 } }]);
  slow.close();
  mover.close();
});

test('[MA2] who takes nothing for too long is closed with "try later", and what waited for them is let go', async () => {
  server = await startEngine({ limits: { queueBytes: 64 * 1024, queueMilliseconds: 100 } });
  await bornDocument(server.store, 'd', 'una frase muy larga. '.repeat(500_000));
  const stuck = await rawClient(server, 'd', { token: 'ana' });
  stuck.socket.pause();
  stuck.sendStepOne();
  await until(() => server.engine.stats().connections === 0);
  expect(server.engine.stats().queuedBytes).toBe(0);
  stuck.socket.resume();
  // The close frame is behind all that it did not take.
  expect([1006, 4508]).toContain((await stuck.closed()).code);
});

test('[MA2] who lets more than eight mebibytes be owed to them, of whatever, is closed', async () => {
  // Heartbeats of `ws` are answered by itself and never asked of us: a client that sends only those and reads no answer is seen all the same.
  server = await startEngine({ limits: { queueBytesMost: 32 * 1024 }, timing: { sweep: 5 } });
  await bornDocument(server.store, 'd');
  const flooding = await rawClient(server, 'd', { token: 'ana' });
  flooding.socket.pause();
  const words = Buffer.alloc(125, 1);
  let isOpen = true;
  flooding.socket.on('close', () => {
    isOpen = false;
  });
  while (server.engine.stats().connections > 0 && isOpen) {
    for (let i = 0; i < 2_000; i++) flooding.socket.ping(words);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(server.engine.stats()).toMatchObject({ connections: 0, queuedBytes: 0 });
  flooding.socket.terminate();
});

test('[MA2] who becomes too slow while their difference is made misses nothing that was waiting for a window just then', async () => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const reader: DocumentReader = {
    ...inlineReader,
    diff: async (update, stateVector) => {
      await held;
      return Y.diffUpdate(update, stateVector);
    },
  };
  // Stands still, so that the room is found as busy as the test wants it.
  let clock = 1_000_000;
  server = await startEngine({ reader, limits: { queueBytes: 64 * 1024 }, elapsed: () => clock });
  const length = 12_000_000;
  await bornDocument(server.store, 'd', 'x'.repeat(length));
  const others = await Promise.all(Array.from({ length: 11 }, (_, i) => rawClient(server, 'd', { token: `p${i}` })));
  const writer = await rawClient(server, 'd', { token: 'eva', extended: true });
  const typed: Uint8Array[] = [];
  const typist = Object.assign(new Y.Doc(), { clientID: 9 });
  typist.on('update', (update: Uint8Array) => typed.push(update));
  for (let i = 0; i < 300; i++) typist.getText('text').insert(i, 'y');
  let frames = 0;
  const write = async (): Promise<void> => {
    writer.sendUpdate(typed[frames] as Uint8Array);
    frames += 1;
    await writer.hears('durable', ({ durable }) => durable.frames === frames);
  };
  while (frames < 250) await write();
  clock += 500;
  const slow = await rawClient(server, 'd', { token: 'ana' });
  slow.sendStepOne(Y.encodeStateVector(new Map([[1, 5]])));
  await slow.roundTrip();
  slow.socket.pause();
  // Committed, and held back for company; in that moment the difference, made without it, is ready and fills the queue.
  server.engine.onTextCommitted(letGo);
  await write();
  slow.socket.resume();
  const has = (body: Uint8Array): boolean => Y.parseUpdateMeta(body).to.get(9) === frames;
  await Promise.race([slow.hears('step two', ({ body }) => has(body)), slow.hears('update', ({ body }) => has(body))]);
  for (const client of [...others, writer, slow]) client.close();
});

/** Looks again each turn of the event loop until it holds; a test that never sees it fails by its own time limit. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}
