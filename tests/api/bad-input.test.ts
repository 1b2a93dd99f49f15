// What a careless program, a broken page or a hostile one sends: a clear sentence in the reader's language, a code for machines, and
// nothing done.
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errors as english } from '@cocrea/shared/i18n/en/errors.ts';
import { errors as spanish } from '@cocrea/shared/i18n/es/errors.ts';
import { listDocuments } from '@cocrea/shared/api/labs.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { ask, bearer } from './ask.ts';

let server: RunningServer;
let token: string;
const notes = `/api/labs/${demoLab}/notes`;

beforeAll(async () => {
  server = await startServer({
    env: {
      COCREA_BODY_BYTES: '2048',
      COCREA_REQUESTS_PER_MINUTE: '400',
      COCREA_REQUEST_SECONDS: '2',
      COCREA_LOG_LEVEL: 'trace',
    },
  });
  token = await server.token('facilitator');
});
afterAll(async () => server[Symbol.asyncDispose]());

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
async function send({ path = notes, method = 'POST', headers = {}, body }: Sent) {
  const answer = await fetch(new URL(path, server.url), {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  const { error } = (text === '' ? { error: {} } : JSON.parse(text)) as {
    error: { code?: string; message?: string; details?: object };
  };
  return { status: answer.status, headers: answer.headers, ...error };
}
const note = (title = 'Nota'): string => JSON.stringify({ id: randomUUID(), title });

describe('a body', () => {
  test.each([
    ['that is no JSON', '{"id": ', 400, 'invalid_json', {}],
    ['that is not there', undefined, 400, 'missing_field', {}],
    ['that is a list', '[]', 400, 'invalid_field', {}],
    ['without a field', JSON.stringify({ id: randomUUID() }), 400, 'missing_field', { field: 'title' }],
    ['with a field of another type', JSON.stringify({ id: randomUUID(), title: 7 }), 400, 'invalid_field', { field: 'title' }],
    ['with an id that is none', JSON.stringify({ id: 'uno', title: 'Nota' }), 400, 'invalid_field', { field: 'id' }],
    ['that reaches for the prototype', '{"__proto__": {"title": "x"}, "id": "x"}', 400, 'invalid_json', {}],
    ['that is too large', note('x'.repeat(4096)), 413, 'body_too_large', { limit: 2048 }],
  ])('%s', async (_what, body, status, code, details) => {
    const answer = await send(body === undefined ? {} : { body });
    expect(answer).toMatchObject({ status, code, details });
    expect(answer.message).toMatch(/^[A-ZÁÉÍÓÚ].{20,}\.$/);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'as %s, which a form of another page could send',
    async (type) => {
      expect(await send({ headers: { 'content-type': type }, body: note() })).toMatchObject({
        status: 415,
        code: 'unsupported_media_type',
      });
    },
  );
});

describe('an address', () => {
  test.each([
    ['of no door', { path: '/api/nada', method: 'GET' }, 404, 'not_found'],
    ['of no page, asked by a program', { path: '/assets/nada.js', method: 'GET' }, 404, 'not_found'],
    ['of a lab that is none', { path: '/api/labs/otro/notes' }, 404, 'lab_not_found'],
    ['of a lab that cannot be one', { path: '/api/labs/..%2F..%2Fetc', method: 'GET' }, 404, 'not_found'],
    ['with letters that are none', { path: '/api/labs/%E0%A4%A', method: 'GET' }, 404, 'not_found'],
    ['of a code that is none', { path: '/api/join/XXXXXX', method: 'GET' }, 404, 'code_unknown'],
  ])('%s', async (_what, sent, status, code) => {
    const body = 'method' in sent ? {} : { body: note() };
    expect(await send({ ...sent, ...body })).toMatchObject({ status, code });
  });
});

describe('a caller', () => {
  test.each([
    ['with a token that is none', 'Bearer nada', 'unauthenticated'],
    ['with another kind of credentials', 'Basic YTpi', 'unauthenticated'],
  ])('%s', async (_what, authorization, code) => {
    expect(await send({ headers: { authorization }, body: note() })).toMatchObject({ status: 401, code });
  });

  test('with a cookie of a session that is gone', async () => {
    const headers = { authorization: '', cookie: 'a=b; cocrea_session=nada' };
    expect(await send({ headers, body: note() })).toMatchObject({ status: 401, code: 'session_expired' });
  });
});

describe('what another page makes a browser send', () => {
  test.each([
    ['its origin', { origin: 'https://example.org' }],
    ['an origin it hides', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['no origin, but the browser says whence', { 'sec-fetch-site': 'cross-site' }],
    ['a page beside ours', { 'sec-fetch-site': 'same-site' }],
  ])('%s', async (_what, headers) => {
    expect(await send({ headers, body: note() })).toMatchObject({ status: 403, code: 'origin_refused' });
  });

  test('while our own page may', async () => {
    const headers = { origin: server.url, 'sec-fetch-site': 'same-origin' };
    expect((await send({ headers, body: note() })).status).toBe(201);
  });
});

test('a reader is told in the language they chose, else in the one their browser prefers, else in Spanish', async () => {
  const told = async (headers: Record<string, string>, query = '') =>
    (await send({ path: `/api/nada${query}`, method: 'GET', headers })).message;
  const [es, en] = [spanish.not_found(), english.not_found()];
  expect(await told({})).toBe(es);
  expect(await told({ 'accept-language': 'en-GB,es;q=0.5' })).toBe(en);
  expect(await told({ 'accept-language': 'quc, es-GT' })).toBe(es);
  expect(await told({ 'accept-language': 'es', cookie: 'cocrea_language=en' })).toBe(en);
  expect(await told({ 'accept-language': 'es', cookie: 'cocrea_language=es' }, '?lang=en')).toBe(en);
});

test('nothing of all this was done', async () => {
  const { output } = await ask(server, listDocuments, { as: bearer(token), params: { lab: demoLab } });
  expect(output.documents.filter(({ title }) => title === 'Nota')).toHaveLength(1);
});

describe('bytes that are no request', () => {
  test.each([
    [
      'a header that is none',
      'GET /api/session HTTP/1.1\r\nHost: localhost\r\nCookie: clave-de-alguien\r\nBad Header\r\n\r\n',
      400,
    ],
    ['headers without end', `GET /?${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    [
      'a body that never comes',
      'POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
      408,
    ],
  ] as const)('%s', async (_what, bytes, status) => {
    const { text } = await exchange(bytes);
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const code = { 400: 'request_malformed', 408: 'request_timeout', 431: 'headers_too_large' } as const;
    const problem = JSON.parse(text.slice(text.indexOf('{'))) as { error: { code: string; message: string } };
    expect(problem.error.code).toBe(code[status]);
    expect(problem.error.message).toMatch(/^[A-ZÁÉÍÓÚ].{20,}\.$/);
  });

  test('are not written to the log, whatever its level', () => {
    expect(server.output()).not.toContain(Buffer.from('clave-de-alguien').toJSON().data.join(','));
  });
});

test('a program that would rather speak HTTP/2 is answered as any other', async () => {
  const { text } = await exchange(
    `GET /api/session HTTP/1.1\r\nHost: localhost\r\nConnection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n`,
  );
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
});

test.each(['/nada', `/feed?lab=${demoLab}`, '/sync/x'])('an upgrade of %s that is refused leaves nothing open', async (path) => {
  const { socket, text } = await exchange(
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  expect(text).toMatch(/^HTTP\/1\.1 40[14] /);
  // A peer that keeps its half open learns from what it sends that the other half is gone.
  const gone = new Promise((resolve) => socket.once('close', resolve));
  const sending = setInterval(() => socket.write('x'), 10);
  await gone;
  clearInterval(sending);
});

/** Sends bytes, and gives what came back until the server's half of the connection ended; ours stays open. */
async function exchange(bytes: string): Promise<{ socket: Socket; text: string }> {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  socket.write(bytes);
  await new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
  return { socket, text };
}

test('a flood of requests from one address is told to wait', async () => {
  const statuses = new Set<number>();
  let answer = await send({ path: '/api/session', method: 'GET' });
  for (let sent = 0; sent < 420 && answer.status !== 429; sent += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ path: '/api/session', method: 'GET' })));
    answer = answers.find(({ status }) => status === 429) ?? answer;
    statuses.add(answer.status);
  }
  expect(answer).toMatchObject({ status: 429, code: 'rate_limited' });
  // The same address written otherwise is the same address.
  expect(await send({ path: '/%61pi/session', method: 'GET' })).toMatchObject({ status: 429 });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
