// What people delete is told with the row that holds it, by person, after it is on disk; what the house writes is not anybody's deletion.
import type { Append } from '@cocrea/server/src/storage/document-store.ts';
import type { CommittedText, DeletedInRow } from '@cocrea/server/src/realtime/ports.ts';
import type { Recorded } from '@cocrea/server/src/storage/record-store.ts';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bornDocument, type EngineServer, startEngine, storedDoc } from './support/engine-server.ts';
import { type GatedStore, gatedStore } from './support/gated-store.ts';
import { rawClient } from './support/raw-client.ts';

let server: EngineServer;
let store: GatedStore;
afterEach(() => server.stop());

test('[CO3] who deleted what is told with its row, once it is stored', async () => {
  store = gatedStore();
  server = await startEngine({ store });
  await bornDocument(store, 'd', 'Hola a todas');
  const told: { row: CommittedText; lastSeq: number | undefined }[] = [];
  const deleted = (): DeletedInRow[] => told.flatMap(({ row }) => row.deleted);
  server.engine.onTextCommitted((row) => {
    void store.load('d').then((stored) => told.push({ row, lastSeq: stored?.lastSeq }));
  });
  /** An update that deletes so many characters at the beginning of what is stored. */
  const deletion = async (characters: number): Promise<Uint8Array> => {
    const doc = await storedDoc(store, 'd');
    let made = new Uint8Array();
    doc.on('update', (update) => {
      made = update as Uint8Array<ArrayBuffer>;
    });
    doc.getText('text').delete(0, characters);
    return made;
  };
  const ana = await rawClient(server, 'd', { token: 'ana', extended: true });
  ana.sendStepOne();
  await ana.hears('step two');
  ana.sendUpdate(await deletion(5));
  await ana.hears('durable', ({ durable }) => durable.frames === 1);
  await expect.poll(() => told.length).toBe(1);
  expect(deleted().map(({ userId }) => userId)).toEqual(['ana']);
  expect(deleted()[0]?.ranges.slice(1)).toEqual([0, 5]);
  expect(told[0]?.lastSeq).toBeGreaterThanOrEqual(told[0]?.row.seq ?? Number.POSITIVE_INFINITY);
  // What only writes deletes nothing, and the house is nobody.
  const storing = async (rows: readonly Append[]): Promise<Recorded> => {
    await store.append(rows);
    return { outcome: 'recorded', events: [] };
  };
  const writing = Object.assign(new Y.Doc(), { clientID: 77 });
  writing.getText('text').insert(0, 'más');
  ana.sendUpdate(Y.encodeStateAsUpdate(writing));
  await ana.hears('durable', ({ durable }) => durable.frames === 2);
  await server.engine.write([{ documentId: 'd', update: await deletion(3), userId: 'eva' }], storing);
  await expect.poll(() => told.length).toBe(3);
  expect(deleted()).toHaveLength(1);
  ana.close();
});
