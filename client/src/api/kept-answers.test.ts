// What a device keeps of what was fetched belongs to one person, survives asking in vain, and is gone when they leave.
import type { Session } from '@cocrea/shared/api/session.ts';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { labKey, peopleKey } from './keys.ts';

const stored = new Map<string, string>();
const session = (personId: string): Session => ({
  me: { personId, name: 'Ana', color: 0, account: false, version: 1, memberships: [] },
  demoEntry: false,
});
const nobody: Session = { me: null, demoEntry: false };

beforeEach(() => {
  vi.useFakeTimers();
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('document', { addEventListener: () => undefined });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The program as it begins on this device, without network: who one was last, then the cache with the first page that fetches. */
async function reopened(): Promise<{ client: QueryClient; beginAs: (session: Session) => void }> {
  vi.resetModules();
  const { startSession, beginAs } = await import('./session.ts');
  const { keepAnswers } = await import('./kept-answers.ts');
  const client = new QueryClient();
  startSession();
  keepAnswers(client);
  return { client, beginAs };
}

test('a lab is there again after a reload; lists of people are not kept', async () => {
  const before = await reopened();
  before.beginAs(session('ana'));
  before.client.setQueryData(labKey('lab'), { seq: 7 });
  before.client.setQueryData(peopleKey('lab'), { people: [] });
  vi.advanceTimersByTime(1500);
  const after = await reopened();
  expect(after.client.getQueryData(labKey('lab'))).toEqual({ seq: 7 });
  expect(after.client.getQueryData(peopleKey('lab'))).toBeUndefined();
});

test('an answer stays kept when asking again fails', async () => {
  const before = await reopened();
  before.beginAs(session('ana'));
  before.client.setQueryData(labKey('lab'), { seq: 7 });
  await before.client
    .fetchQuery({ queryKey: labKey('lab'), queryFn: () => Promise.reject(new Error('offline')), retry: false })
    .catch(() => undefined);
  vi.advanceTimersByTime(1500);
  const after = await reopened();
  expect(after.client.getQueryState(labKey('lab'))).toMatchObject({ data: { seq: 7 }, error: null });
});

test('an answer known to be out of date is asked again after a reload', async () => {
  const before = await reopened();
  before.beginAs(session('ana'));
  before.client.setQueryData(labKey('lab'), { seq: 7 });
  await before.client.invalidateQueries({ queryKey: labKey('lab'), refetchType: 'none' });
  vi.advanceTimersByTime(1500);
  const { client } = await reopened();
  const asked = vi.fn(() => Promise.resolve({ seq: 8 }));
  await expect(client.fetchQuery({ queryKey: labKey('lab'), queryFn: asked, staleTime: 30_000 })).resolves.toEqual({ seq: 8 });
});

test('nothing of the person before is left when another enters or they leave', async () => {
  for (const next of [session('beto'), nobody]) {
    const { client, beginAs } = await reopened();
    beginAs(session('ana'));
    client.setQueryData(labKey('lab'), { seq: 7 });
    vi.advanceTimersByTime(1500);
    expect([...stored.values()].join()).toContain('"seq":7');
    client.setQueryData(labKey('lab'), { seq: 8 });
    beginAs(next);
    vi.advanceTimersByTime(1500);
    expect([...stored.values()].join()).not.toMatch(/ana|seq/);
    expect(client.getQueryData(labKey('lab'))).toBeUndefined();
    stored.clear();
  }
});

test('who leaves before the cache has come leaves no answers behind', async () => {
  const before = await reopened();
  before.beginAs(session('ana'));
  before.client.setQueryData(labKey('lab'), { seq: 7 });
  vi.advanceTimersByTime(1500);
  vi.resetModules();
  const { startSession, beginAs } = await import('./session.ts');
  startSession();
  beginAs(nobody);
  expect([...stored.keys()]).toEqual([]);
});

test('what one tab still knows of somebody is not kept once they left in another', async () => {
  const here = await reopened();
  here.beginAs(session('ana'));
  const { beginAs: beginInTheOther } = await reopened();
  beginInTheOther(nobody);
  here.client.setQueryData(labKey('lab'), { seq: 7 });
  vi.advanceTimersByTime(1500);
  expect([...stored.keys()]).toEqual([]);
});

test('answers of somebody else than the session says are not put back', async () => {
  const before = await reopened();
  before.beginAs(session('ana'));
  before.client.setQueryData(labKey('lab'), { seq: 7 });
  vi.advanceTimersByTime(1500);
  const answers = stored.get('cocrea.answers') as string;
  before.beginAs(session('beto'));
  stored.set('cocrea.answers', answers);
  expect((await reopened()).client.getQueryData(labKey('lab'))).toBeUndefined();
});
