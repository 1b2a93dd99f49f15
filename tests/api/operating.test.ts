// What whoever runs the server relies on: the doors for machines, the headers of every page, HTTPS, and the command line.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { request as secureRequest } from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePerson, listPeople } from '@cocrea/shared/api/people.ts';
import { enterDemo, readSession } from '@cocrea/shared/api/session.ts';
import { connect } from '../support/clients.ts';
import { demoLab, refusalOf, startServer, temporaryFolder, type RunningServer } from '../support/server.ts';
import { openDatabase, schemaOf } from '../support/server-database.ts';
import { selfSigned } from '../support/self-signed.ts';
import { ask } from './ask.ts';
import { everyContract } from './every-contract.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => server[Symbol.asyncDispose]());

describe('the doors for machines', () => {
  test('say when it is ready', async () => {
    const answer = await fetch(`${server.url}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('count what the engine does, for this machine and for those with a token', async () => {
    const token = await server.token('facilitator');
    const client = await connect(server, 'compromiso-11.borrador-2', { token });
    client.doc.getText('metrics').insert(0, 'a');
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(text).toMatch(/^cocrea_connections 1$/m);
    expect(text).toMatch(/^cocrea_rooms 1$/m);
    for (const name of [
      'cocrea_updates_received_total',
      'cocrea_updates_acknowledged_total',
      'cocrea_updates_relayed_total',
      'cocrea_commit_seconds_bucket',
      'nodejs_eventloop_lag_p99_seconds',
    ]) {
      expect(text).toContain(name);
    }
    client.close();
    const far = { 'x-forwarded-for': '10.0.0.7' };
    expect((await fetch(`${server.url}/metrics`, { headers: far })).status).toBe(401);
    const withToken = async (role: 'facilitator' | 'observer') => {
      const headers = { ...far, authorization: `Bearer ${await server.token(role)}` };
      return (await fetch(`${server.url}/metrics`, { headers })).status;
    };
    expect([await withToken('facilitator'), await withToken('observer')]).toEqual([200, 403]);
  });

  test('describe the API by its contracts', async () => {
    const described = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { requestBody?: unknown; responses: object }>>;
    };
    expect(described.openapi).toBe('3.1.0');
    for (const { method, path } of Object.values(await everyContract())) {
      const operation = described.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect(operation?.responses, path).toHaveProperty('4XX');
    }
    expect(described.paths['/api/labs/{lab}/notes']?.['post']).toMatchObject({
      requestBody: { content: { 'application/json': { schema: { required: ['id', 'title'] } } } },
      responses: { 200: {}, 201: {} },
    });
  });
});

test('every answer tells browsers to run nothing but our own, and forces nobody to HTTPS', async () => {
  for (const path of ['/', '/api/session', '/api/nada']) {
    const { headers } = await fetch(server.url + path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port} wss://127.0.0.1:${server.port};`);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).not.toMatch(/upgrade-insecure-requests|script-src[^;]*unsafe/);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

describe('HTTPS', () => {
  test('is served directly, with a cookie for it alone', async () => {
    const folder = temporaryFolder();
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const made = selfSigned();
    writeFileSync(key, made.key);
    writeFileSync(cert, made.cert);
    await using secure = await startServer({ env: { COCREA_TLS_CERT: cert, COCREA_TLS_KEY: key } });
    expect(secure.url).toMatch(/^https:/);
    const { promise, resolve, reject } = Promise.withResolvers<{ cookie: string; hsts: string | undefined }>();
    const headers = { 'content-type': 'application/json' };
    const sent = secureRequest(
      `${secure.url}/api/demo-session`,
      { method: 'POST', headers, rejectUnauthorized: false },
      (answer) => {
        answer.resume();
        resolve({ cookie: String(answer.headers['set-cookie']), hsts: answer.headers['strict-transport-security'] });
      },
    );
    sent.on('error', reject).end('{"as":"facilitator"}');
    const { cookie, hsts } = await promise;
    expect(cookie).toMatch(/HttpOnly; Secure; SameSite=Lax/);
    expect(hsts).toMatch(/max-age/);
  });
});

describe('the command line', () => {
  test('prints a token and nothing else, and the same program is the same person', async () => {
    const tokens = [await server.token('observer'), await server.token('observer')];
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(tokens[0]).not.toBe(tokens[1]);
    const { session } = await ask(server, enterDemo, { body: { as: 'facilitator' } });
    const { output } = await ask(server, listPeople, { as: session, params: { lab: demoLab } });
    expect(output.people.filter(({ name }) => name === 'Acceso técnico (observer)')).toHaveLength(1);
    await server.cocrea('token', '--lab', demoLab, '--role', 'observer', '--name', 'Otro programa');
    const { output: now } = await ask(server, listPeople, { as: session, params: { lab: demoLab } });
    expect(now.people.filter(({ name }) => name === 'Otro programa')).toHaveLength(1);
  });

  test('never prints a token of another role than the one asked for', async () => {
    const as = {
      authorization: `Bearer ${await server.cocrea('token', '--lab', demoLab, '--role', 'facilitator', '--name', 'Robot')}`,
    };
    const { session } = await ask(server, enterDemo, { body: { as: 'facilitator' } });
    const { output } = await ask(server, readSession, { as });
    const person = output.me?.personId ?? '';
    const body = { commandId: randomUUID(), version: 1, role: 'observer' } as const;
    expect((await ask(server, changePerson, { as: session, params: { lab: demoLab, person }, body })).status).toBe(200);
    const failure = await server.cocrea('token', '--lab', demoLab, '--role', 'facilitator', '--name', 'Robot').then(
      () => null,
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
    expect(failure).toMatchObject({ code: 1, stdout: '' });
    expect(failure?.stderr).toContain('observer');
  });

  test.each([
    [['token', '--lab', 'nada', '--role', 'observer'], 1, /no existe/],
    [['token', '--lab', demoLab, '--role', 'rey'], 2, /--role/],
    [['token', '--laboratorio', demoLab], 2, /--lab, --role/],
    [['bailar'], 2, /no es una orden/],
  ])('%s ends in words', async (words, code, sentence) => {
    const failure = await server.cocrea(...words).then(
      () => null,
      (error: { code: number; stderr: string }) => error,
    );
    expect(failure?.code).toBe(code);
    expect(failure?.stderr).toMatch(sentence);
    expect(failure?.stderr).not.toMatch(/\n\s+at /);
  });

  test('speaks of itself', async () => {
    expect(await server.cocrea('--help')).toMatch(/token --lab[\s\S]*admin create[\s\S]*audit verify/);
  });

  test('verifies the chain of events, and names the first link that was changed', async () => {
    await using other = await startServer();
    await other.token('observer');
    expect(await other.cocrea('audit', 'verify')).toMatch(/compromiso-11: \d+ eventos, cadena íntegra/);
    await other.stop();
    const database = openDatabase(other.dataDir);
    database.untieEvents();
    database.exec(`UPDATE events SET subject_id = 'otra' WHERE seq = 5`);
    database.close();
    const failure = await other.cocrea('audit', 'verify').then(
      () => null,
      (error: { code: number; stdout: string }) => error,
    );
    expect(failure?.code).toBe(1);
    expect(failure?.stdout).toMatch(/compromiso-11 está rota en el evento 5/);
  });
});

test('two servers never share their data, and a killed one leaves them free', async () => {
  const dataDir = temporaryFolder();
  await using first = await startServer({ dataDir });
  const { code, output } = await refusalOf({ dataDir });
  expect(code).toBe(1);
  const [place, setting] = schemaOf(dataDir) === null ? [dataDir, 'COCREA_DATA_DIR'] : ['postgres://', 'COCREA_DATABASE_URL'];
  expect(output).toContain(place);
  expect(output).toContain(setting);
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  await first.kill();
  await using second = await startServer({ dataDir });
  expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
});
