// Upgrades that may not happen: from another page, beyond the limits, to nowhere. Each is answered before 101, in words.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startServer, type RunningServer } from '../support/server.ts';

let server: RunningServer;
let token: string;
let other: string;
const open: WebSocket[] = [];

beforeAll(async () => {
  server = await startServer({
    env: {
      COCREA_CONNECTIONS_PER_PERSON: '2',
      COCREA_CONNECTIONS_PER_ADDRESS: '3',
      COCREA_FEEDS_PER_PERSON: '2',
      COCREA_FEEDS_PER_ADDRESS: '3',
    },
  });
  [token, other] = [await server.token('facilitator'), await server.token('observer')];
});
afterAll(async () => {
  for (const socket of open) socket.terminate();
  await server[Symbol.asyncDispose]();
});

/** 101 with the socket left open, or how it was refused. */
async function knock(path: string, headers: Record<string, string> = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; code?: string; message?: string }>();
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers });
  open.push(socket);
  socket.on('open', () => resolve({ status: 101 }));
  socket.on('error', reject);
  socket.on('unexpected-response', (_request, response) => {
    let body = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    response.on('end', () => {
      const { error } = JSON.parse(body) as { error: { code: string; message: string } };
      resolve({ status: response.statusCode, ...error });
    });
  });
  return promise;
}

const rooms = {
  feed: () => `/feed?lab=compromiso-11&token=${token}`,
  sync: () => `/sync/compromiso-11.borrador-2?token=${token}`,
};

describe.each(Object.entries(rooms))('the %s socket', (_name, path) => {
  test('is refused to a page of elsewhere, in the language of its reader', async () => {
    for (const origin of ['https://example.org', 'null', `http://127.0.0.1:${server.port + 1}`]) {
      expect(await knock(path(), { origin })).toMatchObject({ status: 403, code: 'origin_refused' });
    }
    const { message } = await knock(path(), { origin: 'https://example.org', 'accept-language': 'en' });
    expect(message).toMatch(/^The request came from another page/);
  });

  test('is refused to a token that is none', async () => {
    const wrong = path().replace(/token=.*/, 'token=nada');
    expect(await knock(wrong)).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  test('opens for our own page and for programs, as often as the settings allow', async () => {
    expect(await knock(path(), { origin: server.url })).toEqual({ status: 101 });
    expect(await knock(path())).toEqual({ status: 101 });
    expect(await knock(path())).toMatchObject({ status: 429, code: 'too_many_connections_person' });
    const others = path().replace(/token=.*/, `token=${other}`);
    expect(await knock(others)).toEqual({ status: 101 });
    expect(await knock(others)).toMatchObject({ status: 429, code: 'too_many_connections_address' });
  });
});

test.each([
  ['/feed', 'feed of no lab', 404, 'lab_not_found'],
  ['/feed?lab=compromiso-11&after=-1', 'feed from before the beginning', 400, 'invalid_field'],
  ['/nada', 'socket of nothing', 404, 'not_found'],
  ['/api/session', 'socket of what is none', 404, 'not_found'],
])('%s, a %s', async (path, _what, status, code) => {
  const asked = path.startsWith('/feed') ? `${path}${path.includes('?') ? '&' : '?'}token=${token}` : path;
  expect(await knock(asked)).toMatchObject({ status, code });
});
