// Two servers at one PostgreSQL: what is decided at one holds at the other within two seconds, with the line between them and without it.
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { FeedMessage } from '@cocrea/shared/api/feed.ts';
import { createNote } from '@cocrea/shared/api/labs.ts';
import { changePerson, removePerson } from '@cocrea/shared/api/people.ts';
import { readSession, signOutEverywhere } from '@cocrea/shared/api/session.ts';
import { beginFork } from '@cocrea/shared/api/suggestions.ts';
import { bodyOf } from '@cocrea/shared/document/body.ts';
import { bodyField } from '@cocrea/shared/document/schema.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import { closeCodeOf } from '@cocrea/shared/errors.ts';
import { connect } from '../support/clients.ts';
import { asked, dropSchema, newSchema } from '../support/postgres.ts';
import { demoLab, refusalOf, startServer, type RunningServer } from '../support/server.ts';
import { startTamedProxy, type TamedProxy } from '../support/tamed-proxy.ts';
import { connectWitness, type Witness } from '../support/witness.ts';
import { ask, bearer } from './ask.ts';

const [postgres, redis] = [inject('postgres'), inject('redis')];
const lab = demoLab;
const draft = 'compromiso-11.borrador-2';
const soon = 2000;
const why = postgres === null ? inject('aboutPostgres') : inject('aboutRedis');

