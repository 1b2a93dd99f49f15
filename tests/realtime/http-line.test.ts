// Lines over HTTP, for networks that let no WebSocket through: the same rooms, rights, limits and acknowledgements as over a socket.
import { afterEach, expect, test } from 'vitest';
import { bodyOfFrames } from '@cocrea/shared/protocol/http-line.ts';
import * as Y from 'yjs';
import { connect } from '../support/clients.ts';
import { openDevice } from '../support/device.ts';
import {
  bornDocument,
  type EngineServer,
  type EngineServerOptions,
  NOBODY,
  startEngine,
  storedDoc,
} from './support/engine-server.ts';
import { gatedStore } from './support/gated-store.ts';
import { rawClient } from './support/raw-client.ts';
import { type Answer, LineRefused, postFrames, rawLine, stepOne, stepTwo, updateOf } from './support/raw-line.ts';

const MIB = 1024 * 1024;

let server: EngineServer;
afterEach(() => server.stop());

async function start(options: EngineServerOptions = {}, text = ''): Promise<void> {
  server = await startEngine(options);
  await bornDocument(server.store, 'd', text);
}

async function refusal(documentId: string, place: Parameters<typeof rawLine>[2]): Promise<Answer> {
  try {
    await rawLine(server, documentId, place);
  } catch (error) {
    if (error instanceof LineRefused) return error.answer;
    throw error;
  }
  throw new Error('the line was not refused');
}

/** Updates of one person who types these words one after the other. */
function typed(...words: string[]): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const word of words) doc.getText('text').insert(doc.getText('text').length, word);
  return updates;
}

const stored = async (): Promise<string> => (await storedDoc(server.store, 'd')).getText('text').toJSON();

test('[WI6] two over HTTP and one over a socket write together, see each other and are told what is durable', async () => {
  await start({}, 'Hola. ');
  const ana = openDevice(server, 'd', { token: 'ana', way: 'http' });
  const eva = openDevice(server, 'd', { token: 'eva', way: 'http' });
  const sol = await connect(server, 'd', { token: 'sol' });
  const people = [ana, eva, sol];
  for (const person of people) await person.waitFor(() => person.provider.synced, 'first sync');
  for (const [index, { awareness }] of people.entries()) awareness.setLocalStateField('cursor', index);
  for (let round = 0; round < 20; round++) {
    for (const { doc } of people) doc.getText('text').insert(round, `${round} `);
  }
  for (const one of people) for (const other of people) await one.caughtUpWith(other.doc);
  await ana.allDurable();
  await eva.allDurable();
  expect(new Set(people.map(({ doc }) => doc.getText('text').toJSON())).size).toBe(1);
  expect(await stored()).toBe(ana.doc.getText('text').toJSON());
  for (const one of people) {
    const cursors = (): Set<unknown> => new Set([...one.awareness.getStates().values()].map(({ cursor }) => cursor as unknown));
    await one.waitFor(() => [0, 1, 2].every((cursor) => cursors().has(cursor)), 'everybody');
  }
  for (const person of people) person.close();
});

test('[WI6] a line is opened by the rules of a socket, and its refusals are answers in words', async () => {
  await start({
    originAllowed: ({ headers }) => headers.origin === undefined || headers.origin === 'http://ours',
    limits: { connectionsPerAddress: 3, connectionsPerPerson: 2 },
  });
  server.allow('stranger', 'forbidden');
  expect(await refusal('unknown', { token: 'ana' })).toEqual({ status: 404, code: 'document_not_found' });
  expect(await refusal('d/line', { token: 'ana' })).toEqual({ status: 404, code: 'not_found' });
  expect(await refusal('d', { token: NOBODY })).toEqual({ status: 401, code: 'unauthenticated' });
  expect(await refusal('d', { token: 'stranger' })).toEqual({ status: 403, code: 'forbidden' });
  const theirs = { origin: 'http://theirs' };
  expect(await refusal('d', { token: 'ana', headers: theirs })).toEqual({ status: 403, code: 'origin_refused' });
  const first = await rawLine(server, 'd', { token: 'ana', headers: { origin: 'http://ours' } });
  const second = await rawClient(server, 'd', { token: 'ana' });
  expect(await refusal('d', { token: 'ana' })).toEqual({ status: 429, code: 'too_many_connections_person' });
  const third = await rawLine(server, 'd', { token: 'eva' });
  expect(await refusal('d', { token: 'sol' })).toEqual({ status: 429, code: 'too_many_connections_address' });
  expect(await first.hears('hello')).toMatchObject({ hello: { role: 'write', userId: 'ana' } });
  for (const one of [first, third]) one.cut();
  second.close();
});

