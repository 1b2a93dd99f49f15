// Coming in: with a password, with one click on the demonstration, with the one-time link of the first start; and going out again.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLab } from '@cocrea/shared/api/labs.ts';
import { createPerson } from '@cocrea/shared/api/people.ts';
import { enterDemo, readSession, setUpAdmin, signIn, signOut, signOutEverywhere } from '@cocrea/shared/api/session.ts';
import { demoLab as founding } from '@cocrea/server/src/labs/demo/demo-lab.ts';
import { databaseFor, demoLab, repository, startServer, temporaryFolder, type RunningServer } from '../support/server.ts';
import { openDatabase } from '../support/server-database.ts';
import { ask, bearer, type As } from './ask.ts';

let server: RunningServer;
let facilitator: As;
const password = 'tres tristes tigres';
const name = 'Élida Caál ʼ';

beforeAll(async () => {
  server = await startServer({ env: { COCREA_SIGN_IN_ATTEMPTS: '4' } });
  facilitator = bearer(await server.token('facilitator'));
  const body = {
    id: randomUUID(),
    name,
    password,
    institution: 'INAP',
    actorKind: 'sector_publico',
    role: 'consolidator',
  } as const;
  const { status } = await ask(server, createPerson, { as: facilitator, params: { lab: demoLab }, body });
  if (status !== 201) throw new Error(`no account: ${status}`);
});
afterAll(async () => server[Symbol.asyncDispose]());

const here = { lab: demoLab };

describe('signing in', () => {
  test('gives a cookie no script can read, and the session it stands for', async () => {
    const { status, output, headers, session } = await ask(server, signIn, { body: { name, password } });
    expect(status).toBe(200);
    expect(output.me).toMatchObject({ name, account: true, memberships: [{ labId: demoLab, role: 'consolidator' }] });
    expect(headers.getSetCookie().join()).toMatch(/cocrea_session=[^;]{40,}; .*HttpOnly; SameSite=Lax/);
    expect(headers.getSetCookie().join()).not.toMatch(/Secure/);
    expect((await ask(server, readSession, { as: session })).output.me?.name).toBe(name);
  });

  test('takes the name as people type it: other capitals, no accents, another apostrophe', async () => {
    expect((await ask(server, signIn, { body: { name: " elida  CAAL '", password } })).status).toBe(200);
  });

  test('answers a wrong password and a wrong name alike', async () => {
    const wrongPassword = await ask(server, signIn, { body: { name, password: `${password}.` } });
    const wrongName = await ask(server, signIn, { body: { name: `${name} no`, password } });
    expect(wrongPassword.status).toBe(401);
    expect(wrongName.error).toEqual(wrongPassword.error);
    expect(wrongName.error.code).toBe('wrong_credentials');
  });

  test('an account that does not exist takes its hash too, and is limited like any other', async () => {
    const unknown = { name: `Nadie ${randomUUID()}`, password };
    for (let failures = 0; failures < 4; failures += 1) expect((await ask(server, signIn, { body: unknown })).status).toBe(401);
    const { status, error, headers } = await ask(server, signIn, { body: unknown });
    expect([status, error.code]).toEqual([429, 'rate_limited']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(error.message).toContain(String(error.details['seconds']));
    // Others from the same address, and the same person by their right name, are not in its way.
    expect((await ask(server, signIn, { body: { name, password } })).status).toBe(200);
  });

  test('many wrong guesses at once are counted one by one', async () => {
    const unknown = { name: `Nadie ${randomUUID()}`, password };
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(server, signIn, { body: unknown })));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(8);
  });
});

