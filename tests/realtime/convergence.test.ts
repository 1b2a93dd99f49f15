// Random people write, erase, lose their connection, reload and come back, while documents leave memory and the engine restarts: in the
// end all hold the same text, and so does the store. Each failing seed is printed and can be run again with COCREA_TEST_SEED.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReader } from '@cocrea/server/src/reading/reader.ts';
import type { DocumentReader } from '@cocrea/server/src/realtime/ports.ts';
import type { DocumentStore } from '@cocrea/server/src/storage/document-store.ts';
import { createMemoryDocumentStore } from '@cocrea/server/src/storage/memory/document-store.ts';
import { openSqlite } from '@cocrea/server/src/storage/sqlite/open.ts';
import type { WebSocket } from 'ws';
import { type Client, connect } from '../support/clients.ts';
import { printedRandom, type Random } from '../support/random.ts';
import { bornDocument, type EngineServer, inlineReader, startEngine, storedDoc } from './support/engine-server.ts';

interface Ground {
  readonly store: DocumentStore;
  readonly reader: DocumentReader;
  close(): Promise<void>;
}

const grounds: [string, () => Promise<Ground>][] = [
  ['in memory', async () => ({ store: createMemoryDocumentStore(), reader: inlineReader, close: async () => undefined })],
  [
    'on SQLite, with reading threads',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'cocrea-convergence-'));
      const storage = await openSqlite({ file: join(folder, 'cocrea.db') });
      const reader = createReader({ threads: 1 });
      return {
        store: storage.documents,
        reader,
        close: async () => {
          await reader.close();
          await storage.close();
          await rm(folder, { recursive: true });
        },
      };
    },
  ],
];

describe.each(grounds)('%s', (_name, prepare) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await prepare();
  });
  afterAll(() => ground.close());

  test.each([1, 2, 3])('[DU2] random writing with cuts converges, and is what the store gives back (%i)', async (round) => {
    const random = printedRandom(`convergence ${round}`);
    const documentId = `d${round}`;
    await bornDocument(ground.store, documentId, 'Borrador 1. ');
    let server = await begin(ground);
    const people: Client[] = [];
    for (let i = 0; i < 4; i++) people.push(await connect(server, documentId, { token: `p${i}` }));
    for (let step = 0; step < 150; step++) {
      const who = random.below(people.length);
      const person = people[who] as Client;
      const chance = random.below(100);
      // Now and then the wire gets its turn, so that what others wrote arrives in the middle of it.
      for (let turns = random.below(4); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
      if (chance < 88) {
        edit(person, random);
      } else if (chance < 95) {
        // The socket breaks with whatever was on its way; the provider comes back by itself.
        (person.provider.ws as unknown as WebSocket | null)?.terminate();
      } else if (chance < 98) {
        // Closes the page and opens it anew: what was on the server is there, and the person is another client.
        await Promise.all(people.map(({ waitFor, provider }) => waitFor(() => provider.synced, 'a connection')));
        await settled(people);
        person.close();
        people[who] = await connect(server, documentId, { token: `p${who}` });
      } else {
        await server.stop();
        server = await begin(ground, server.wsUrl);
      }
    }
    await Promise.all(people.map(({ waitFor, provider }) => waitFor(() => provider.synced, 'a connection')));
    await settled(people);
    const [first, ...others] = people;
    const written = first?.doc.getText('text').toDelta();
    for (const other of others) expect(other.doc.getText('text').toDelta()).toEqual(written);
    const stored = await storedDoc(ground.store, documentId);
    expect(stored.getText('text').toDelta()).toEqual(written);
    expect(stored.getMap('map').toJSON()).toEqual(first?.doc.getMap('map').toJSON());
    expect(server.complaints.filter((complaint) => !complaint.includes('socket'))).toEqual([]);
    for (const person of people) person.close();
    await server.stop();
  });
});

/** A restarted engine listens where the former did, so that clients come back to it by themselves. */
async function begin({ store, reader }: Ground, wsUrl?: string): Promise<EngineServer> {
  return startEngine({
    store,
    reader,
    timing: { idle: 1, sweep: 5 },
    ...(wsUrl === undefined ? {} : { port: Number(new URL(wsUrl).port) }),
  });
}

function edit({ doc }: Client, random: Random): void {
  const text = doc.getText('text');
  const place = random.below(text.length + 1);
  const what = random.below(10);
  if (what < 6) text.insert(place, random.pick(['a', 'é', 'ʼ', 'palabra ', '\n', 'ñandú, ']));
  else if (what < 8 && place < text.length) text.delete(place, Math.min(1 + random.below(5), text.length - place));
  else if (what < 9 && place < text.length)
    text.format(place, Math.min(4, text.length - place), { bold: random.pick([true, null]) });
  else doc.getMap('map').set(`k${random.below(3)}`, random.below(1_000));
}

/** Everybody has what everybody has. */
async function settled(people: readonly Client[]): Promise<void> {
  for (const one of people) for (const other of people) if (one !== other) await one.caughtUpWith(other.doc);
}
