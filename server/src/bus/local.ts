// The bus of a node that is alone: there is nobody to tell, so nothing is carried.
import type { Bus } from './bus.ts';

export function createLocalBus(): Bus {
  return {
    isShared: false,
    isUp: true,
    publish: () => undefined,
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
}
