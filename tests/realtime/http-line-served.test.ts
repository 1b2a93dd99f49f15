// Lines over HTTP on the server as it is run: through its one port, with its own sessions, and through a kill.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FeedMessage } from '@cocrea/shared/api/feed.ts';
import { bodyOfFrames } from '@cocrea/shared/protocol/http-line.ts';
import { HttpSocket } from '../../client/src/realtime/http-socket.ts';
import { awaitEvent, connect } from '../support/clients.ts';
import { openDevice } from '../support/device.ts';
import { createNote } from '../support/note.ts';
import { demoLab, type RunningServer, startServer } from '../support/server.ts';
import { LineRefused, postFrames, rawLine } from './support/raw-line.ts';

let server: RunningServer;
let token: string;
let other: string;
beforeAll(async () => {
  server = await startServer();
  [token, other] = await Promise.all([server.token('facilitator'), server.token('observer')]);
});
afterAll(() => server[Symbol.asyncDispose]());

test('[WI6] [DU1] what was told durable over HTTP, and what others saw, is there after a kill; what was not is sent again, once', async () => {
  const note = await createNote(server, token);
  const ana = openDevice(server, note, { token, way: 'http' });
  const sol = await connect(server, note, { token });
  const text = ana.doc.getText('text');
  await ana.waitFor(() => ana.provider.synced, 'first sync');
  let words = '';
  for (let round = 0; round < 3; round++) {
    const known = `${randomUUID()} `;
    text.insert(text.length, known);
    await ana.allDurable();
    await sol.caughtUpWith(ana.doc);
    const unknown = `${randomUUID()} `;
    text.insert(text.length, unknown);
    words += known + unknown;
    await server.kill();
    await server.restart();
    const stranger = await connect(server, note, { token });
    expect(stranger.doc.getText('text').toJSON()).toContain(known);
    stranger.close();
    await ana.waitFor(() => ana.provider.synced, 'sync after the kill');
    await ana.allDurable();
  }
  await sol.caughtUpWith(ana.doc);
  expect(sol.doc.getText('text').toJSON()).toBe(words);
  for (const client of [ana, sol]) client.close();
});

test('[WI6] another page, another person and a body of another kind are refused as the API refuses them', async () => {
  const note = await createNote(server, token);
  const refused = await rawLine(server, note, { token: 'nobody-at-all' }).catch((failure: unknown) => failure);
  expect(refused instanceof LineRefused && refused.answer).toEqual({ status: 401, code: 'unauthenticated' });
  const line = await rawLine(server, note, { token });
  await line.hears('hello');
  const said = { documentId: note, lineId: line.id, from: 0, frames: [] };
  const foreign = { origin: 'http://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  expect(await postFrames(server, { ...said, token, headers: foreign })).toEqual({ status: 403, code: 'origin_refused' });
  expect(await postFrames(server, { ...said, token: other })).toEqual({ status: 404, code: 'not_found' });
  // Whatever it is called, and also where it comes in pieces: what counts are its bytes.
  const json = { 'content-type': 'application/json' };
  expect(await postFrames(server, { ...said, token, body: bodyOfFrames([]), headers: json })).toEqual({ status: 204, code: '' });
  line.cut();
  for (const path of [`/sync/${note}`, `/sync/${note}/line/more/more`, '/feed/line/x', '/feed']) {
    const answer = await fetch(`${server.url}${path}?token=${token}`);
    expect([answer.status, await answer.json()], path).toMatchObject([404, { error: { code: 'not_found' } }]);
  }
});

test('[WI6] the feed of a lab is heard, and a word said on it, where no socket comes through', async () => {
  const heard: FeedMessage[] = [];
  const listeners = new Set<() => void>();
  const hear = (wanted: (message: FeedMessage) => boolean, what: string): Promise<void> =>
    awaitEvent(
      (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      () => heard.some(wanted),
      { what: () => what },
    );
  const feed = new HttpSocket(`${server.url}/feed?lab=${demoLab}&after=0&token=${token}`);
  feed.onmessage = ({ data }) => {
    heard.push(FeedMessage.parse(JSON.parse(String(data))));
    for (const listener of listeners) listener();
  };
  await hear(({ type }) => type === 'event', 'what was before');
  const note = await createNote(server, token);
  await hear((message) => message.type === 'event' && message.event.subjectId === note, 'the new note');
  feed.send(JSON.stringify({ typing: true }));
  await hear((message) => message.type === 'here' && message.people.some(({ typing }) => typing), 'who types');
  const closed = new Promise((resolve) => {
    feed.onclose = resolve;
  });
  await server.stop();
  expect(await closed).toEqual({ code: 4500, reason: 'restarting' });
  await server.restart();
  const nobody = new HttpSocket(`${server.url}/feed?lab=${demoLab}&after=0&token=x`);
  expect(
    await new Promise((resolve) => {
      nobody.onclose = resolve;
    }),
  ).toEqual({ code: 4401, reason: 'unauthenticated' });
});
