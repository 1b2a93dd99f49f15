// The hub of one process keeps the promises of the line between nodes; a node that is alone has a line that leads nowhere.
import { createLocalBus, createLocalHub } from '@cocrea/server/src/bus/local.ts';
import { expect, test } from 'vitest';
import { busContract } from './bus.contract.ts';

busContract('hub', async () => {
  const hub = createLocalHub();
  return {
    node: async (onTrouble) => {
      const bus = hub.node(onTrouble);
      return { bus, cut: bus.cut, restore: bus.restore };
    },
    close: async () => undefined,
  };
});

test('who is alone tells nobody and waits for nobody', async () => {
  const bus = createLocalBus();
  const never = (): void => expect.unreachable();
  const stop = bus.subscribe('a', { hear: never, listening: never });
  bus.publish('a', Uint8Array.of(1));
  stop();
  await bus.close();
  expect([bus.isShared, bus.isUp]).toEqual([false, true]);
});
