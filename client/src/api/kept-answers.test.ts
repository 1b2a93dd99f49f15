// What a device keeps belongs to one person, survives asking in vain, and is gone when they leave.
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepAnswers, startOver } from './kept-answers.ts';
import { labKey, peopleKey, sessionKey } from './keys.ts';

const stored = new Map<string, string>();
const session = (personId: string) => ({
  me: { personId, name: 'Ana', color: 0, account: false, version: 1, memberships: [] },
  demoEntry: false,
});

beforeEach(() => {
  vi.useFakeTimers();
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function reopened(): QueryClient {
  const client = new QueryClient();
  keepAnswers(client);
  return client;
}

test('session and lab are there again after a reload; lists of people are not kept', () => {
  const before = reopened();
  before.setQueryData(sessionKey, session('ana'));
  before.setQueryData(labKey('lab'), { seq: 7 });
  before.setQueryData(peopleKey('lab'), { people: [] });
  vi.advanceTimersByTime(1500);
  const after = reopened();
  expect(after.getQueryData(sessionKey)).toMatchObject({ me: { personId: 'ana' } });
  expect(after.getQueryData(labKey('lab'))).toEqual({ seq: 7 });
  expect(after.getQueryData(peopleKey('lab'))).toBeUndefined();
});

test('an answer stays kept when asking again fails', async () => {
  const before = reopened();
  before.setQueryData(sessionKey, session('ana'));
  await before
    .fetchQuery({ queryKey: sessionKey, queryFn: () => Promise.reject(new Error('offline')), retry: false })
    .catch(() => undefined);
  vi.advanceTimersByTime(1500);
  const after = reopened();
  expect(after.getQueryState(sessionKey)).toMatchObject({ data: { me: { personId: 'ana' } }, error: null });
});

test('an answer known to be out of date is asked again after a reload', async () => {
  const before = reopened();
  before.setQueryData(sessionKey, session('ana'));
  before.setQueryData(labKey('lab'), { seq: 7 });
  await before.invalidateQueries({ queryKey: labKey('lab'), refetchType: 'none' });
  vi.advanceTimersByTime(1500);
  const after = reopened();
  const asked = vi.fn(() => Promise.resolve({ seq: 8 }));
  await expect(after.fetchQuery({ queryKey: labKey('lab'), queryFn: asked, staleTime: 30_000 })).resolves.toEqual({ seq: 8 });
});

test('an answer of another program is not read', () => {
  stored.set('cocrea.answers', JSON.stringify({ edition: 1, personId: 'ana', at: Date.now(), state: { queries: [] } }));
  expect(reopened().getQueryData(sessionKey)).toBeUndefined();
});

test('nothing of the person before is left when another enters or they leave', () => {
  for (const next of [session('beto'), { me: null, demoEntry: false }]) {
    const client = reopened();
    client.setQueryData(sessionKey, session('ana'));
    client.setQueryData(labKey('lab'), { seq: 7 });
    vi.advanceTimersByTime(1500);
    startOver(client, next);
    expect([...stored.values()].join()).not.toContain('ana');
    expect(client.getQueryData(labKey('lab'))).toBeUndefined();
    expect(client.getQueryData(sessionKey)).toEqual(next);
    stored.clear();
  }
});

test('what cannot be read is thrown away', () => {
  stored.set('cocrea.answers', '{');
  expect(reopened().getQueryData(sessionKey)).toBeUndefined();
  expect(stored.has('cocrea.answers')).toBe(false);
});
