// Five minutes in which nobody does anything, with stock clients whose clock is sped up together with the server's.
import { pass } from './support/fast-time.ts';
import type { WebSocket } from 'ws';
import { expect, test, vi } from 'vitest';

const { connect } = await import('../support/clients.ts');
const { bornDocument, startEngine } = await import('./support/engine-server.ts');
const { rawClient } = await import('./support/raw-client.ts');

test('[WI2] stock clients idle for five minutes stay connected, stay visible, and cost one combined refresh every 20 s', async () => {
  const server = await startEngine({ timing: { sweep: 1_000 } });
  await bornDocument(server.store, 'd');
  const people = await Promise.all(['ana', 'eva', 'sol'].map((token) => connect(server, 'd', { token })));
  const watcher = await rawClient(server, 'd', { token: 'watcher' });
  const lost: string[] = [];
  for (const { provider, awareness, doc } of people) {
    provider.on('status', ({ status }: { status: string }) => lost.push(status));
    awareness.on('change', ({ removed }: { removed: number[] }) =>
      lost.push(...removed.map((client) => `${client} gone for ${doc.clientID}`)),
    );
  }
  const seesEverybody = ({ awareness }: (typeof people)[number]): boolean =>
    people.every(({ doc }) => awareness.getStates().has(doc.clientID));
  for (const person of people) await person.waitFor(() => seesEverybody(person), 'everybody');
  const settle = async (): Promise<void> => {
    // Each socket in turn: what a client sent is taken, then what that made the server send to all is here.
    for (let turn = 0; turn < 2; turn++) {
      for (const { provider } of people) await pong(provider.ws as unknown as WebSocket);
      await watcher.roundTrip();
    }
  };
  await settle();
  lost.length = 0;
  const begun = watcher.count('awareness');
  await pass(300_000, { step: 3_000, settle });
  expect(lost).toEqual([]);
  expect(people.every(seesEverybody)).toBe(true);
  const refreshes = watcher.heard.filter((heard) => heard.kind === 'awareness').slice(begun);
  const told = refreshes.filter((heard) => heard.kind === 'awareness' && heard.entries.length > 0);
  expect(told.length).toBeGreaterThanOrEqual(10);
  expect(told.length).toBeLessThanOrEqual(15);
  expect(told.every((heard) => heard.kind === 'awareness' && heard.entries.length === 3)).toBe(true);
  for (const person of people) person.close();
  watcher.close();
  vi.useRealTimers();
  await server.stop();
});

function pong(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('pong', () => resolve());
    socket.ping();
  });
}
