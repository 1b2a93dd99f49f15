// Several engines on one store, with a line between them that may lose anything: one text, in the order of the store.
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createLocalHub, type HubNode } from '@cocrea/server/src/bus/local.ts';
import { createMemoryDocumentStore, type MemoryDocuments } from '@cocrea/server/src/storage/memory/document-store.ts';
import { connect } from '../support/clients.ts';
import { connectWitness, type Witness } from '../support/witness.ts';
import { bornDocument, type EngineServer, type EngineServerOptions, startEngine, storedDoc } from './support/engine-server.ts';
import { type GatedStore, gatedStore } from './support/gated-store.ts';
import { rawClient } from './support/raw-client.ts';

interface Node extends EngineServer {
  readonly bus: HubNode;
  readonly gate: GatedStore;
}

const running: EngineServer[] = [];
afterEach(() => Promise.all(running.splice(0).map((node) => node.stop())));

/** Engines on one store, each with a gate of its own before it. */
async function startNodes(count: number, options: EngineServerOptions = {}): Promise<Node[]> {
  const hub = createLocalHub();
  const shared = createMemoryDocumentStore();
  await bornDocument(shared, 'd', 'Hola');
  return Promise.all(
    Array.from({ length: count }, async () => {
      const [bus, gate] = [hub.node(), gatedStore(shared)];
      const node = { ...(await startEngine({ ...options, store: gate, bus })), bus, gate };
      running.push(node);
      return node;
    }),
  );
}

async function two(options: EngineServerOptions = {}): Promise<[Node, Node]> {
  const [a, b] = await startNodes(2, options);
  if (a === undefined || b === undefined) throw new Error('two were started');
  return [a, b];
}

const textOf = (client: { readonly doc: Y.Doc }): string => client.doc.getText('text').toString();
const write = (client: Witness, words: string): void => client.mark(() => client.doc.getText('text').insert(0, words));
const stored = async ({ store }: EngineServer): Promise<string> => (await storedDoc(store, 'd')).getText('text').toString();

test('[NO2] what one node commits is on the screens of the other, in the order of the store', async () => {
  const [a, b] = await two();
  const ana = await connectWitness(a, 'd', { token: 'ana' });
  const eva = await connectWitness(b, 'd', { token: 'eva' });
  write(ana, 'uno ');
  await eva.waitFor(() => textOf(eva).includes('uno'), 'what Ana wrote');
  write(eva, 'dos ');
  await ana.waitFor(() => textOf(ana).includes('dos'), 'what Eva wrote');
  await Promise.all([ana.allAcknowledged(), eva.allAcknowledged()]);
  expect(await stored(a)).toBe(textOf(ana));
  expect(textOf(eva)).toBe(textOf(ana));
  for (const one of [ana, eva]) one.close();
});

test('[NO2] two nodes that write the same row: one goes first, the other behind it, and nobody is cut off', async () => {
  const [a, b] = await two();
  const ana = await connectWitness(a, 'd', { token: 'ana' });
  const eva = await connectWitness(b, 'd', { token: 'eva' });
  const joins = [ana.hello(), eva.hello()];
  for (const node of [a, b]) node.gate.hold();
  write(ana, 'uno ');
  write(eva, 'dos ');
  await Promise.all([a.gate.waiting(), b.gate.waiting()]);
  for (const node of [a, b]) node.gate.release();
  await Promise.all([ana.allAcknowledged(), eva.allAcknowledged()]);
  await Promise.all([ana.caughtUpWith(eva.doc), eva.caughtUpWith(ana.doc)]);
  expect(a.counted.commitFailures + b.counted.commitFailures).toBe(1);
  const rows = await a.store.history('d', { fromSeq: 1, toSeq: 99 });
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect([ana.hello(), eva.hello()]).toEqual(joins);
  for (const one of [ana, eva]) one.close();
});

