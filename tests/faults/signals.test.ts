// Being asked to stop, in the middle of work: flush, say goodbye, end in time, and have everything afterwards.
import { once } from 'node:events';
import { connect as connectTo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { closeCodeOf } from '@cocrea/shared/errors.ts';
import { connect } from '../support/clients.ts';
import { createNote } from '../support/note.ts';
import { printedRandom } from '../support/random.ts';
import { demoLab, startServer } from '../support/server.ts';
import { connectWitness } from '../support/witness.ts';
import { createWriter, textOf } from './ledger.ts';

test('[DU6] SIGTERM under load ends in time, tells the clients, and loses nothing', async () => {
  await using server = await startServer();
  const random = printedRandom('SIGTERM');
  const tokens = [await server.token('facilitator'), await server.token('note_taker'), await server.token('consolidator')];
  const documentId = await createNote(server, tokens[0] ?? '');
  const codes: number[] = [];
  const writers = await Promise.all(
    tokens.map(async (token, index) => {
      const witness = await connectWitness(server, documentId, { token, maxBackoffTime: 200 });
      witness.provider.on('connection-close', (event) => {
        if (event) codes.push(event.code);
      });
      return createWriter('abc'[index] ?? '', witness, random);
    }),
  );
  const typing = setInterval(() => writers.forEach((writer) => writer.write()), 2);
  const [first] = writers;
  await first?.witness.waitFor(() => first.witness.acknowledged() > 100, 'a good deal is written');

  const ended = await server.stop();

  expect(ended).toMatchObject({ code: 0, signal: null });
  expect(ended?.milliseconds).toBeLessThan(10_000);
  expect(codes.slice(0, writers.length)).toEqual(writers.map(() => closeCodeOf('restarting')));

  await server.restart();
  await Promise.all(
    writers.map(({ witness }) => witness.waitFor(() => witness.provider.synced, 'the clients come back by themselves')),
  );
  clearInterval(typing);
  await Promise.all(writers.map(({ witness }) => witness.allAcknowledged()));
  const stranger = await connect(server, documentId, { token: tokens[0] ?? '' });
  for (const writer of writers) expect(writer.differencesIn(textOf(stranger.doc))).toEqual([]);
  stranger.close();
  for (const { witness } of writers) witness.close();
});

test('[DU6] who went out of range hears no goodbye, and nothing waits for them', async () => {
  await using server = await startServer();
  const token = await server.token('facilitator');
  const documentId = await createNote(server, token);
  const feed = `/feed?lab=${demoLab}&token=${token}`;
  const silent = await Promise.all([
    knock(server.port, { path: feed, answer: 101 }),
    knock(server.port, { path: `/sync/${documentId}?token=${token}`, answer: 101 }),
    knock(server.port, { path: '/nowhere', answer: 404 }),
    ...Array.from({ length: 150 }, () => knock(server.port, { path: feed, answer: 101 })),
  ]);

  const ended = await server.stop();

  expect(ended).toMatchObject({ code: 0, signal: null });
  expect(server.output()).toContain('Todo quedó guardado.');
  for (const socket of silent) socket.destroy();
});

/** Asks for a WebSocket and says nothing more, not even that it ends when the other side does. Resolves when it was answered. */
async function knock(port: number, { path, answer }: { path: string; answer: number }): Promise<Socket> {
  const socket = connectTo({ port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => undefined);
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2luIHNlw7FhbCBhcXXDrQ==\r\n\r\n',
  );
  const [head] = (await once(socket, 'data')) as [Buffer];
  expect(head.toString('latin1')).toMatch(new RegExp(`^HTTP/1\\.1 ${answer}`));
  return socket;
}
