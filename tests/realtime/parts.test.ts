// Text too large to travel at once: in parts to and from those who speak our protocol, whole to and from everybody else.
import { afterEach, expect, test } from 'vitest';
import { messageType, syncStep } from '@cocrea/shared/protocol/message-type.ts';
import { encodePart, partBytes } from '@cocrea/shared/protocol/part.ts';
import * as Y from 'yjs';
import { connect } from '../support/clients.ts';
import { openDevice } from '../support/device.ts';
import { bornDocument, type EngineServer, type EngineServerOptions, startEngine, storedDoc } from './support/engine-server.ts';
import { bytes, rawClient, varUint } from './support/raw-client.ts';

const MIB = 1024 * 1024;
/** No part and its head is longer. */
const longest = partBytes + 32;

let server: EngineServer;
afterEach(() => server.stop());

async function start(options: EngineServerOptions = {}, text = ''): Promise<void> {
  server = await startEngine(options);
  await bornDocument(server.store, 'd', text);
}

function longUpdate(length: number): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'palabras '.repeat(Math.ceil(length / 9)));
  return Y.encodeStateAsUpdate(doc);
}

const stepTwo = (update: Uint8Array): Uint8Array => bytes([messageType.sync, syncStep.two, ...varUint(update.length), update]);

function partsOf(frame: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let from = 0; from < frame.length; from += partBytes) parts.push(encodePart(frame, from));
  return parts;
}

test('[WI5] a large state comes in parts to who speaks our protocol, and whole to a stock client: the same text', async () => {
  await start({}, 'una frase muy larga. '.repeat(100_000));
  const ours = await rawClient(server, 'd', { token: 'ana', extended: true });
  const stock = await rawClient(server, 'd', { token: 'eva' });
  for (const client of [ours, stock]) client.sendStepOne();
  const [mine, theirs] = [await ours.hears('step two'), await stock.hears('step two')];
  expect(Buffer.compare(mine.body, theirs.body)).toBe(0);
  const lengths = ours.heard.flatMap((heard) => (heard.kind === 'part' ? [heard.length] : []));
  expect(lengths.length).toBe(Math.ceil((mine.body.length + 6) / partBytes));
  expect(Math.max(...lengths)).toBeLessThan(longest);
  expect(stock.count('part')).toBe(0);
  ours.close();
  stock.close();
});

test('[WI5] what was written offline, beyond what a frame may hold, arrives in parts, is durable as one, and reaches the others', async () => {
  await start();
  const stock = await connect(server, 'd', { token: 'eva' });
  const other = openDevice(server, 'd', { token: 'sol' });
  await other.waitFor(() => other.provider.synced, 'first sync');
  const offline = new Y.Doc();
  // Two bytes a letter: nobody writes five million letters under one clientID in a day (JU2).
  for (let page = 0; page < 60; page++) offline.getText('text').insert(0, 'ñáéíóú'.repeat(10_000));
  expect(Y.encodeStateAsUpdate(offline).length).toBeGreaterThan(6 * MIB);
  const device = openDevice(server, 'd', { token: 'ana', doc: offline });
  await device.waitFor(() => device.provider.synced, 'first sync');
  await device.allDurable();
  await stock.caughtUpWith(offline);
  await other.caughtUpWith(offline);
  expect(server.counted.commits).toBe(1);
  expect(server.counted.refused).toEqual(new Map());
  expect((await storedDoc(server.store, 'd')).getText('text').length).toBe(offline.getText('text').length);
  for (const client of [stock, other, device]) client.close();
});

