// The house writes into open texts in one commit with records, and holds a text still while it is frozen.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Append } from '@cocrea/server/src/storage/document-store.ts';
import type { Recorded } from '@cocrea/server/src/storage/record-store.ts';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bornDocument, type EngineServer, startEngine, storedDoc } from './support/engine-server.ts';
import { type GatedStore, gatedStore } from './support/gated-store.ts';
import { rawClient } from './support/raw-client.ts';

let server: EngineServer;
let store: GatedStore;
afterEach(() => server.stop());

async function start(): Promise<void> {
  store = gatedStore();
  server = await startEngine({ store });
  for (const id of ['d', 'e']) await bornDocument(store, id, 'Hola');
}
function update(words: string, clientID: number): Uint8Array {
  const doc = Object.assign(new Y.Doc(), { clientID });
  doc.getText('text').insert(0, words);
  return Y.encodeStateAsUpdate(doc);
}
const textOf = async (id: string): Promise<string> => (await storedDoc(store, id)).getText('text').toString();
/** Stores the rows as a record store does in its transaction. */
const storing = async (rows: readonly Append[]): Promise<Recorded> => {
  await store.append(rows);
  return { outcome: 'recorded', events: [] };
};

test('[RE2] edits of several texts are stored in one act with what belongs to them, and shown only afterwards', async () => {
  await start();
  const watcher = await rawClient(server, 'd', { token: 'eva' });
  watcher.sendStepOne();
  await watcher.hears('step two');
  let rows: readonly Append[] = [];
  await server.engine.write(
    [
      { documentId: 'e', update: update('otro ', 8), userId: 'ana' },
      { documentId: 'd', update: update('nuevo ', 9), userId: 'ana' },
    ],
    async (given) => {
      rows = given;
      await watcher.roundTrip();
      expect(watcher.count('update')).toBe(0);
      return storing(given);
    },
  );
  expect(rows.map(({ documentId, seq, newClients }) => [documentId, seq, newClients])).toEqual([
    ['d', 2, [{ clientId: 9, userId: 'ana' }]],
    ['e', 2, [{ clientId: 8, userId: 'ana' }]],
  ]);
  await watcher.hears('update');
  expect((await textOf('d')).includes('nuevo ')).toBe(true);
  expect((await textOf('e')).includes('otro ')).toBe(true);
  watcher.close();
});

test('[RE2] what is refused, or was done before, is written nowhere, and the same can be written again', async () => {
  await start();
  const edit = { documentId: 'd', update: update('nuevo ', 9), userId: 'ana' };
  const refused = server.engine.write([edit], () => Promise.reject(new AppError('stale')));
  await expect(refused).rejects.toMatchObject({ code: 'stale' });
  await server.engine.write([edit], () => Promise.resolve({ outcome: 'repeated', events: [] }));
  expect(await textOf('d')).toBe('Hola');
  await server.engine.write([edit], storing);
  expect((await textOf('d')).includes('nuevo ')).toBe(true);
});

test('[DU2] whoever types while the house writes loses nothing, and both are there once', async () => {
  await start();
  const ana = await rawClient(server, 'd', { token: 'ana', extended: true });
  ana.sendStepOne();
  await ana.hears('step two');
  const writing: Promise<unknown>[] = [];
  for (let round = 0; round < 40; round += 1) {
    ana.sendUpdate(update('a', 100 + round));
    const edit = { documentId: 'd', update: update('b', 1000 + round), userId: 'eva' };
    writing.push(server.engine.write([edit], storing));
    if (round % 5 === 0) await ana.roundTrip();
  }
  await Promise.all(writing);
  await ana.hears('durable', ({ durable }) => durable.frames === 40);
  const text = await textOf('d');
  expect([...text].filter((letter) => letter === 'b').length).toBe(40);
  expect([...text.replace('Hola', '')].filter((letter) => letter === 'a').length).toBe(40);
  ana.close();
});

test('[DU2] a text that is held takes nothing meanwhile, and asks for it when it is let go', async () => {
  await start();
  const ana = await rawClient(server, 'd', { token: 'ana', extended: true });
  ana.sendStepOne();
  await ana.hears('step two');
  ana.sendUpdate(update('antes ', 9));
  await ana.roundTrip();
  const from = ana.heard.length;
  const held = server.engine.hold('d', async ({ seq }) => {
    expect(await textOf('d')).toContain('antes ');
    ana.sendUpdate(update('durante ', 10));
    await ana.roundTrip();
    expect((await store.load('d'))?.lastSeq).toBe(seq);
    throw new AppError('freeze_blocked', { count: 1 });
  });
  await expect(held).rejects.toMatchObject({ code: 'freeze_blocked' });
  await ana.hears('step one', undefined, from);
  expect(await textOf('d')).not.toContain('durante');
  ana.sendStepTwo(update('durante ', 10));
  await ana.hears('durable', ({ durable }) => durable.frames === 3);
  expect(await textOf('d')).toContain('durante ');
  ana.close();
});
