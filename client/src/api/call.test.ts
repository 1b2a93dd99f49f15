// A call goes where its contract says, and what comes back is an answer, a failure with a code, or "not reached" — never something raw.
import { contract } from '@cocrea/shared/api/contract.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { afterEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { call, NetworkFailure } from './call.ts';

const rename = contract({
  method: 'PATCH',
  path: '/api/labs/:lab/notes/:id',
  summary: '',
  params: z.object({ lab: z.string(), id: z.string() }),
  body: z.object({ title: z.string() }),
  output: z.object({ version: z.number() }),
});
const leave = contract({ method: 'DELETE', path: '/api/session', summary: '' });

function answerWith(response: Response | Error): ReturnType<typeof vi.fn> {
  const answer = vi.fn(() => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response)));
  vi.stubGlobal('fetch', answer);
  return answer;
}
const input = { params: { lab: 'compromiso-11', id: 'a/b' }, body: { title: 'Ñandú' } };

afterEach(() => vi.unstubAllGlobals());

test('parameters are put into the path, the body is JSON', async () => {
  const asked = answerWith(Response.json({ version: 2 }));
  expect(await call<typeof rename>('PATCH /api/labs/:lab/notes/:id', input)).toEqual({ version: 2 });
  expect(asked).toHaveBeenCalledWith(
    '/api/labs/compromiso-11/notes/a%2Fb',
    expect.objectContaining({ method: 'PATCH', body: '{"title":"Ñandú"}' }),
  );
});

test('a call without its contract, or with an address that is not the contract’s, does not compile', async () => {
  answerWith(new TypeError('Failed to fetch'));
  // @ts-expect-error -- the method is another
  await expect(call<typeof rename>('POST /api/labs/:lab/notes/:id', input)).rejects.toBeInstanceOf(NetworkFailure);
  // @ts-expect-error -- nothing says what goes in and what comes out
  await expect(call('PATCH /api/labs/:lab/notes/:id', input)).rejects.toBeInstanceOf(NetworkFailure);
});

test('204 is no content, and nothing is sent where the contract has no body', async () => {
  const asked = answerWith(new Response(null, { status: 204 }));
  expect(await call<typeof leave>('DELETE /api/session', {})).toBeUndefined();
  expect(asked.mock.calls[0]?.[1]).not.toHaveProperty('body');
});

test('a refusal is an AppError with the server’s sentence and its details', async () => {
  answerWith(
    Response.json({ error: { code: 'text_too_long', message: 'Es demasiado largo.', details: { limit: 120 } } }, { status: 400 }),
  );
  const failure = await call<typeof rename>('PATCH /api/labs/:lab/notes/:id', input).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AppError);
  expect(failure).toMatchObject({ code: 'text_too_long', told: 'Es demasiado largo.', details: { limit: 120 } });
});

test.each([
  [418, 'from_the_future', 'internal'],
  [500, 'toString', 'internal'],
  [401, 'from_the_future', 'unauthenticated'],
  [403, 'from_the_future', 'forbidden'],
  [404, 'from_the_future', 'not_found'],
])('%i with a code this program does not know yet (%s) is told as %s', async (status, code, told) => {
  answerWith(Response.json({ error: { code, message: 'Dicho por el servidor.', details: {} } }, { status }));
  const failure = { code: told, told: 'Dicho por el servidor.' };
  await expect(call<typeof rename>('PATCH /api/labs/:lab/notes/:id', input)).rejects.toMatchObject(failure);
});

test.each([
  ['no network', new TypeError('Failed to fetch')],
  ['a proxy’s page', new Response('<html>', { status: 200 })],
  ['a proxy’s refusal', Response.json({ message: 'Bad gateway' }, { status: 502 })],
])('%s is "not reached"', async (_name, response) => {
  answerWith(response);
  await expect(call<typeof rename>('PATCH /api/labs/:lab/notes/:id', input)).rejects.toBeInstanceOf(NetworkFailure);
});

test('what was asked before the program was here is taken once, and then asked', async () => {
  const read = contract({ method: 'GET', path: '/api/session', summary: '', output: z.object({ me: z.string() }) });
  const asked = answerWith(Response.json({ me: 'now' }));
  vi.stubGlobal('cocreaEarly', new Map([['/api/session', Promise.resolve(Response.json({ me: 'early' }))]]));
  expect(await call<typeof read>('GET /api/session', {})).toEqual({ me: 'early' });
  expect(asked).not.toHaveBeenCalled();
  expect(await call<typeof read>('GET /api/session', {})).toEqual({ me: 'now' });
});

test('an early question that did not reach the server is a failure of the network', async () => {
  const read = contract({ method: 'GET', path: '/api/session', summary: '', output: z.object({ me: z.string() }) });
  const lost = Promise.reject(new TypeError('Failed to fetch'));
  lost.catch(() => undefined);
  vi.stubGlobal('cocreaEarly', new Map([['/api/session', lost]]));
  await expect(call<typeof read>('GET /api/session', {})).rejects.toBeInstanceOf(NetworkFailure);
});
