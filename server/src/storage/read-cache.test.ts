// What is kept is what was read, for its seconds and until somebody forgets it; a failure never is.
import { expect, test } from 'vitest';
import { createReadCache, type ReadCache } from './read-cache.ts';

function counted(): { cache: ReadCache<number>; read: () => Promise<number>; pass: (milliseconds: number) => void } {
  let now = 1_000;
  let loads = 0;
  const cache = createReadCache<number>(() => now);
  return { cache, read: () => cache.read('one', async () => ++loads), pass: (milliseconds) => void (now += milliseconds) };
}

test('many who ask at once are one read, kept for five seconds', async () => {
  const { read, pass } = counted();
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
  pass(4_999);
  expect(await read()).toBe(1);
  pass(1);
  expect(await read()).toBe(2);
});

test('what is forgotten is read anew', async () => {
  const { cache, read } = counted();
  expect(await read()).toBe(1);
  cache.forget('another');
  expect(await read()).toBe(1);
  cache.forget('one');
  expect(await read()).toBe(2);
});

test('a failure is told to all who asked, and not kept', async () => {
  const { cache, read } = counted();
  const failing = (): Promise<number> => Promise.reject(new Error('the store is away'));
  const asked = [cache.read('one', failing), cache.read('one', async () => 7)];
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await read()).toBe(1);
});

test('a read that fails late does not take away the one that came after it', async () => {
  const { cache, read } = counted();
  let fail: (reason: Error) => void = () => undefined;
  const first = cache.read('one', () => new Promise<number>((_resolve, reject) => (fail = reject)));
  cache.forget('one');
  expect(await read()).toBe(1);
  fail(new Error('too late'));
  await expect(first).rejects.toThrow('too late');
  expect(await read()).toBe(1);
});
