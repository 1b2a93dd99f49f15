// How much is commented on one text: threads and replies have a limit, named by whoever runs the server, and refused in words that say it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as api from '@cocrea/shared/api/comments.ts';
import { Cast } from '../support/cast.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { ask, bearer, type As } from './ask.ts';

const params = { lab: demoLab, document: 'compromiso-11.borrador-2' };
let server: RunningServer;
let cast: Cast;
let ana: As;
beforeAll(async () => {
  // The demonstration is born with three threads.
  server = await startServer({ env: { COCREA_COMMENT_THREADS: '5', COCREA_COMMENT_REPLIES: '2' } });
  cast = new Cast(server);
  ana = bearer(cast.person({ role: 'participant' }).token ?? '');
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const begin = (id: string = randomUUID()) => {
  const anchor = { blockId: 'x', quote: 'Escribir y decidir juntos', unique: 'nowhere' as const, start: 'AAAA', end: 'AAAA' };
  const body = { id, commentId: randomUUID(), ...anchor, text: 'Un comentario.', mentions: [] };
  return ask(server, api.startThread, { as: ana, params, body });
};
const reply = (thread: string, id: string = randomUUID()) =>
  ask(server, api.replyToThread, { as: ana, params: { lab: demoLab, thread }, body: { id, text: 'Sí.', mentions: [] } });

test('a thread too many and a reply too many are refused with the limit, and what was taken may be sent again', async () => {
  const id = randomUUID();
  expect((await begin(id)).status).toBe(201);
  expect((await begin()).status).toBe(201);
  expect((await begin()).error).toMatchObject({ code: 'comment_threads_full', details: { limit: 5 } });
  expect((await begin(id)).status).toBe(200);

  const last = randomUUID();
  expect([(await reply(id)).status, (await reply(id, last)).status]).toEqual([201, 201]);
  const refused = await reply(id);
  expect(refused.error).toMatchObject({ code: 'comment_replies_full', details: { limit: 2 } });
  expect(refused.error.message).toContain('2 respuestas');
  expect((await reply(id, last)).status).toBe(200);
});

test('many at once do not get past it', async () => {
  const { output } = await ask(server, api.listComments, { as: ana, params });
  const thread = output.threads.find(({ comments }) => comments.length === 1)?.id ?? expect.fail('no thread without replies');
  const replies = await Promise.all(Array.from({ length: 6 }, () => reply(thread)));
  expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 201, 409, 409, 409, 409]);
});
