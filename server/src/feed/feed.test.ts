// How many screens of one person may be open, when all of them ask in the same moment.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createLocalBus } from '../bus/local.ts';
import { createFeed, type FeedOptions } from './feed.ts';

test('screens that are let in together are still counted one by one, and a place is free when its screen closes', async () => {
  const { promise: together, resolve: letIn } = Promise.withResolvers<string>();
  let asking = 0;
  const forever = () => () => true;
  const feed = createFeed({
    records: { events: async () => [], onEvents: forever },
    access: {
      identify: () => {
        asking += 1;
        if (asking === 8) letIn('somebody');
        return together;
      },
      refusalOf: async () => null,
      onChanged: forever,
    },
    people: { describe: async () => [], labOf: async () => null, documentsOf: async () => [] },
    rooms: { onTextCommitted: forever, onEdited: forever, onPresence: forever, presentIn: () => [] },
    bus: createLocalBus(),
    now: Date.now,
    limits: { feedsPerPerson: 2, feedsPerAddress: 100, feedQueueBytes: 1_000_000 },
    log: { warn: () => undefined },
    originAllowed: () => true,
    addressOf: () => 'here',
  } satisfies FeedOptions);
  const server = createServer().on('upgrade', (...upgrade) => feed.handleUpgrade(...upgrade));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const knock = () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/feed?lab=lab`);
    return new Promise<WebSocket | null>((resolve) => socket.on('open', () => resolve(socket)).on('error', () => resolve(null)));
  };

  const screens = (await Promise.all(Array.from({ length: 8 }, knock))).filter((screen) => screen !== null);
  expect(screens).toHaveLength(2);
  screens[0]?.terminate();
  await expect.poll(knock).not.toBeNull();
  feed.close();
  server.closeAllConnections();
  server.close();
});
