// [NO1] as a property: people type on several nodes while lines are cut, stores fail and nodes are killed; in the end all read the same, and
// every word that was acknowledged is in the store, once.
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { createLocalHub, type HubNode } from '@cocrea/server/src/bus/local.ts';
import type { DocumentStore } from '@cocrea/server/src/storage/document-store.ts';
import { createMemoryDocumentStore } from '@cocrea/server/src/storage/memory/document-store.ts';
import { printedRandom } from '../support/random.ts';
import { connectWitness, type Witness } from '../support/witness.ts';
import { bornDocument, type EngineServer, startEngine, storedDoc } from '../realtime/support/engine-server.ts';
import { type GatedStore, gatedStore } from '../realtime/support/gated-store.ts';

const [nodesAtOnce, people] = [3, 4];
/** 120 in the suite; `pnpm test:faults` asks for more. */
const steps = Number(process.env['COCREA_TEST_NODE_STEPS'] ?? 120);
const documents = ['d', 'e'];

interface Node {
  server: EngineServer;
  readonly gate: GatedStore;
  readonly bus: HubNode;
}

interface Person {
  readonly name: string;
  readonly documentId: string;
  client: Witness | null;
  /** Words by the mark with which they were written. */
  readonly words: string[];
  /** Words known to be acknowledged. */
  readonly kept: Set<string>;
}

const text = (doc: Y.Doc): string => doc.getText('text').toString();

test('[NO1] nodes converge under cuts, failures and kills, and every acknowledged word is in the store once', async () => {
  const random = printedRandom('nodes');
  const hub = createLocalHub();
  const store: DocumentStore = createMemoryDocumentStore();
  for (const documentId of documents) await bornDocument(store, documentId, 'Hola ');

  const startNode = async (): Promise<Node> => {
    const [gate, bus] = [gatedStore(store), hub.node()];
    const timing = { lookWhileUp: 200, lookWhileDown: 40, idle: 200 };
    return { gate, bus, server: await startEngine({ store: gate, bus, timing }) };
  };
  const nodes = await Promise.all(Array.from({ length: nodesAtOnce }, startNode));
  const crowd = Array.from(
    { length: people },
    (_, n): Person => ({ name: `persona${n}`, documentId: random.pick(documents), client: null, words: [], kept: new Set() }),
  );

  /** What was acknowledged on a connection that is over stays so. */
  const leave = (person: Person): Y.Doc | undefined => {
    const { client } = person;
    if (client === null) return undefined;
    for (const word of person.words.slice(0, client.acknowledged())) person.kept.add(word);
    client.close();
    person.client = null;
    return client.doc;
  };
  const come = async (person: Person, doc: Y.Doc | undefined): Promise<void> => {
    const { server } = random.pick(nodes);
    person.words.length = 0;
    person.client = await connectWitness(server, person.documentId, {
      token: person.name,
      ...(doc === undefined ? {} : { doc }),
    });
  };
  for (const person of crowd) await come(person, undefined);

  let written = 0;
  const act = {
    type: async (): Promise<void> => {
      const { client, words } = random.pick(crowd);
      if (client === null) return;
      const word = `«${(written += 1)}»`;
      words.push(word);
      const shared = client.doc.getText('text');
      // Never inside a word, which would then not be found.
      const ends = [0, ...Array.from(text(client.doc).matchAll(/»/g), ({ index }) => index + 1)];
      client.mark(() => shared.insert(random.pick(ends), word));
    },
    settle: async (): Promise<void> => random.pick(crowd).client?.allAcknowledged(),
    cut: async (): Promise<void> => random.pick(nodes).bus.cut(),
    restore: async (): Promise<void> => random.pick(nodes).bus.restore(),
    fail: async (): Promise<void> => {
      const { gate } = random.pick(nodes);
      gate.failAppends('store_unavailable');
      await new Promise((resolve) => setImmediate(resolve));
      gate.failAppends(null);
    },
    move: async (): Promise<void> => {
      const person = random.pick(crowd);
      await come(person, leave(person));
    },
    kill: async (): Promise<void> => {
      const at = random.below(nodes.length);
      const [killed] = nodes.splice(at, 1, await startNode());
      // Its store and its line are gone with it: whatever it was about to do happens nowhere.
      killed?.gate.failAppends('document_not_found');
      killed?.bus.cut();
      const there = crowd.filter(({ client }) => client?.provider.url.startsWith(killed?.server.wsUrl ?? '-'));
      killed?.server.kill();
      for (const person of there) await come(person, leave(person));
      await killed?.server.stop();
    },
  };
  const chances: (keyof typeof act)[] = ['settle', 'settle', 'cut', 'restore', 'restore', 'fail', 'move', 'kill'];
  for (let step = 0; step < steps; step += 1) await act[random.below(10) < 7 ? 'type' : random.pick(chances)]();

  for (const { bus } of nodes) bus.restore();
  for (const { client } of crowd) await client?.allAcknowledged();
  for (const { documentId, client, words, kept } of crowd) {
    for (const word of words) kept.add(word);
    for (const other of crowd) {
      if (other.documentId === documentId && other.client !== null) await client?.caughtUpWith(other.client.doc);
    }
  }
  for (const { name, documentId, client, kept } of crowd) {
    const inStore = text(await storedDoc(store, documentId));
    if (client !== null) expect(text(client.doc), `what ${name} reads, seed ${random.seed}`).toBe(inStore);
    for (const word of kept) expect(inStore.split(word).length - 1, `${word} of ${name}, seed ${random.seed}`).toBe(1);
  }
  for (const person of crowd) leave(person);
  await Promise.all(nodes.map(({ server }) => server.stop()));
  console.log(`nodes: ${steps} steps, ${written} words`);
});
