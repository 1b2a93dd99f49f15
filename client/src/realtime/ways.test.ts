// The way a page goes: HTTP once the network is shown to let no socket through, and never because the server is away.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { blameWay } from './blame.ts';
import { doubt, socketsPass, wayNow } from './ways.ts';

const healthy = (): Response => Response.json({ status: 'ready' });
const answer = (response: () => Response): void => void vi.stubGlobal('fetch', () => Promise.resolve(response()));

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  socketsPass();
  vi.unstubAllGlobals();
});

test('two sockets that fail in a row while the server answers over HTTP lead to HTTP', async () => {
  answer(healthy);
  await blameWay('socket');
  expect(wayNow()).toBe('socket');
  socketsPass();
  await blameWay('socket');
  expect(wayNow()).toBe('socket');
  await blameWay('socket');
  expect(wayNow()).toBe('http');
});

test.each([
  ['nobody is reached', () => Response.error()],
  ['the server is not ready', () => Response.json({ status: 'unready' }, { status: 503 })],
  ['a portal answers in its place', () => new Response('<h1>Portal</h1>', { headers: { 'content-type': 'text/html' } })],
])('while %s, sockets are not to blame', async (_, response) => {
  answer(response);
  for (let times = 0; times < 5; times++) await blameWay('socket');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  await blameWay('socket');
  expect(wayNow()).toBe('socket');
});

test('HTTP that fails leads to a socket, and one more that fails back', async () => {
  answer(healthy);
  for (let times = 0; times < 2; times++) await blameWay('socket');
  await blameWay('http');
  expect(wayNow()).toBe('socket');
  await blameWay('socket');
  expect(wayNow()).toBe('http');
});

test('a tab remembers, and forgets once a socket came through, also after another network was tried', async () => {
  const anew = async (): Promise<string> => {
    vi.resetModules();
    return (await import('./ways.ts')).wayNow();
  };
  answer(healthy);
  for (let times = 0; times < 2; times++) await blameWay('socket');
  expect(await anew()).toBe('http');
  doubt();
  socketsPass();
  expect(await anew()).toBe('socket');
});