test('[WI6] a person is heard on their own line only', async () => {
  await start({ originAllowed: ({ headers }) => headers.origin !== 'http://theirs' });
  await bornDocument(server.store, 'e');
  const line = await rawLine(server, 'd', { token: 'ana' });
  await line.hears('hello');
  const said = { documentId: 'd', lineId: line.id, from: 0, frames: typed('no').map(updateOf) };
  expect(await postFrames(server, { ...said, token: 'eva' })).toEqual({ status: 404, code: 'not_found' });
  expect(await postFrames(server, { ...said, token: NOBODY })).toEqual({ status: 401, code: 'unauthenticated' });
  expect(await postFrames(server, { ...said, token: 'ana', documentId: 'e' })).toEqual({ status: 404, code: 'not_found' });
  expect(await postFrames(server, { ...said, token: 'ana', lineId: 'x' })).toEqual({ status: 404, code: 'not_found' });
  const theirs = { origin: 'http://theirs' };
  expect(await postFrames(server, { ...said, token: 'ana', headers: theirs })).toEqual({ status: 403, code: 'origin_refused' });
  expect(await postFrames(server, { ...said, token: 'ana', from: -1 })).toEqual({ status: 400, code: 'invalid_field' });
  expect(server.counted.received).toBe(0);
  expect(await line.post(0, ...typed('sí').map(updateOf))).toEqual({ status: 204, code: '' });
  await line.hears('durable', ({ durable }) => durable.frames === 1);
  expect(await stored()).toBe('sí');
  line.cut();
});

test('[WI6] what a reader says has no effect and is told once; who is removed is told why, at once, and is not let in again', async () => {
  await start({}, 'Hola');
  server.allow('lector', 'read');
  const reader = await rawLine(server, 'd', { token: 'lector' });
  const words = typed('no', 'y no').map(updateOf);
  expect((await reader.post(0, stepOne(), ...words)).status).toBe(204);
  expect((await reader.hears('notice')).notice.code).toBe('update_read_only');
  expect((await reader.hears('hello')).hello.role).toBe('read');
  expect(reader.count('notice')).toBe(1);
  server.allow('lector', 'write');
  await reader.hears('hello', ({ hello }) => hello.role === 'write');
  // Refused frames hold the count of what is durable until all its client has was told.
  expect((await reader.post(3, ...typed('sí').map(stepTwo))).status).toBe(204);
  await reader.hears('durable');
  expect([...(await stored())].toSorted().join('')).toBe([...'Holasí'].toSorted().join(''));
  server.allow('lector', 'removed_from_lab');
  expect(await reader.closed()).toEqual({ code: 4410, reason: 'removed_from_lab' });
  expect(await reader.post(4, ...words)).toEqual({ status: 404, code: 'not_found' });
  expect(await refusal('d', { token: 'lector' })).toEqual({ status: 403, code: 'removed_from_lab' });
  expect(server.engine.stats().connections).toBe(0);
});

test('[WI6] a POST that comes again is taken once, and one that comes before its turn not at all', async () => {
  await start();
  const line = await rawLine(server, 'd', { token: 'ana' });
  const [a, b, c, d] = typed('a', 'b', 'c', 'd').map(updateOf) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  expect(await line.post(2, c)).toEqual({ status: 409, code: 'update_gap' });
  // One that is cut off in the middle is as if it had never come.
  await line.postHalf(0, a, b);
  const twice = await Promise.all([line.post(0, a, b), line.post(0, a, b), line.post(0, a, b)]);
  expect(twice.map(({ status }) => status)).toEqual([204, 204, 204]);
  // Sent again together with what was written meanwhile.
  expect((await line.post(1, b, c, d)).status).toBe(204);
  expect((await line.post(0, a)).status).toBe(204);
  const { durable } = await line.hears('durable', ({ durable: { frames } }) => frames === 4);
  expect(durable.frames).toBe(4);
  expect(server.counted.received).toBe(4);
  expect(await stored()).toBe('abcd');
  line.cut();
});

test('[WI6] what is no body of frames, or more than a frame may hold, ends the line with the close code of a socket', async () => {
  await start({ limits: { frameBytes: 1000 } });
  const [first, second] = [await rawLine(server, 'd', { token: 'ana' }), await rawLine(server, 'd', { token: 'ana' })];
  const torn = bodyOfFrames([stepOne()]).subarray(0, 5);
  await postFrames(server, { documentId: 'd', lineId: first.id, from: 0, frames: [], body: torn, token: 'ana' });
  expect(await first.closed()).toEqual({ code: 4400, reason: 'frame_malformed' });
  expect(await second.post(0, new Uint8Array(2000))).toEqual({ status: 413, code: 'frame_too_large' });
  expect(await second.closed()).toEqual({ code: 4413, reason: 'frame_too_large' });
});

test('[WI6] a text of another history is told which one is served here, and let go', async () => {
  await start({}, 'Hola');
  const line = await rawLine(server, 'd', { token: 'ana', generation: 'another' });
  expect((await line.hears('hello')).hello.generation).toBe('first');
  expect(await line.closed()).toEqual({ code: 4409, reason: 'generation_changed' });
});

