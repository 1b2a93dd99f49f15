// A large text over a slow line: what would be minutes of silence in one frame is a sign of life every moment in parts. Time passes forty
// times as fast as the line carries, so that what takes seconds here is what 20 MB at 1 Mbit/s take against the timeouts of both sides.
import { pass } from './support/fast-time.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Device } from '../support/device.ts';
import { startTamedProxy, type TamedProxy } from '../support/tamed-proxy.ts';
import { bornDocument, type EngineServer, startEngine, storedDoc } from './support/engine-server.ts';

// Imported after the clock was taken hold of: lib0 keeps `Date.now`.
const { openDevice } = await import('../support/device.ts');

const length = 2_000_000;
const bytesPerSecond = 500_000;
const faster = 40;

let server: EngineServer;
let proxy: TamedProxy;
beforeEach(async () => {
  server = await startEngine();
  proxy = await startTamedProxy({ port: Number(new URL(server.wsUrl).port) });
});
afterEach(async () => {
  await proxy[Symbol.asyncDispose]();
  await server.stop();
});

/** Lets time pass until the promise is settled. */
async function hurry<T>(promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const settled = promise.finally(() => {
    isSettled = true;
  });
  settled.catch(() => undefined);
  while (!isSettled)
    await pass(1_000, { step: 1_000, settle: () => new Promise((resolve) => setTimeout(resolve, 1_000 / faster)) });
  return settled;
}

function device(doc: Y.Doc): Device {
  return openDevice(proxy, 'd', { token: 'ana', doc });
}

test('[WI5] a first sync that takes minutes on a slow line completes on its first connection', async () => {
  await bornDocument(server.store, 'd', 'x'.repeat(length));
  proxy.throttle(bytesPerSecond);
  const begun = Date.now();
  const client = device(new Y.Doc());
  await hurry(client.waitFor(() => client.provider.synced, 'first sync'));
  // Far longer than either side waits for a silent one.
  expect(Date.now() - begun).toBeGreaterThan(90_000);
  expect(client.attempts()).toBe(1);
  expect(client.doc.getText('text').length).toBe(length);
  client.close();
});

test('[WI5] what was written offline goes up a slow line on its first connection', async () => {
  await bornDocument(server.store, 'd');
  proxy.throttle(bytesPerSecond);
  const begun = Date.now();
  const offline = new Y.Doc();
  offline.getText('text').insert(0, 'x'.repeat(length));
  const client = device(offline);
  await hurry(client.allDurable());
  expect(Date.now() - begun).toBeGreaterThan(90_000);
  expect(client.attempts()).toBe(1);
  expect((await storedDoc(server.store, 'd')).getText('text').length).toBe(length);
  client.close();
});