describe.skipIf(postgres === null || redis === null)(`two nodes (${why})`, () => {
  const schema = `cocrea_test_${randomBytes(6).toString('hex')}`;
  let databaseUrl: string;
  let proxy: TamedProxy;
  let near: RunningServer;
  let far: RunningServer;
  let facilitator: string;

  const start = (redisUrl: string, env: Record<string, string> = {}) =>
    startServer({ env: { COCREA_DATABASE_URL: databaseUrl, COCREA_REDIS_URL: redisUrl, ...env } });

  beforeAll(async () => {
    databaseUrl = await newSchema(postgres ?? '', schema);
    const direct = new URL(redis ?? '');
    proxy = await startTamedProxy({ port: Number(direct.port || '6379'), host: direct.hostname });
    const through = new URL(direct);
    through.hostname = '127.0.0.1';
    through.port = String(proxy.port);
    // At the same moment, at an empty database.
    [near, far] = await Promise.all([start(through.href), start(direct.href)]);
    facilitator = await near.token('facilitator');
  });
  afterAll(async () => {
    await Promise.all([near, far].map((server) => server[Symbol.asyncDispose]()));
    await proxy[Symbol.asyncDispose]();
    await dropSchema(postgres ?? '', schema);
  });

  /** Somebody who may write, with the access they come with. */
  async function person(role: Role = 'civil_org'): Promise<{ personId: string; token: string }> {
    const name = `Persona ${randomUUID().slice(0, 8)}`;
    const token = await near.cocrea('token', '--lab', lab, '--role', role, '--name', name);
    const { output } = await ask(far, readSession, { as: bearer(token) });
    return { personId: output.me?.personId ?? '', token };
  }
  function closingOf(screen: Witness): Promise<number> {
    return new Promise((resolve) => screen.provider.on('connection-close', (event) => event && resolve(event.code)));
  }
  /** The feed of the lab at a node: what it says, and how it ends. */
  async function feedAt(server: RunningServer, token: string) {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/feed?lab=${lab}&after=0&token=${token}`);
    const events: FeedMessage[] = [];
    const heard = new Set<() => void>();
    socket.on('message', (data) => {
      events.push(FeedMessage.parse(JSON.parse(String(data))));
      for (const look of heard) look();
    });
    await once(socket, 'open');
    const tells = (subjectId: string): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (events.some((message) => message.type === 'event' && message.event.subjectId === subjectId)) resolve();
        };
        heard.add(look);
        look();
      });
    const shows = (personId: string, state: { typing: boolean } | null): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          const list = events.findLast((message) => message.type === 'here');
          const shown = list?.type === 'here' ? list.people.find((one) => one.personId === personId) : undefined;
          if (list !== undefined && shown?.typing === state?.typing) resolve();
        };
        heard.add(look);
        look();
      });
    return { socket, tells, shows, closed: once(socket, 'close').then(([code]) => Number(code)) };
  }
  /** Fails where what is promised for two seconds takes longer by what a busy machine may add. */
  async function within<Result>(promised: Promise<Result>, what: string): Promise<Result> {
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`${what}: not within ${soon} ms`)), soon * 5).unref();
    });
    return Promise.race([promised, late]);
  }

  const lines = [
    { name: 'with their line', spoil: () => undefined },
    { name: 'with their line cut', spoil: () => proxy.refuse() },
    { name: 'with a line that died without a word', spoil: () => proxy.freeze() },
  ];

  describe.each(lines)('$name', ({ spoil }) => {
    beforeAll(() => {
      proxy.restore();
      spoil();
    });

    test('[NO4] a role that is taken away at one ends writing at the other, and being removed ends the visit', async () => {
      const { personId, token } = await person();
      const screen = await connectWitness(far, draft, { token });
      expect(screen.hello()?.role).toBe('write');
      const body = { commandId: randomUUID(), version: 1, role: 'observer' } as const;
      const changed = await ask(near, changePerson, { as: bearer(facilitator), params: { lab, person: personId }, body });
      expect(changed.status, changed.error.message).toBe(200);
      await within(
        screen.waitFor(() => screen.hello()?.role === 'read', 'the screen is told it may only read'),
        'a reader now',
      );
      const closed = closingOf(screen);
      const feed = await feedAt(far, token);
      const command = { commandId: randomUUID() };
      await ask(near, removePerson, { as: bearer(facilitator), params: { lab, person: personId }, body: command });
      const codes = await within(Promise.all([closed, feed.closed]), 'removed');
      expect(codes).toEqual([closeCodeOf('removed_from_lab'), closeCodeOf('removed_from_lab')]);
      screen.close();
    });

    test('[NO4] [JU4] signing out everywhere at one ends what is open at the other', async () => {
      const { token } = await person();
      const screen = await connectWitness(far, draft, { token });
      const feed = await feedAt(far, token);
      const closed = closingOf(screen);
      expect((await ask(near, signOutEverywhere, { as: bearer(token) })).status).toBe(204);
      const codes = await within(Promise.all([closed, feed.closed]), 'signed out');
      expect(codes).toEqual([closeCodeOf('session_expired'), closeCodeOf('session_expired')]);
      expect((await ask(far, readSession, { as: bearer(token) })).output.me).toBeNull();
      screen.close();
    });

    test('[NO4] the feed of each tells what happened at the other', async () => {
      const [here, there] = [await feedAt(near, facilitator), await feedAt(far, facilitator)];
      for (const server of [near, far]) {
        const id = randomUUID();
        const made = await ask(server, createNote, { as: bearer(facilitator), params: { lab }, body: { id, title: id } });
        expect(made.status, made.error.message).toBe(201);
        await within(Promise.all([here.tells(id), there.tells(id)]), 'a note');
      }
      here.socket.close();
      there.socket.close();
    });

    test('[NO4] a fork that is open at one follows its draft, which is written at the other', async () => {
      const { token } = await person('participant');
      const writer = await person();
      const begun = await ask(far, beginFork, {
        as: bearer(token),
        params: { lab, document: draft },
        body: { commandId: randomUUID() },
      });
      expect(begun.error.message).toBe('');
      const fork = await connect(far, begun.output.id, { token });
      const screen = await connectWitness(near, draft, { token: writer.token });
      const said = `Dicho en el otro servidor ${randomUUID()}`;
      screen.mark(() => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(said)]);
        screen.doc.getXmlFragment(bodyField).push([paragraph]);
      });
      await screen.allAcknowledged();
      await fork.waitFor(() => JSON.stringify(bodyOf(fork.doc)).includes(said), 'the fork says what its draft says');
      screen.close();
      fork.close();
    });

    test('[NO3] both are ready all the while', async () => {
      for (const { url } of [near, far]) expect((await fetch(`${url}/healthz`)).status).toBe(200);
    });
  });

  test('[NO4] who has the lab open at one is shown at the other, and that they are writing, until they leave', async () => {
    proxy.restore();
    const { token, personId } = await person();
    const here = await feedAt(near, token);
    here.socket.send(JSON.stringify({ typing: true }));
    await here.shows(personId, { typing: true });
    // The first who looks from there asks who is here.
    const there = await feedAt(far, facilitator);
    await within(there.shows(personId, { typing: true }), 'who is here');
    here.socket.send(JSON.stringify({ typing: false }));
    await there.shows(personId, { typing: false });
    here.socket.close();
    await there.shows(personId, null);
    there.socket.close();
  });

  test('at an empty database both found one demonstration, and say that they are not alone', async () => {
    const founded = await asked(databaseUrl, "SELECT count(*)::int AS times FROM events WHERE type = 'lab.created'");
    expect(founded.rows).toEqual([{ times: 1 }]);
    expect(near.output()).toMatch(/Junto a otros +por redis:\/\/127\.0\.0\.1:\d+/);
  });

  test('[NO3] one log line tells that the line is down, and one that it carries again; the metrics say which', async () => {
    proxy.restore();
    const metric = async (): Promise<string> =>
      (await (await fetch(`${near.url}/metrics`)).text()).match(/^cocrea_nodes_line_up (\d)$/m)?.[1] ?? '';
    await expect.poll(metric).toBe('1');
    const said = near.output().length;
    proxy.refuse();
    await expect.poll(metric).toBe('0');
    proxy.restore();
    await expect.poll(metric).toBe('1');
    const sentences = [
      ...near
        .output()
        .slice(said)
        .matchAll(/"msg":"(The line to the other nodes[^"]*)"/g),
    ].map(([, sentence]) => sentence);
    expect(sentences).toEqual([expect.stringContaining('is down'), expect.stringContaining('carries')]);
  });

  test('a server without Redis is told how to join them, and one that comes while Redis is away joins them', async () => {
    const lonely = await refusalOf({ env: { COCREA_DATABASE_URL: databaseUrl } });
    expect(lonely.output).toMatch(/trabajan juntos.*COCREA_REDIS_URL/);
    await using third = await start('redis://127.0.0.1:1');
    expect((await fetch(`${third.url}/healthz`)).status).toBe(200);
    const feed = await feedAt(third, facilitator);
    const id = randomUUID();
    await ask(near, createNote, { as: bearer(facilitator), params: { lab }, body: { id, title: id } });
    await within(feed.tells(id), 'a note');
    feed.socket.close();
    const lines = third.output().match(/The line to the other nodes/g);
    expect(lines).toHaveLength(1);
  });
});

test('Redis without a shared database, or by an address that is none, is refused in words', async () => {
  const alone = await refusalOf({ env: { COCREA_REDIS_URL: 'redis://127.0.0.1:6379', COCREA_DATABASE_URL: '' } });
  expect(alone.output).toMatch(/Falta el ajuste COCREA_DATABASE_URL/);
  for (const url of ['rediss://127.0.0.1:6379', '127.0.0.1:6379', 'redis://127.0.0.1/uno']) {
    const refused = await refusalOf({ env: { COCREA_REDIS_URL: url } });
    expect(refused.output).toMatch(/El ajuste COCREA_REDIS_URL no sirve/);
  }
  const secret = await refusalOf({ env: { COCREA_REDIS_URL: 'rediss://ana:secreto@127.0.0.1' } });
  expect(secret.output).not.toContain('secreto');
});
