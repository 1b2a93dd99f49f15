// The line over Redis keeps the promises of the port, also where Redis is not there, goes silent or is ended.
import { randomBytes } from 'node:crypto';
import type { Bus } from '@cocrea/server/src/bus/bus.ts';
import { createRedisBus } from '@cocrea/server/src/bus/redis.ts';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { installedProgram, startRedis } from '../support/redis.ts';
import { startTamedProxy, type TamedProxy } from '../support/tamed-proxy.ts';
import { busContract, type NodeUnderTest } from './bus.contract.ts';

const redis = inject('redis');
const program = installedProgram();

interface Line {
  readonly isUp: boolean;
  readonly reason: string;
}

function openBus(
  url: string,
  {
    prefix = newPrefix(),
    lines = [],
    onTrouble = () => undefined,
    onLine = (line) => lines.push(line),
  }: {
    prefix?: string;
    lines?: Line[];
    onTrouble?: ((trouble: Error) => void) | undefined;
    onLine?: (line: Line) => unknown;
  } = {},
): Bus {
  return createRedisBus({ url, prefix, onTrouble, onLine });
}

function newPrefix(): string {
  return `cocrea test ${randomBytes(6).toString('hex')} `;
}

/** The same Redis, by a way that can be spoilt. */
async function spoilable(url: string): Promise<{ url: string; proxy: TamedProxy }> {
  const way = new URL(url);
  const proxy = await startTamedProxy({ port: Number(way.port || '6379'), host: way.hostname });
  way.hostname = '127.0.0.1';
  way.port = String(proxy.port);
  return { url: way.href, proxy };
}

/** Resolves with the first message of the topic. */
async function heardOn(bus: Bus, topic: string): Promise<{ message: Promise<string>; listening: () => number }> {
  let told = 0;
  const { promise: message, resolve } = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<null>();
  bus.subscribe(topic, {
    hear: (bytes) => resolve(Buffer.from(bytes).toString()),
    listening: () => {
      told += 1;
      begun.resolve(null);
    },
  });
  await begun.promise;
  return { message, listening: () => told };
}