test('[WI6] a text larger than a frame may be goes in parts both ways, and is durable as one', async () => {
  await start();
  const offline = new Y.Doc();
  for (let page = 0; page < 60; page++) offline.getText('text').insert(0, 'ñáéíóú'.repeat(10_000));
  expect(Y.encodeStateAsUpdate(offline).length).toBeGreaterThan(6 * MIB);
  const sol = openDevice(server, 'd', { token: 'sol', way: 'http' });
  await sol.waitFor(() => sol.provider.synced, 'first sync');
  const ana = openDevice(server, 'd', { token: 'ana', doc: offline, way: 'http' });
  await ana.waitFor(() => ana.provider.synced, 'first sync');
  await ana.allDurable();
  await sol.caughtUpWith(offline);
  const late = openDevice(server, 'd', { token: 'eva', way: 'http' });
  await late.caughtUpWith(offline);
  expect([ana.attempts(), sol.attempts(), late.attempts()]).toEqual([1, 1, 1]);
  for (const device of [ana, sol, late]) device.close();
});

test('[WI6] who does not read costs no more memory than over a socket, and gets one difference when they read on', async () => {
  await start();
  const slow = await rawLine(server, 'd', { token: 'ana' });
  expect((await slow.post(0, stepOne())).status).toBe(204);
  await slow.hears('step two');
  const writer = await rawClient(server, 'd', { token: 'eva', extended: true });
  await writer.hears('step one');
  slow.pause();
  // Below what travels in parts, and more in all than the kernel keeps for a connection that is not read.
  const [count, length] = [400, 60_000];
  const doc = new Y.Doc();
  let frames = 0;
  doc.on('update', (update: Uint8Array) => {
    frames += 1;
    writer.sendUpdate(update);
  });
  let most = 0;
  for (let i = 0; i < count; i++) {
    doc.getText('text').insert(0, 'x'.repeat(length));
    await writer.hears('durable', ({ durable }) => durable.frames === frames);
    most = Math.max(most, server.engine.stats().queuedBytes);
  }
  expect(most).toBeGreaterThan(MIB / 2);
  expect(most).toBeLessThan(MIB + 2 * length);
  slow.resume();
  // Whatever came in between, a difference brings the rest.
  const read = new Y.Doc();
  const take = (): boolean => {
    for (const heard of slow.heard) if (heard.kind === 'step two' || heard.kind === 'update') Y.applyUpdate(read, heard.body);
    return read.getText('text').length === count * length;
  };
  await expect.poll(take, { timeout: 10_000 }).toBe(true);
  expect(slow.count('update')).toBeLessThan(count / 2);
  expect(server.engine.stats().queuedBytes).toBe(0);
  slow.cut();
  writer.close();
});

test('[WI6] while more waits for the store than may, POSTs are not answered; then all they brought is durable', async () => {
  const store = gatedStore();
  await start({ store, limits: { pendingBytes: 50 } });
  const line = await rawLine(server, 'd', { token: 'ana' });
  await line.hears('hello');
  store.hold();
  const frames = typed(...Array.from({ length: 12 }, (_, i) => `palabra ${i} `)).map(updateOf);
  let answered = false;
  const answer = line.post(0, ...frames).then(({ status }) => {
    answered = true;
    return status;
  });
  await line.hears('notice', ({ notice }) => notice.code === 'store_unavailable');
  expect(server.counted.received).toBeLessThan(frames.length);
  expect(answered).toBe(false);
  store.release();
  expect(await answer).toBe(204);
  await line.hears('durable', ({ durable }) => durable.frames === frames.length);
  expect(await stored()).toContain('palabra 11');
  line.cut();
});

test('[WI6] a silent client is asked for a sign of life, and a line that gives none is ended', async () => {
  let now = 0;
  await start({ elapsed: () => now, timing: { silence: 1_000 } });
  const line = await rawLine(server, 'd', { token: 'ana' });
  await line.hears('hello');
  now = 1_000;
  await expect.poll(line.pings).toBeGreaterThan(0);
  expect((await line.post(0)).status).toBe(204);
  now = 2_500;
  const before = line.pings();
  await expect.poll(line.pings).toBeGreaterThan(before);
  expect(server.engine.stats().connections).toBe(1);
  now = 4_000;
  await expect(line.closed()).rejects.toThrow('without saying why');
  await expect.poll(() => server.engine.stats().connections).toBe(0);
});

test('[WI6] a server that restarts says so on every line', async () => {
  await start();
  const line = await rawLine(server, 'd', { token: 'ana' });
  await line.hears('hello');
  await server.engine.drain();
  expect(await line.closed()).toEqual({ code: 4500, reason: 'restarting' });
  expect(await refusal('d', { token: 'ana' })).toEqual({ status: 503, code: 'restarting' });
});