test('[NO2] a row that was not heard is read from the store when the next one comes', async () => {
  const [a, b] = await two({ timing: { lookWhileUp: 60_000, lookWhileDown: 60_000 } });
  const ana = await connectWitness(a, 'd', { token: 'ana' });
  const eva = await connectWitness(b, 'd', { token: 'eva' });
  // Written by something that says nothing to anybody.
  const words = Object.assign(new Y.Doc(), { clientID: 77 });
  words.getText('text').insert(0, 'callado ');
  const update = Y.encodeStateAsUpdate(words);
  await a.store.append([{ documentId: 'd', seq: 2, at: 2, updates: [update], newClients: [{ clientId: 77, userId: 'else' }] }]);
  write(ana, 'dicho ');
  await eva.waitFor(() => textOf(eva).includes('callado') && textOf(eva).includes('dicho'), 'both rows');
  await ana.caughtUpWith(eva.doc);
  for (const one of [ana, eva]) one.close();
});

test('[NO2] a row too large for the line is read from the store at once', async () => {
  const [a, b] = await two({ timing: { lookWhileUp: 60_000, lookWhileDown: 60_000 } });
  const ana = await connectWitness(a, 'd', { token: 'ana' });
  const eva = await connectWitness(b, 'd', { token: 'eva' });
  write(ana, 'largo '.repeat(60_000));
  await eva.waitFor(() => textOf(eva).length > 360_000, 'all of it');
  for (const one of [ana, eva]) one.close();
});

test('[NO3] while nothing is heard the store is asked, and typing goes on', async () => {
  const [a, b] = await two({ timing: { lookWhileDown: 30, lookWhileUp: 60_000 } });
  const ana = await connectWitness(a, 'd', { token: 'ana' });
  const eva = await connectWitness(b, 'd', { token: 'eva' });
  for (const { bus } of [a, b]) bus.cut();
  write(ana, 'uno ');
  write(eva, 'dos ');
  await Promise.all([ana.allAcknowledged(), eva.allAcknowledged()]);
  await eva.waitFor(() => textOf(eva).includes('uno'), 'what was written elsewhere');
  await ana.waitFor(() => textOf(ana).includes('dos'), 'what was written elsewhere');
  for (const one of [ana, eva]) one.close();
});

test('[NO3] what was said while the line was down is read once it is back', async () => {
  const [a, b] = await two({ timing: { lookWhileDown: 60_000, lookWhileUp: 60_000 } });
  const ana = await connectWitness(a, 'd', { token: 'ana' });
  const eva = await connectWitness(b, 'd', { token: 'eva' });
  b.bus.cut();
  write(ana, 'perdido ');
  await ana.allAcknowledged();
  b.bus.restore();
  await eva.waitFor(() => textOf(eva).includes('perdido'), 'what was said meanwhile');
  for (const one of [ana, eva]) one.close();
});

test('[NO1] whoever comes from a node that died is known by the other, with all they had seen there', async () => {
  const [a, b] = await two({ timing: { lookWhileDown: 60_000, lookWhileUp: 60_000 } });
  // Somebody keeps the text in memory there, and the line is down: nothing of what follows is heard.
  const eva = await connectWitness(b, 'd', { token: 'eva' });
  const before = await connectWitness(b, 'd', { token: 'ana' });
  write(before, 'cero ');
  await before.allAcknowledged();
  before.close();
  b.bus.cut();
  const ana = await connectWitness(a, 'd', { token: 'ana', doc: before.doc });
  const luis = await connectWitness(a, 'd', { token: 'luis' });
  write(ana, 'uno ');
  await ana.allAcknowledged();
  await luis.waitFor(() => textOf(luis).includes('uno'), 'what Ana wrote');
  a.kill();
  // Luis brings words of Ana's, which node b has not heard of: they are hers, and no forgery.
  const returned = await connectWitness(b, 'd', { token: 'luis', doc: luis.doc });
  write(returned, 'dos ');
  await returned.allAcknowledged();
  await eva.waitFor(() => textOf(eva).includes('uno') && textOf(eva).includes('dos'), 'all of it');
  expect(b.counted.refused.size).toBe(0);
  for (const one of [ana, luis, returned, eva]) one.close();
});

