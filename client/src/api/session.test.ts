// Who one is: shown at once as this device knew it, asked patiently, and never taken back by an answer that is older than what one did since.
import type { Session } from '@cocrea/shared/api/session.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as sessionModule from './session.ts';

const stored = new Map<string, string>();
const listeners = new Map<string, () => void>();
const session = (personId: string): Session => ({
  me: { personId, name: 'Ana', color: 0, account: false, version: 1, memberships: [] },
  demoEntry: false,
});
const nobody: Session = { me: null, demoEntry: true };

/** What was asked and waits for its answer, in order. */
let waiting: { answer: (session: Session) => void; fail: () => void }[];

beforeEach(() => {
  vi.useFakeTimers();
  stored.clear();
  listeners.clear();
  waiting = [];
  const listen = (name: string, listener: () => void): void => void listeners.set(name, listener);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal('addEventListener', listen);
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: listen });
  vi.stubGlobal('fetch', () => {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    waiting.push({
      answer: (said) => resolve(Response.json(said)),
      fail: () => reject(new TypeError('Failed to fetch')),
    });
    return promise;
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function opened(): Promise<typeof sessionModule> {
  vi.resetModules();
  const module = await import('./session.ts');
  module.startSession();
  return module;
}

/** Lets whatever was answered be worked off. */
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

test('who this device knew is shown at once after a reload, and asked again', async () => {
  (await opened()).beginAs(session('ana'));
  const asked = waiting.length;
  const { sessionNow } = await opened();
  expect(sessionNow()).toEqual(session('ana'));
  expect(waiting).toHaveLength(asked + 1);
});

test('a server that is not reached is asked twice more, and what was known still stands', async () => {
  (await opened()).beginAs(session('ana'));
  waiting = [];
  const { personNow, freshenSession } = await opened();
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    expect(waiting).toHaveLength(attempt);
    waiting.at(-1)?.fail();
    await vi.advanceTimersByTimeAsync(2000);
  }
  expect(waiting).toHaveLength(3);
  expect(personNow()).toBe('ana');
  freshenSession();
  expect(waiting).toHaveLength(4);
});

test('coming back asks again only what was said a while ago', async () => {
  await opened();
  waiting[0]?.answer(session('ana'));
  await settled();
  listeners.get('visibilitychange')?.();
  expect(waiting).toHaveLength(1);
  vi.advanceTimersByTime(31_000);
  listeners.get('visibilitychange')?.();
  expect(waiting).toHaveLength(2);
});

test('the network’s return asks what was asked in vain, however fresh the answer before', async () => {
  const { askWhoIAm } = await opened();
  waiting[0]?.answer(session('ana'));
  await settled();
  listeners.get('online')?.();
  expect(waiting).toHaveLength(1);
  void askWhoIAm();
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    waiting.at(-1)?.fail();
    await vi.advanceTimersByTimeAsync(2000);
  }
  expect(waiting).toHaveLength(4);
  listeners.get('online')?.();
  expect(waiting).toHaveLength(5);
});

test('whoever enters while the server is being asked stays who they are', async () => {
  const { beginAs, personNow } = await opened();
  beginAs(session('ana'));
  waiting[0]?.answer(nobody);
  await settled();
  expect(personNow()).toBe('ana');
});

test('of two questions the later one counts, in whatever order they are answered', async () => {
  const { askWhoIAm, personNow } = await opened();
  void askWhoIAm();
  waiting[1]?.answer(session('beto'));
  await settled();
  waiting[0]?.answer(session('ana'));
  await settled();
  expect(personNow()).toBe('beto');
});

test('another person, entered in another tab, is told before anything is shown, and the one before is forgotten', async () => {
  const { beginAs, askWhoIAm, onAnotherPerson } = await opened();
  beginAs(session('ana'));
  stored.set('cocrea.answers', 'of ana');
  const told = vi.fn();
  onAnotherPerson(told);
  void askWhoIAm();
  waiting.at(-1)?.answer(session('ana'));
  await settled();
  expect(told).not.toHaveBeenCalled();
  expect(stored.has('cocrea.answers')).toBe(true);
  void askWhoIAm();
  waiting.at(-1)?.answer(session('beto'));
  await settled();
  expect(told).toHaveBeenCalledOnce();
  expect([...stored.values()].join()).not.toContain('ana');
});

test('an answer that says nothing new is the same object, so that nothing is drawn again', async () => {
  const { beginAs, sessionNow } = await opened();
  beginAs(session('ana'));
  const before = sessionNow();
  beginAs(session('ana'));
  expect(sessionNow()).toBe(before);
});

test('a passer-by is kept nowhere', async () => {
  const { sessionNow } = await opened();
  waiting[0]?.answer(nobody);
  await settled();
  expect(sessionNow()).toEqual(nobody);
  expect(stored.size).toBe(0);
});
