// Who is shown to whom, and as whom.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../support/clients.ts';
import { bornDocument, type EngineServer, startEngine } from './support/engine-server.ts';
import { rawClient } from './support/raw-client.ts';

let server: EngineServer;
beforeEach(async () => {
  server = await startEngine({ limits: { presencePerSecond: 10, presenceBytes: 1_000 } });
  await bornDocument(server.store, 'd');
});
afterEach(() => server.stop());

test('[JU5] name, colour and kind are those of the session, whatever the client says', async () => {
  const watcher = await rawClient(server, 'd', { token: 'eva' });
  const liar = await rawClient(server, 'd', { token: 'ana' });
  liar.sendPresence([
    { client: 5, clock: 1, state: { user: { userId: 'eva', name: 'Presidencia', color: 0 }, cursor: { anchor: 3 } } },
  ]);
  const { entries } = await watcher.hears('awareness', (heard) => heard.entries.some(({ client }) => client === 5));
  expect(entries.find(({ client }) => client === 5)?.state).toEqual({
    user: { userId: 'ana', name: 'Name of ana', color: 3, actorKind: 'ciudadania' },
    cursor: { anchor: 3 },
  });
  watcher.close();
  liar.close();
});

test('[JU5] nobody can speak for, move or remove another', async () => {
  const ana = await connect(server, 'd', { token: 'ana' });
  const eva = await connect(server, 'd', { token: 'eva' });
  ana.awareness.setLocalStateField('cursor', 1);
  await eva.waitFor(() => eva.awareness.getStates().get(ana.doc.clientID)?.['cursor'] === 1, 'Ana');
  const spoofer = await rawClient(server, 'd', { token: 'mal' });
  spoofer.sendPresence([{ client: ana.doc.clientID, clock: 1_000, state: { cursor: 666 } }]);
  spoofer.sendPresence([{ client: ana.doc.clientID, clock: 1_001, state: null }]);
  await spoofer.roundTrip();
  ana.awareness.setLocalStateField('cursor', 2);
  await eva.waitFor(() => eva.awareness.getStates().get(ana.doc.clientID)?.['cursor'] === 2, 'Ana moved by herself');
  spoofer.close();
  ana.close();
  eva.close();
});

test('[JU5] a person who is renamed is called so on the screens of the others', async () => {
  const ana = await connect(server, 'd', { token: 'ana' });
  const eva = await connect(server, 'd', { token: 'eva' });
  ana.awareness.setLocalStateField('cursor', 1);
  await eva.waitFor(() => eva.awareness.getStates().has(ana.doc.clientID), 'Ana');
  const told: string[][] = [];
  server.engine.onPresence(({ documentId }) => told.push(server.engine.presentIn(documentId).map(({ name }) => name)));
  server.allow('ana', 'write', 'Ana María');
  await eva.waitFor(
    () => (eva.awareness.getStates().get(ana.doc.clientID)?.['user'] as { name: string } | undefined)?.name === 'Ana María',
    'the new name',
  );
  expect(told.at(-1)).toEqual(['Ana María', 'Name of eva']);
  expect(server.engine.presentIn('d').map(({ userId }) => userId)).toEqual(['ana', 'eva']);
  ana.close();
  eva.close();
});

test('[JU7] more presence than allowed is thinned to the newest, and a state that is too large is not shown', async () => {
  const watcher = await rawClient(server, 'd', { token: 'eva' });
  const busy = await rawClient(server, 'd', { token: 'ana', extended: true });
  for (let clock = 1; clock <= 60; clock++) busy.sendPresence([{ client: 5, clock, state: { cursor: clock } }]);
  await watcher.hears('awareness', ({ entries }) =>
    entries.some(({ state }) => (state as { cursor?: number } | null)?.cursor === 60),
  );
  expect(watcher.count('awareness')).toBeLessThan(30);
  busy.sendPresence([{ client: 5, clock: 61, state: { cursor: 61, more: 'x'.repeat(2_000) } }]);
  expect((await busy.hears('notice')).notice).toEqual({ code: 'presence_too_large', details: { limit: 1_000 } });
  await busy.roundTrip();
  expect(busy.socket.readyState).toBe(1);
  watcher.close();
  busy.close();
});

test('a second tab of the same person is shown beside the first, and the first outlives it', async () => {
  const eva = await connect(server, 'd', { token: 'eva' });
  const first = await connect(server, 'd', { token: 'ana' });
  const second = await connect(server, 'd', { token: 'ana' });
  await eva.waitFor(() => [first, second].every(({ doc }) => eva.awareness.getStates().has(doc.clientID)), 'both tabs');
  expect(server.engine.presentIn('d').map(({ userId }) => userId)).toEqual(['eva', 'ana']);
  second.close();
  await eva.waitFor(() => !eva.awareness.getStates().has(second.doc.clientID), 'the second tab gone');
  expect(eva.awareness.getStates().has(first.doc.clientID)).toBe(true);
  first.close();
  eva.close();
});

test('[JU5] a second tab that echoes the first does not become it: each is shown, and each leaves with its own connection', async () => {
  const watcher = await rawClient(server, 'd', { token: 'eva' });
  const first = await rawClient(server, 'd', { token: 'ana' });
  const said = { client: 5, clock: 1, state: { cursor: 1 } };
  first.sendPresence([said]);
  await first.roundTrip();
  const second = await rawClient(server, 'd', { token: 'ana' });
  // As a stock client does: its own first, whose clock of 0 is answered; then what it heard of others, given back; then itself anew.
  second.sendPresence([{ client: 6, clock: 0, state: {} }]);
  second.sendPresence([said]);
  second.sendPresence([{ client: 6, clock: 1, state: { cursor: 2 } }]);
  await watcher.hears('awareness', ({ entries }) => entries.some(({ client, state }) => client === 6 && state !== null));
  first.close();
  await watcher.hears('awareness', ({ entries }) => entries.some(({ client, state }) => client === 5 && state === null));
  second.close();
  watcher.close();
});

test('presence that is no presence ends the connection', async () => {
  for (const state of [7, 'words', [1]]) {
    const client = await rawClient(server, 'd', { token: 'ana' });
    client.sendPresence([{ client: 9, clock: 1, state }]);
    expect(await client.closed()).toEqual({ code: 4400, reason: 'frame_malformed' });
  }
});
