// The bus of a node that is alone: there is nobody to tell, so nothing is carried.
import type { Bus } from '../realtime/ports.ts';

/** A bus between one node and itself. What is published is not heard by its own publisher, so nobody hears it. */
export function createLocalBus(): Bus {
  return {
    publish: () => undefined,
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
}
