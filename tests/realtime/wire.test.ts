// The wire as stock clients speak it, and what those who negotiated our subprotocol hear beyond it.
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { realtimeLimits } from '@cocrea/server/src/realtime/limits.ts';
import { connect, open } from '../support/clients.ts';
import { bornDocument, type EngineServer, startEngine, storedDoc } from './support/engine-server.ts';
import { rawClient } from './support/raw-client.ts';

let server: EngineServer;
afterEach(() => server.stop());

test('[WI1] stock clients sync, edit and see each other, with no code of ours', async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd', 'Hola');
  const ana = await connect(server, 'd', { token: 'ana' });
  const eva = await connect(server, 'd', { token: 'eva' });
  expect(ana.doc.getText('text').toString()).toBe('Hola');
  ana.awareness.setLocalStateField('cursor', 4);
  ana.doc.getText('text').insert(4, ' mundo');
  eva.doc.getText('text').insert(0, '¡');
  await eva.caughtUpWith(ana.doc);
  await ana.caughtUpWith(eva.doc);
  expect(ana.doc.getText('text').toString()).toBe('¡Hola mundo');
  await eva.waitFor(() => eva.awareness.getStates().get(ana.doc.clientID)?.['cursor'] === 4, 'the caret of Ana');
  expect(eva.awareness.getStates().get(ana.doc.clientID)).toMatchObject({ user: { userId: 'ana', name: 'Name of ana' } });
  expect((await storedDoc(server.store, 'd')).getText('text').toString()).toBe('¡Hola mundo');
  ana.close();
  await eva.waitFor(() => !eva.awareness.getStates().has(ana.doc.clientID), 'Ana gone from presence');
  eva.close();
});

test('[WI1] rich text under nested types converges, also when one was away', async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd');
  const ana = await connect(server, 'd', { token: 'ana' });
  const eva = await connect(server, 'd', { token: 'eva' });
  const paragraph = (words: string): Y.XmlElement => {
    const element = new Y.XmlElement('paragraph');
    element.setAttribute('id', words);
    element.insert(0, [new Y.XmlText(words)]);
    return element;
  };
  ana.doc.getXmlFragment('body').insert(0, [paragraph('uno'), paragraph('dos')]);
  await eva.caughtUpWith(ana.doc);
  eva.provider.disconnect();
  eva.doc.getXmlFragment('body').delete(0, 1);
  eva.doc.getXmlFragment('body').insert(1, [paragraph('tres')]);
  ana.doc.getXmlFragment('body').insert(0, [paragraph('cero')]);
  eva.provider.connect();
  await eva.caughtUpWith(ana.doc);
  await ana.caughtUpWith(eva.doc);
  expect(ana.doc.getXmlFragment('body').toString()).toBe(eva.doc.getXmlFragment('body').toString());
  const stored = await storedDoc(server.store, 'd');
  expect(stored.getXmlFragment('body').toString()).toBe(ana.doc.getXmlFragment('body').toString());
  ana.close();
  eva.close();
});

test('[WI1] a person who reloads is seen again at once, though their clock began anew', async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd');
  const eva = await connect(server, 'd', { token: 'eva' });
  const ana = await connect(server, 'd', { token: 'ana' });
  await eva.waitFor(() => eva.awareness.getStates().has(ana.doc.clientID), 'Ana');
  ana.provider.disconnect();
  await eva.waitFor(() => !eva.awareness.getStates().has(ana.doc.clientID), 'Ana gone');
  ana.provider.connect();
  await eva.waitFor(() => eva.awareness.getStates().has(ana.doc.clientID), 'Ana again');
  ana.close();
  eva.close();
});

test('[WI3] a stock client hears nothing of ours; one that negotiated it hears hello first, durable, and notices', async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd', 'Hola');
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'x');
  const stock = await rawClient(server, 'd', { token: 'ana' });
  const extended = await rawClient(server, 'd', { token: 'eva', extended: true });
  expect(stock.socket.protocol).toBe('');
  expect(extended.socket.protocol).toBe('cocrea.v1');
  for (const client of [stock, extended]) {
    client.sendStepOne();
    await client.hears('step two');
  }
  extended.sendUpdate(Y.encodeStateAsUpdate(doc));
  const { durable } = await extended.hears('durable');
  expect(durable).toEqual({ frames: 1, clocks: new Map([[doc.clientID, 1]]) });
  await stock.hears('update');
  server.allow('eva', 'read');
  server.allow('ana', 'read');
  await extended.hears('hello', ({ hello }) => hello.role === 'read');
  for (const client of [stock, extended]) {
    client.sendUpdate(Y.encodeStateAsUpdate(doc));
    await client.roundTrip();
  }
  expect(extended.heard[0]?.kind).toBe('hello');
  expect((await extended.hears('notice')).notice.code).toBe('update_read_only');
  expect(stock.heard.map(({ kind }) => kind).filter((kind) => ['hello', 'durable', 'notice'].includes(kind))).toEqual([]);
  stock.close();
  extended.close();
});

test('[WI3] a frame of a type that clients do not send ends the connection with its reason', async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd');
  for (const frame of [[64, 1], [66, 0], [2, 0], [99], [], [0, 3, 0], [0, 2, 5, 1], [3, 0]]) {
    const client = await rawClient(server, 'd', { token: 'ana', extended: true });
    client.send(...frame);
    expect(await client.closed()).toEqual({ code: 4400, reason: 'frame_malformed' });
  }
  const texting = await rawClient(server, 'd', { token: 'ana' });
  texting.socket.send('words');
  expect((await texting.closed()).code).toBe(4400);
});

test('[WI4] hello tells version, generation, role, seq and limits', async () => {
  server = await startEngine({ limits: { frameBytes: 12_345 } });
  await bornDocument(server.store, 'd', 'Hola');
  server.allow('eva', 'read');
  const client = await rawClient(server, 'd', { token: 'eva', extended: true, generation: 'first' });
  const { hello } = await client.hears('hello');
  expect(hello).toMatchObject({ version: 1, generation: 'first', role: 'read', seq: 1 });
  expect(Object.keys(hello.limits)).toEqual(Object.keys(realtimeLimits));
  expect(hello.limits['frameBytes']).toBe(12_345);
  client.close();
});

test('[WI4] a client of another generation is told so and sent away; nothing of its text is merged, nothing of ours sent', async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd', 'Hola');
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'from another history');
  const client = await rawClient(server, 'd', { token: 'ana', extended: true, generation: 'older' });
  client.sendStepOne();
  client.sendStepTwo(Y.encodeStateAsUpdate(doc));
  client.sendUpdate(Y.encodeStateAsUpdate(doc));
  expect(await client.closed()).toEqual({ code: 4409, reason: 'generation_changed' });
  expect(client.heard.map(({ kind }) => kind)).toEqual(['hello']);
  expect(client.heard[0]).toMatchObject({ hello: { generation: 'first' } });
  expect((await server.store.load('d'))?.lastSeq).toBe(1);
  const stock = open(server, 'd', { token: 'ana' });
  await stock.waitFor(() => stock.provider.synced, 'first sync');
  expect(stock.doc.getText('text').toString()).toBe('Hola');
  stock.close();
});
