// Twenty megabytes over one megabit a second, at its real length: almost three minutes down, and as long up, on one connection each.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openDevice } from '../support/device.ts';
import { startTamedProxy } from '../support/tamed-proxy.ts';
import { bornDocument, startEngine, storedDoc } from '../realtime/support/engine-server.ts';

const megabit = 1_000_000 / 8;
/** A part of one in the suite, where it takes seconds; `pnpm test:faults` asks for twenty. */
const megabytes = Number(process.env['COCREA_TEST_SLOW_MEGABYTES'] ?? 0.2);
/** Each under a clientID of its own: nobody writes five million letters under one (JU2). */
const chunk = 2_000_000;

function text(doc: Y.Doc, length: number): void {
  for (let at = 0; at < length; at += chunk) {
    const other = new Y.Doc();
    other.getText('text').insert(0, 'x'.repeat(Math.min(chunk, length - at)));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    other.destroy();
  }
}

test(`[WI5] ${megabytes} MB complete their first sync over 1 Mbit/s on one connection, down and up`, async () => {
  const length = megabytes * 1_000_000;
  const patience = 60_000 + (length / megabit) * 1_500;
  const server = await startEngine();
  const proxy = await startTamedProxy({ port: Number(new URL(server.wsUrl).port) });
  proxy.throttle(megabit);

  const written = new Y.Doc();
  text(written, length);
  for (const documentId of ['down', 'up']) await bornDocument(server.store, documentId);
  await server.store.append([{ documentId: 'down', seq: 2, at: 2, updates: [Y.encodeStateAsUpdate(written)], newClients: [] }]);
  const down = openDevice(proxy, 'down', { token: 'ana' });
  const up = openDevice(proxy, 'up', { token: 'eva', doc: written });
  const begun = performance.now();
  await Promise.all([down.waitFor(() => down.provider.synced, 'the text', patience), up.allDurable(patience)]);
  console.log(`slow line: ${megabytes} MB each way at 1 Mbit/s in ${Math.round((performance.now() - begun) / 1000)} s`);
  expect([down.attempts(), up.attempts()]).toEqual([1, 1]);
  expect(down.doc.getText('text').length).toBe(length);
  expect((await storedDoc(server.store, 'up')).getText('text').length).toBe(length);
  down.close();
  up.close();
  await proxy[Symbol.asyncDispose]();
  await server.stop();
});