test('[NO1] what was sent to a node and not acknowledged is sent to the other, and appears once though both store it', async () => {
  const [a, b] = await two();
  const eva = await connectWitness(b, 'd', { token: 'eva' });
  const ana = await connectWitness(a, 'd', { token: 'ana' });
  a.gate.hold();
  write(ana, 'una vez ');
  await a.gate.waiting();
  ana.provider.disconnect();
  const again = await connectWitness(b, 'd', { token: 'ana', doc: ana.doc });
  await eva.waitFor(() => textOf(eva).includes('una vez'), 'what was sent again');
  a.gate.release();
  // A node that was overtaken by its own words has nothing left to store.
  const sol = await connectWitness(a, 'd', { token: 'sol' });
  write(sol, 'más ');
  await sol.allAcknowledged();
  await again.waitFor(() => textOf(again).includes('más'), 'what came after');
  const text = await stored(a);
  expect(text.split('una vez').length).toBe(2);
  const rows = await a.store.history('d', { fromSeq: 1, toSeq: 99 });
  expect(rows.map(({ updates }) => updates.length)).toEqual([1, 1, 1]);
  for (const one of [ana, again, eva, sol]) one.close();
});

test('[WI4] whoever comes to a text that was put in the place of another while a node had that open is served the new one', async () => {
  const documents: MemoryDocuments = new Map();
  const store = createMemoryDocumentStore(documents);
  await bornDocument(store, 'd', 'Antes');
  const node = await startEngine({ store, bus: createLocalHub().node(), timing: { lookWhileUp: 60_000 } });
  running.push(node);
  const ana = await rawClient(node, 'd', { token: 'ana', extended: true });
  await ana.hears('hello');
  documents.delete('d');
  const anew = createMemoryDocumentStore();
  await bornDocument(anew, 'd', 'Después');
  const born = await anew.load('d');
  const [row] = born?.tail ?? [];
  const firstUpdate = row?.updates[0] ?? new Uint8Array();
  await store.create({ documentId: 'd', generation: 'second', at: 2, firstUpdate, clients: [{ clientId: 1, userId: 'server' }] });
  const eva = await connectWitness(node, 'd', { token: 'eva' });
  expect(textOf(eva)).toBe('Después');
  expect((await ana.closed()).reason).toBe('store_unavailable');
  write(eva, 'y sigue ');
  await eva.allAcknowledged();
  expect(await stored(node)).toContain('sigue');
  eva.close();
});

test('[JU3] of two who take the same clientID on two nodes at once, one is refused', async () => {
  const [a, b] = await two();
  const clientOf = (node: Node, token: string) => rawClient(node, 'd', { token, extended: true });
  const [ana, luis] = [await clientOf(a, 'ana'), await clientOf(b, 'luis')];
  const words = (text: string): Uint8Array => {
    const doc = Object.assign(new Y.Doc(), { clientID: 9 });
    doc.getText('text').insert(0, text);
    return Y.encodeStateAsUpdate(doc);
  };
  for (const node of [a, b]) node.gate.hold();
  ana.sendUpdate(words('de Ana '));
  luis.sendUpdate(words('de Luis, más largo '));
  await Promise.all([a.gate.waiting(), b.gate.waiting()]);
  a.gate.release();
  await ana.hears('durable');
  b.gate.release();
  expect((await luis.closed()).reason).toBe('update_foreign_author');
  expect(await stored(a)).toMatch(/de Ana/);
  expect(await stored(b)).not.toMatch(/Luis/);
  ana.close();
});