describe.skipIf(redis === null)(`Redis (${inject('aboutRedis')})`, () => {
  busContract('Redis', async () => {
    const prefix = newPrefix();
    const closing: (() => PromiseLike<void>)[] = [];
    return {
      node: async (onTrouble): Promise<NodeUnderTest> => {
        const { url, proxy } = await spoilable(redis ?? '');
        const up = Promise.withResolvers<null>();
        const bus = openBus(url, { prefix, onTrouble, onLine: ({ isUp }) => isUp && up.resolve(null) });
        closing.push(async () => {
          await bus.close();
          await proxy[Symbol.asyncDispose]();
        });
        await up.promise;
        return { bus, cut: proxy.refuse, restore: proxy.restore };
      },
      close: async () => void (await Promise.all(closing.map((close) => close()))),
    };
  });

  test('[NO3] a line that dies without a word is known to be down, and made anew', async () => {
    const { url, proxy } = await spoilable(redis ?? '');
    const prefix = newPrefix();
    const lines: Line[] = [];
    const [near, far] = [openBus(url, { prefix, lines }), openBus(redis ?? '', { prefix })];
    onTestFinished(async () => {
      await Promise.all([near.close(), far.close()]);
      await proxy[Symbol.asyncDispose]();
    });
    await expect.poll(() => near.isUp && far.isUp).toBe(true);
    const [here, there] = [await heardOn(near, 'a'), await heardOn(far, 'a')];
    // Half open: what Redis says arrives, what is said to it does not.
    proxy.swallow();
    near.publish('a', Buffer.from('lost'));
    await expect.poll(() => near.isUp).toBe(false);
    proxy.restore();
    await expect.poll(() => [near.isUp, here.listening(), there.listening()]).toEqual([true, 2, 2]);
    proxy.freeze();
    await expect.poll(() => near.isUp).toBe(false);
    proxy.cut();
    proxy.restore();
    await expect.poll(() => near.isUp).toBe(true);
    near.publish('a', Buffer.from('here again'));
    expect(await there.message).toBe('here again');
    expect(lines.map(({ isUp }) => isUp)).toEqual([true, false, true, false, true]);
    expect(lines[1]?.reason).toMatch(/does not answer/);
  });

  test('installations with other channels do not hear each other at the same Redis', async () => {
    const prefix = newPrefix();
    const [ours, alsoOurs, another] = [openBus(redis ?? '', { prefix }), openBus(redis ?? '', { prefix }), openBus(redis ?? '')];
    onTestFinished(async () => void (await Promise.all([ours, alsoOurs, another].map((bus) => bus.close()))));
    await expect.poll(() => ours.isUp && another.isUp).toBe(true);
    const heard = await heardOn(alsoOurs, 'a');
    another.publish('a', Buffer.from('of another'));
    ours.publish('a', Buffer.from('ours'));
    expect(await heard.message).toBe('ours');
  });

  test('[NO3] a Redis that takes less than is said loses the rest and keeps nothing of it', async () => {
    const { url, proxy } = await spoilable(redis ?? '');
    const prefix = newPrefix();
    const [near, far] = [openBus(url, { prefix }), openBus(redis ?? '', { prefix })];
    onTestFinished(async () => {
      await Promise.all([near.close(), far.close()]);
      await proxy[Symbol.asyncDispose]();
    });
    await expect.poll(() => near.isUp && far.isUp).toBe(true);
    const there = await heardOn(far, 'a');
    proxy.freeze();
    const before = process.memoryUsage().arrayBuffers;
    for (let said = 0; said < 256; said += 1) near.publish('a', new Uint8Array(1_048_576));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(128 * 1_048_576);
    proxy.cut();
    proxy.restore();
    // Something was lost: whoever listens is told to look.
    await expect.poll(() => there.listening()).toBeGreaterThan(1);
    await expect.poll(() => near.isUp).toBe(true);
  });
});

describe('a Redis of our own', () => {
  test('[NO3] is not there at the start, comes, is killed and comes back', async ({ skip }) => {
    if (program === null) skip('This machine has no program of Redis that could be started.');
    const first = await startRedis(program ?? '');
    await first.stop();
    const lines: Line[] = [];
    const prefix = newPrefix();
    const [one, two] = [openBus(first.url, { prefix, lines }), openBus(first.url, { prefix })];
    onTestFinished(async () => void (await Promise.all([one.close(), two.close()])));
    await expect.poll(() => lines).toEqual([{ isUp: false, reason: expect.stringContaining('ECONNREFUSED') as string }]);
    const told = { one: 0, two: 0 };
    const heard: string[] = [];
    one.subscribe('a', { hear: () => undefined, listening: () => (told.one += 1) });
    two.subscribe('a', { hear: (bytes) => heard.push(Buffer.from(bytes).toString()), listening: () => (told.two += 1) });
    one.publish('a', Buffer.from('to nobody'));
    expect([one.isUp, told.one, told.two]).toEqual([false, 0, 0]);

    const second = await startRedis(program ?? '', first.port);
    await expect.poll(() => one.isUp && two.isUp && told.one > 0 && told.two > 0).toBe(true);
    one.publish('a', Buffer.from('first'));
    await expect.poll(() => heard).toEqual(['first']);
    await second.stop();
    await expect.poll(() => one.isUp || two.isUp).toBe(false);
    const before = { ...told };
    const third = await startRedis(program ?? '', first.port);
    onTestFinished(() => third.stop());
    await expect.poll(() => one.isUp && two.isUp && told.one > before.one && told.two > before.two).toBe(true);
    one.publish('a', Buffer.from('second'));
    await expect.poll(() => heard).toEqual(['first', 'second']);
    expect(lines.map(({ isUp }) => isUp)).toEqual([false, true, false, true]);
  });
});