describe('going out', () => {
  test('ends this session and no other', async () => {
    const one = (await ask(server, signIn, { body: { name, password } })).session;
    const other = (await ask(server, signIn, { body: { name, password } })).session;
    const { status, headers } = await ask(server, signOut, { as: one });
    expect(status).toBe(204);
    expect(headers.getSetCookie().join()).toMatch(/cocrea_session=; .*(?:Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    expect((await ask(server, readSession, { as: one })).output.me).toBeNull();
    expect((await ask(server, readSession, { as: other })).output.me?.name).toBe(name);
  });

  test('everywhere ends all of them', async () => {
    const one = (await ask(server, signIn, { body: { name, password } })).session;
    const other = (await ask(server, signIn, { body: { name, password } })).session;
    expect((await ask(server, signOutEverywhere, { as: one })).status).toBe(204);
    for (const as of [one, other]) {
      expect((await ask(server, readLab, { as, params: here })).error.code).toBe('session_expired');
    }
  });

  test('a session that was not used for too long has expired, and says so', async () => {
    const { session: as, output } = await ask(server, signIn, { body: { name, password } });
    const database = openDatabase(server.dataDir);
    database.prepare('UPDATE sessions SET expires_at = 1 WHERE person_id = ?').run(output.me?.personId ?? '');
    database.close();
    const { status, error } = await ask(server, readLab, { as, params: here });
    expect([status, error.code]).toEqual([401, 'session_expired']);
    expect(error.message).toMatch(/Vuelva a entrar/);
    const { output: now, headers } = await ask(server, readSession, { as });
    expect(now.me).toBeNull();
    expect(headers.getSetCookie().join()).toMatch(/cocrea_session=;/);
  });
});

describe('the demonstration', () => {
  test('has three doors, and each is one of its people', async () => {
    expect((await ask(server, readSession)).output).toEqual({ me: null, demoEntry: true });
    for (const as of ['facilitator', 'civil_org', 'consolidator'] as const) {
      const { output } = await ask(server, enterDemo, { body: { as } });
      expect(output.me).toMatchObject({ account: false, memberships: [{ labId: demoLab, role: as }] });
    }
  });

  test.each([
    ['a proxy stands between', { 'x-forwarded-for': '10.0.0.7' }],
    ['the address was another name that leads here', { host: 'cocrea.example.org' }],
  ])('is closed when %s', async (_why, headers) => {
    const answer = await raw({ method: 'POST', path: '/api/demo-session', headers, body: '{"as":"facilitator"}' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('demo_loopback_only');
    const session = await raw({ method: 'GET', path: '/api/session', headers });
    expect(session.text).toContain('"demoEntry":false');
  });
});

describe('without the demonstration', () => {
  test('the first start prints a link that makes one administrator, once', async () => {
    await using plain = await startServer({ env: { COCREA_DEMO: '0' } });
    expect((await ask(plain, readSession)).output.demoEntry).toBe(false);
    expect((await ask(plain, enterDemo, { body: { as: 'facilitator' } })).error.code).toBe('demo_off');
    const secret = /\/preparar\/([\w-]+)/.exec(plain.output())?.[1] ?? '';
    const admin = { id: randomUUID(), name: 'Administradora', password };

    const short = await ask(plain, setUpAdmin, { params: { secret }, body: { ...admin, password: 'corta' } });
    expect([short.status, short.error.code]).toEqual([400, 'password_too_short']);
    const made = await ask(plain, setUpAdmin, { params: { secret }, body: admin });
    expect(made.output.me).toMatchObject({ name: 'Administradora', memberships: [{ labId: demoLab, role: 'admin' }] });
    const again = await ask(plain, setUpAdmin, { params: { secret }, body: { ...admin, id: randomUUID(), name: 'Otra' } });
    expect([again.status, again.error.code]).toEqual([410, 'setup_link_used']);
    expect((await ask(plain, signIn, { body: { name: 'administradora', password } })).status).toBe(200);

    await plain.restart();
    expect(plain.output().match(/\/preparar\//g)).toHaveLength(1);
  });
});

describe('the link of the first start', () => {
  test('opened by several at once, or sent twice, makes one administrator and one session', async () => {
    await using plain = await startServer({ env: { COCREA_DEMO: '0' } });
    const params = { secret: linkOf(plain) };
    const twice = { id: randomUUID(), name: 'Primera', password };
    const bodies = [twice, twice, { id: randomUUID(), name: 'Segunda', password }, { ...twice, id: randomUUID() }];
    const answers = await Promise.all(bodies.map((body) => ask(plain, setUpAdmin, { params, body })));
    const [made, ...others] = answers.toSorted((a, b) => a.status - b.status);
    expect(made?.output.me?.memberships).toMatchObject([{ role: 'admin' }]);
    for (const { status, error, session } of others) {
      expect([status, error.code, session]).toEqual([410, 'setup_link_used', {}]);
    }
  });

  test('sent with an id that stands for something else is told so, and stays good', async () => {
    await using plain = await startServer({ env: { COCREA_DEMO: '0' } });
    const params = { secret: linkOf(plain) };
    const id = founding.commandId;
    const answer = await ask(plain, setUpAdmin, { params, body: { id, name: 'Primera', password } });
    expect([answer.status, answer.error.code, answer.session]).toEqual([409, 'id_taken', {}]);
    const admin = { id: randomUUID(), name: 'Primera', password };
    expect((await ask(plain, setUpAdmin, { params, body: admin })).output.me?.personId).toBe(admin.id);
  });

  test('is worthless once an administrator was made on the command line', async () => {
    await using plain = await startServer({ env: { COCREA_DEMO: '0' } });
    await createAdminByHand(plain.dataDir);
    const body = { id: randomUUID(), name: 'Tardía', password };
    const answer = await ask(plain, setUpAdmin, { params: { secret: linkOf(plain) }, body });
    expect([answer.status, answer.error.code]).toEqual([410, 'setup_link_used']);
  });
});

test('an administrator made before the first start administers the lab of the first start', async () => {
  const dataDir = temporaryFolder();
  await createAdminByHand(dataDir);
  await using plain = await startServer({ dataDir, env: { COCREA_DEMO: '0' } });
  expect(plain.output()).not.toContain('/preparar/');
  const { output } = await ask(plain, signIn, { body: { name: 'De la consola', password } });
  expect(output.me?.memberships).toMatchObject([{ labId: demoLab, role: 'admin' }]);
});

function linkOf({ output }: RunningServer): string {
  return /\/preparar\/([\w-]+)/.exec(output())?.[1] ?? '';
}

/** `cocrea admin create`, with the password as the first line of its input, as a script gives it. */
async function createAdminByHand(dataDir: string): Promise<void> {
  const commandLine = join(repository, 'server/src/cli/cocrea.ts');
  const databaseUrl = (await databaseFor(dataDir)) ?? '';
  const env = { ...process.env, COCREA_DATA_DIR: dataDir, COCREA_DATABASE_URL: databaseUrl, COCREA_DEMO: '0' };
  const child = spawn(process.execPath, [commandLine, 'admin', 'create', '--name', 'De la consola'], { env });
  child.stdin.end(`${password}\n`);
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(0);
}

/** With headers fetch would not send. */
async function raw(asked: { method: string; path: string; headers: Record<string, string>; body?: string }) {
  const { method, path, headers, body } = asked;
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; text: string }>();
  const sent = request(new URL(path, server.url), {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
  });
  sent.on('response', (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    answer.on('end', () => resolve({ status: answer.statusCode, text }));
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}