test('[NO4] who is in a text through one node is seen through the other, and gone when they leave', async () => {
  const [a, b] = await two();
  const ana = await connect(a, 'd', { token: 'ana' });
  ana.awareness.setLocalState({ user: { name: 'Otra' }, caret: 4 });
  const eva = await connect(b, 'd', { token: 'eva' });
  const seen = (): unknown => eva.awareness.getStates().get(ana.doc.clientID);
  await eva.waitFor(() => seen() !== undefined, 'Ana, who was there before');
  expect(seen()).toMatchObject({ caret: 4, user: { userId: 'ana', name: 'Name of ana' } });
  ana.awareness.setLocalState({ caret: 5 });
  await eva.waitFor(() => (seen() as { caret?: number }).caret === 5, 'where her caret went');
  const present = (): string[] => b.engine.presentIn('d').map(({ userId }) => userId);
  await expect.poll(present).toEqual(['eva', 'ana']);
  ana.close();
  await eva.waitFor(() => seen() === undefined, 'that she left');
  await expect.poll(present).toEqual(['eva']);
  eva.close();
});

test('[NO4] who has a text open is known also where it is not in memory', async () => {
  const [a, b] = await two();
  const present = (): string[] => b.engine.presentIn('d').map(({ name }) => name);
  const told = new Promise<readonly string[]>((resolve) => {
    b.engine.onPresence(() => present().length > 0 && resolve(present()));
  });
  const edited = new Promise<string>((resolve) => b.engine.onEdited(({ documentId }) => resolve(documentId)));
  const ana = await connectWitness(a, 'd', { token: 'ana' });
  expect(await told).toEqual(['Name of ana']);
  write(ana, 'uno ');
  expect(await edited).toBe('d');
  const gone = new Promise<void>((resolve) => b.engine.onPresence(() => present().length === 0 && resolve()));
  ana.close();
  await gone;
});

test('[NO2] the house writes behind what other nodes wrote, and what it holds is held on all of them', async () => {
  const [a, b] = await two();
  const ana = await connectWitness(a, 'd', { token: 'ana' });
  write(ana, 'uno ');
  await ana.allAcknowledged();
  const house = Object.assign(new Y.Doc(), { clientID: 500 });
  Y.applyUpdate(house, Y.encodeStateAsUpdate(await storedDoc(b.store, 'd')));
  let made: Uint8Array = new Uint8Array();
  house.on('update', (update: Uint8Array) => {
    made = update;
  });
  house.getText('text').insert(4, 'casa ');
  let refusals = 0;
  await b.engine.write([{ documentId: 'd', update: made, userId: 'eva' }], async (rows) => {
    // Somebody on the other node is always a little faster, once.
    if (refusals++ === 0) {
      write(ana, 'dos ');
      await ana.allAcknowledged();
    }
    await b.store.append(rows);
    return { outcome: 'recorded', events: [] };
  });
  expect(refusals).toBe(2);
  await ana.waitFor(() => textOf(ana).includes('casa'), 'what the house wrote');
  await b.engine.hold('d', async ({ seq }) => {
    expect(seq).toBe((await a.store.lastSeqs(['d'])).get('d'));
    const before = ana.acknowledged();
    write(ana, 'tres ');
    // It is not taken while it is held: what the store has does not move.
    const other = await rawClient(a, 'd', { token: 'luis' });
    await other.roundTrip();
    other.close();
    expect(ana.acknowledged()).toBe(before);
    expect((await a.store.lastSeqs(['d'])).get('d')).toBe(seq);
  });
  await ana.allAcknowledged();
  expect(await stored(b)).toMatch(/tres/);
  ana.close();
});

test('[CO1] two nodes compact the same text: one snapshot stands, and the text is the same', async () => {
  const [a, b] = await two({ timing: { idle: 50 } });
  const ana = await connectWitness(a, 'd', { token: 'ana' });
  const eva = await connectWitness(b, 'd', { token: 'eva' });
  for (let n = 0; n < 60; n += 1) {
    write(n % 2 === 0 ? ana : eva, `${n} `);
    await (n % 2 === 0 ? ana : eva).allAcknowledged();
  }
  await Promise.all([ana.caughtUpWith(eva.doc), eva.caughtUpWith(ana.doc)]);
  const text = textOf(ana);
  for (const one of [ana, eva]) one.close();
  await expect.poll(async () => (await a.store.load('d'))?.snapshot?.seq ?? 0, { timeout: 20_000 }).toBeGreaterThan(50);
  expect(await stored(a)).toBe(text);
});
