// The line between nodes over Redis: topics are channels. One connection says, another hears, and a beat that goes out on the one and must come
// back on the other tells whether the line carries. Nothing is kept while it does not: only of which topics something was lost is
// remembered, so that those who listen to them read the store again.
import { randomBytes } from 'node:crypto';
import { Redis, type RedisOptions } from 'ioredis';
import { Audience, type TopicAudience } from './audience.ts';
import type { Bus } from './bus.ts';
import { envelope, opened } from './envelope.ts';

export interface RedisBusSettings {
  /** `redis://user:password@host:6379/0`. */
  readonly url: string;
  /** Begins the name of every channel: the same on all nodes of an installation, and of no other that may use this Redis. */
  readonly prefix: string;
  /** Hears of listeners that failed. */
  readonly onTrouble: (trouble: Error) => void;
  /** Told when the line went down (at the start too) and when it is back, once each. */
  readonly onLine: (line: { readonly isUp: boolean; readonly reason: string }) => void;
}

/** Milliseconds from one beat to the next, and how many may be out before the line is given up and made anew. */
const [beatEvery, beatsOut] = [500, 4];
/** Milliseconds. */
const patience = { connect: 2_000, goodbye: 500 } as const;
/** Milliseconds between two tries, at most. They drift apart, so that nodes do not come back all at once. */
const longestPause = 2_000;
/** Bytes said and not taken yet, beyond which more is lost: Redis, or the way to it, does not keep up. */
const mostOut = 16 * 1024 * 1024;

const options = {
  enableOfflineQueue: false,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  // What was not answered when a connection ends fails at once.
  maxRetriesPerRequest: 0,
  connectTimeout: patience.connect,
  disconnectTimeout: 100,
  keepAlive: 10_000,
  retryStrategy: (times: number) => Math.min(longestPause, 50 * 2 ** times) * (0.5 + Math.random() / 2),
} satisfies RedisOptions;

export function createRedisBus({ url, prefix, onTrouble, onLine }: RedisBusSettings): Bus {
  const me = randomBytes(16);
  const beatChannel = `${prefix}beat ${me.toString('hex')}`;
  const channelOf = (topic: string): string => `${prefix}topic ${topic}`;
  const topicAt = channelOf('').length;
  const audience = new Audience(onTrouble);
  /** Of which something was said that may have reached nobody. */
  const lostTopics = new Set<string>();
  const mouth = new Redis(url, options);
  const ear = new Redis(url, options);
  let unanswered = 0;
  let carries = false;
  let told: boolean | null = null;
  let reason = '';
  let bytesOut = 0;
  let closed = false;

  const become = (isUp: boolean): void => {
    carries = isUp;
    if (told === isUp || closed) return;
    told = isUp;
    onLine({ isUp, reason: isUp ? '' : reason });
  };

  const say = (topic: string, bytes: Buffer): void => {
    if (mouth.status !== 'ready' || bytesOut > mostOut) {
      lostTopics.add(topic);
      return;
    }
    bytesOut += bytes.length;
    mouth.publish(channelOf(topic), bytes).then(
      () => (bytesOut -= bytes.length),
      () => {
        bytesOut -= bytes.length;
        lostTopics.add(topic);
      },
    );
  };

  const beat = (): void => {
    if (unanswered >= beatsOut) {
      reason ||= 'Redis does not answer';
      become(false);
      unanswered = 0;
      // Those that are not connected are trying already.
      for (const side of [mouth, ear]) if (side.status === 'ready' || side.status === 'connect') side.disconnect(true);
    }
    unanswered += 1;
    if (mouth.status === 'ready') mouth.publish(beatChannel, '').catch(() => undefined);
  };

  const listen = async (audiences: readonly TopicAudience[]): Promise<void> => {
    await ear.subscribe(...audiences.map(({ topic }) => channelOf(topic)));
    for (const each of audiences) if (audience.of(each.topic) === each) each.begin();
  };
  /** What cannot be listened to now: the connection begins anew, and everything with it. */
  const startOver = (error: unknown): void => {
    reason = String(error);
    if (!closed && ear.status === 'ready') ear.disconnect(true);
  };

  ear.on('ready', () => {
    unanswered = 0;
    const asked = audience.all();
    const listening = async (): Promise<void> => {
      await ear.subscribe(beatChannel);
      if (asked.length > 0) await listen(asked);
      beat();
    };
    listening().catch(startOver);
  });
  ear.on('messageBuffer', (channel: Buffer, bytes: Buffer) => {
    const name = channel.toString();
    if (name === beatChannel) {
      unanswered = 0;
      // The last one of a connection that is gone tells nothing.
      if (mouth.status !== 'ready') return;
      reason = '';
      become(true);
      return;
    }
    const said = opened(bytes);
    if (said === null || me.equals(said.sender)) return;
    const there = audience.of(name.slice(topicAt));
    if (said.message === null) there?.begin();
    else there?.hear(said.message);
  });
  mouth.on('ready', () => {
    unanswered = 0;
    const topics = [...lostTopics];
    lostTopics.clear();
    for (const topic of topics) say(topic, envelope(me, null));
    beat();
  });
  for (const side of [mouth, ear]) {
    side.on('error', (error: Error) => {
      reason = error.message;
    });
    side.on('close', () => {
      if (side === ear) audience.interrupt();
      become(false);
    });
  }
  const beating = setInterval(beat, beatEvery);
  beating.unref();

  return {
    isShared: true,
    get isUp() {
      return carries;
    },
    publish: (topic, message) => {
      if (!closed) say(topic, envelope(me, message));
    },
    subscribe: (topic, listener) =>
      audience.add(topic, listener, {
        onFirst: (first) => {
          if (ear.status === 'ready') listen([first]).catch(startOver);
        },
        onLast: () => {
          if (ear.status === 'ready') ear.unsubscribe(channelOf(topic)).catch(() => undefined);
        },
      }),
    close: async () => {
      if (closed) return;
      closed = true;
      carries = false;
      clearInterval(beating);
      const goodbye = mouth.status === 'ready' ? mouth.quit() : Promise.resolve();
      const enough = new Promise((resolve) => setTimeout(resolve, patience.goodbye).unref());
      await Promise.race([goodbye.catch(() => undefined), enough]);
      mouth.disconnect();
      ear.disconnect();
    },
  };
}
