// The feed of a lab over real sockets: nothing missed between what was and what comes, told to those who may hear it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { FeedMessage } from '@cocrea/shared/api/feed.ts';
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';

let server: RunningServer;
let facilitator: string;
let civilOrg: string;

beforeAll(async () => {
  server = await startServer();
  [facilitator, civilOrg] = await Promise.all([enter('facilitator'), enter('civil_org')]);
});
afterAll(() => server.stop());

/** The session cookie of one of the demonstration's people. */
async function enter(as: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/demo-session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as }),
  });
  expect(answer.status).toBe(200);
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

async function createNote(cookie: string, title: string): Promise<string> {
  const id = randomUUID();
  const answer = await fetch(`${server.url}/api/labs/${demoLab}/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ id, title }),
  });
  expect(answer.status).toBe(201);
  return id;
}

/** A screen that listens: everything it heard, and a way to wait for what it should hear. */
class Screen {
  readonly heard: FeedMessage[] = [];
  readonly socket: WebSocket;
  readonly closed: Promise<{ code: number; reason: string }>;
  private listeners = new Set<() => void>();

  constructor(cookie: string, { lab = demoLab, after = 0, events }: { lab?: string; after?: number; events?: string } = {}) {
    const only = events === undefined ? '' : `&events=${events}`;
    this.socket = new WebSocket(`${server.url.replace('http', 'ws')}/feed?lab=${lab}&after=${after}${only}`, {
      headers: { cookie },
    });
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    this.socket.on('message', (data) => {
      this.heard.push(FeedMessage.parse(JSON.parse(String(data))));
      for (const listener of this.listeners) listener();
    });
  }

  get events(): LabEvent[] {
    return this.heard.flatMap((message) => (message.type === 'event' ? [message.event] : []));
  }

  /** Resolves with the first message, heard already or to come, for which `wanted` holds. */
  hears(wanted: (message: FeedMessage) => boolean): Promise<FeedMessage> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`never heard it among ${JSON.stringify(this.heard.slice(-5))}`)), 15_000);
      const look = (): void => {
        const message = this.heard.find(wanted);
        if (!message) return;
        clearTimeout(timer);
        this.listeners.delete(look);
        resolve(message);
      };
      this.listeners.add(look);
      look();
    });
  }
}

/** The HTTP status with which an upgrade is refused. */
function refusal(address: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${address}`, { headers });
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode);
      socket.terminate();
    });
    socket.once('error', () => {});
    socket.once('open', () => resolve(101));
  });
}

test('a screen hears every event since it was last there, in order and once, while more are committed', async () => {
  const made = Promise.all(Array.from({ length: 20 }, (_, no) => createNote(facilitator, `Nota ${no}`)));
  const screen = new Screen(civilOrg);
  const ids = await made;
  const last = ids.map((id) => screen.hears((message) => message.type === 'event' && message.event.subjectId === id));
  await Promise.all(last);
  expect(screen.events.map(({ seq }) => seq)).toEqual(screen.events.map((_, index) => index + 1));

  const seen = screen.events.length;
  screen.socket.close();
  await screen.closed;
  const missed = await createNote(facilitator, 'Mientras no estaba');
  const back = new Screen(civilOrg, { after: seen });
  await back.hears((message) => message.type === 'event' && message.event.subjectId === missed);
  expect(back.events.map(({ seq }) => seq)).toEqual([seen + 1]);
  back.socket.close();
});

test('events carry ids, never what people are called or wrote', async () => {
  const screen = new Screen(facilitator);
  const id = await createNote(facilitator, 'Un título que nadie más repite');
  await screen.hears((message) => message.type === 'event' && message.event.subjectId === id);
  expect(JSON.stringify(screen.events)).not.toContain('Un título que nadie más repite');
  screen.socket.close();
});

test('open screens are told who is here, and who went', async () => {
  const first = new Screen(facilitator);
  await first.hears((message) => message.type === 'here' && message.people.length === 1);
  const second = new Screen(civilOrg);
  const both = await first.hears((message) => message.type === 'here' && message.people.length === 2);
  expect(both).toMatchObject({
    people: expect.arrayContaining([expect.objectContaining({ actorKind: 'ong', documentId: null })]),
  });
  first.heard.length = 0;
  second.socket.close();
  await first.hears((message) => message.type === 'here' && message.people.length === 1);
  first.socket.close();
});

test('a phone hears only of what it asked for, and others see that its person is writing', async () => {
  const screen = new Screen(facilitator);
  const phone = new Screen(civilOrg, { events: 'document.renamed,document.created' });
  const note = await createNote(facilitator, 'Lo que el teléfono pidió');
  await phone.hears((message) => message.type === 'event' && message.event.subjectId === note);
  phone.socket.send('{"typing":"quizá"}');
  phone.socket.send('no es JSON');
  phone.socket.send(JSON.stringify({ typing: true }));
  await screen.hears(
    (message) => message.type === 'here' && message.people.some(({ actorKind, typing }) => typing && actorKind === 'ong'),
  );
  screen.heard.length = 0;
  phone.socket.send(JSON.stringify({ typing: false }));
  await screen.hears((message) => message.type === 'here' && message.people.every(({ typing }) => !typing));
  expect(phone.heard.every((message) => message.type === 'event' && message.event.type.startsWith('document.'))).toBe(true);
  for (const one of [screen, phone]) one.socket.close();
});

test('who may not listen is refused before the socket opens', async () => {
  expect(await refusal(`/feed?lab=${demoLab}`)).toBe(401);
  expect(await refusal('/feed?lab=otro-laboratorio', { cookie: facilitator })).toBe(404);
  expect(await refusal(`/feed?lab=${demoLab}&after=-1`, { cookie: facilitator })).toBe(400);
  expect(await refusal(`/feed?lab=${demoLab}`, { cookie: facilitator, origin: 'https://elsewhere.example' })).toBe(403);
});

test('a restart says so, and the screen finds its place again', async () => {
  const screen = new Screen(facilitator);
  await screen.hears((message) => message.type === 'event');
  const note = await createNote(facilitator, 'Antes del reinicio');
  await screen.hears((message) => message.type === 'event' && message.event.subjectId === note);
  const seen = screen.events.length;
  await server.restart();
  expect(await screen.closed).toEqual({ code: 4500, reason: 'restarting' });
  const after = await createNote(facilitator, 'Después del reinicio');
  const back = new Screen(facilitator, { after: seen });
  await back.hears((message) => message.type === 'event' && message.event.subjectId === after);
  expect(back.events.map(({ seq }) => seq)).toEqual([seen + 1]);
  back.socket.close();
});