test('[WI5] what is typed while parts are on their way keeps its place behind them, in both directions', async () => {
  await start({}, 'una frase muy larga. '.repeat(150_000));
  const typist = openDevice(server, 'd', { token: 'ana' });
  await typist.waitFor(() => typist.provider.synced, 'first sync');
  const offline = new Y.Doc();
  offline.getText('text').insert(0, 'dicho en el camino. '.repeat(150_000));
  const device = openDevice(server, 'd', { token: 'eva', doc: offline });
  const typing = setInterval(() => {
    typist.doc.getText('text').insert(0, 'a');
    device.doc.getText('text').insert(0, 'e');
  }, 1);
  await device.waitFor(() => device.provider.synced, 'first sync');
  await device.allDurable();
  clearInterval(typing);
  await typist.allDurable();
  await device.allDurable();
  await device.caughtUpWith(typist.doc);
  await typist.caughtUpWith(device.doc);
  expect(typist.doc.getText('text').toString()).toBe(device.doc.getText('text').toString());
  expect(server.counted.refused).toEqual(new Map());
  expect([typist.attempts(), device.attempts()]).toEqual([1, 1]);
  typist.close();
  device.close();
});

test('[WI5] carets and acknowledgements pass between the parts of a text', async () => {
  await start();
  const client = await rawClient(server, 'd', { token: 'ana', extended: true });
  const watcher = await rawClient(server, 'd', { token: 'eva' });
  const parts = partsOf(stepTwo(longUpdate(MIB)));
  for (const [index, part] of parts.entries()) {
    client.send(part);
    client.sendPresence([{ client: 5, clock: index + 1, state: { cursor: index } }]);
  }
  expect((await client.hears('durable')).durable.frames).toBe(1);
  await watcher.hears('awareness', ({ entries }) => entries.some(({ clock }) => clock === parts.length));
  client.close();
  watcher.close();
});

const whole = stepTwo(longUpdate(3 * partBytes));
const [first, second, third] = partsOf(whole) as [Uint8Array, Uint8Array, Uint8Array];
const presence = bytes([messageType.awareness, ...varUint(100_000), new Uint8Array(100_000)]);

test.each([
  ['a part that is left out', true, [first, third]],
  ['a part that comes twice', true, [first, first]],
  ['a part that does not begin at the beginning', true, [second]],
  ['a part of nothing', true, [bytes([messageType.part, ...varUint(10), 0])]],
  ['a part of a frame of nothing', true, [bytes([messageType.part, 0, 0])]],
  ['more than was said', true, [bytes([messageType.part, 2, 0, 1, 2, 3])]],
  ['parts of another frame in between', true, [first, encodePart(presence, partBytes)]],
  ['parts of what is no text', true, partsOf(presence)],
  ['parts of parts', true, partsOf(bytes([messageType.part, ...varUint(100_000), 0, new Uint8Array(100_000)]))],
  ['parts from who does not speak our protocol', false, [first, second, third]],
] as const)('[WI5] %s ends the connection, and nothing of it is stored', async (_what, extended, frames) => {
  await start();
  const client = await rawClient(server, 'd', { token: 'mal', extended });
  for (const frame of frames) client.send(frame);
  expect(await client.closed()).toEqual({ code: 4400, reason: 'frame_malformed' });
  expect(server.counted.commits).toBe(0);
});

test('[WI5] a text larger than one may send is refused at its first part, one more than all may have under way is asked to come later', async () => {
  await start({ limits: { textBytes: 4 * partBytes, partsBytes: 5 * partBytes } });
  const greedy = await rawClient(server, 'd', { token: 'mal', extended: true });
  greedy.send(encodePart(stepTwo(longUpdate(5 * partBytes)), 0));
  expect(await greedy.closed()).toEqual({ code: 4413, reason: 'frame_too_large' });
  const halfWay = await rawClient(server, 'd', { token: 'ana', extended: true });
  halfWay.send(first);
  await halfWay.roundTrip();
  const tooMany = await rawClient(server, 'd', { token: 'eva', extended: true });
  tooMany.send(first);
  expect(await tooMany.closed()).toEqual({ code: 4503, reason: 'store_unavailable' });
  // Whoever goes half-way gives back what was promised to them.
  halfWay.close();
  await halfWay.closed();
  const next = await rawClient(server, 'd', { token: 'eva', extended: true });
  for (const part of [first, second, third, ...partsOf(whole).slice(3)]) next.send(part);
  expect((await next.hears('durable')).durable.frames).toBe(1);
  next.close();
});
