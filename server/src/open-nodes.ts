// Joins this server to the others of its installation, where the settings say that there are any: the line between them, and records whose events
// are those of all. A server that is alone gets a line that leads nowhere, and the records of its store as they are.
import { createHash } from 'node:crypto';
import { createLocalBus } from './bus/local.ts';
import type { Bus } from './bus/bus.ts';
import { shareEvents } from './bus/shared-events.ts';
import type { Config } from './config.ts';
import type { RecordStore } from './storage/record-store.ts';
import type { Storage } from './storage/storage.ts';

export interface Nodes {
  readonly bus: Bus;
  /** Those of the store; their listeners hear of every node. */
  readonly records: RecordStore;
  close(): Promise<void>;
}

interface Parts {
  readonly storage: Storage;
  readonly onTrouble: (trouble: Error) => void;
  readonly onLine: (isUp: boolean) => void;
  readonly log: { warn(facts: object, sentence: string): void };
}

/** Where Redis is away it begins all the same: the line is a doorbell. Throws where the store cannot be read. */
export async function openNodes({ redisUrl }: Pick<Config, 'redisUrl'>, parts: Parts): Promise<Nodes> {
  const { storage, onTrouble, onLine, log } = parts;
  if (redisUrl === null) {
    const bus = createLocalBus();
    return { bus, records: storage.records, close: () => bus.close() };
  }
  const redis = placeOfRedis(redisUrl);
  // Only here: most servers never need it.
  const { createRedisBus } = await import('./bus/redis.ts');
  const bus = createRedisBus({
    url: redisUrl,
    prefix: prefixOf(redisUrl, storage.name),
    onTrouble,
    onLine: ({ isUp, reason }) => {
      onLine(isUp);
      if (isUp) log.warn({ redis }, 'The line to the other nodes carries.');
      else
        log.warn(
          { redis, reason },
          'The line to the other nodes is down; until it is back they read from the database what is new.',
        );
    },
  });
  try {
    const { database } = storage;
    const events = await shareEvents({ records: storage.records, database, bus, onTrouble });
    return {
      bus,
      records: events.records,
      close: async () => {
        events.close();
        await bus.close();
      },
    };
  } catch (error) {
    await bus.close();
    throw error;
  }
}

/** How a Redis is named in logs and on the terminal: without who may use it and how. */
export function placeOfRedis(url: string): string {
  const { host, pathname } = new URL(url);
  return `redis://${host}${pathname === '/' ? '' : pathname}`;
}

/** Channels of Redis know no database: the number at the end of its address, and the store, keep installations apart. */
function prefixOf(redisUrl: string, storeName: string): string {
  const number = new URL(redisUrl).pathname.slice(1) || '0';
  return `cocrea ${number} ${createHash('sha256').update(storeName).digest('hex').slice(0, 16)} `;
}
