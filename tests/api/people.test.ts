// Those who run a lab change who is in it, and the person concerned sees it on every open screen within two seconds.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { markVisit, readChanges, readLab } from '@cocrea/shared/api/labs.ts';
import { changePerson, createPerson, listPeople, removePerson } from '@cocrea/shared/api/people.ts';
import { enterDemo, signIn, signOutEverywhere } from '@cocrea/shared/api/session.ts';
import { closeCodeOf } from '@cocrea/shared/errors.ts';
import { Cast } from '../support/cast.ts';
import { connectWitness } from '../support/witness.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { openDatabase } from '../support/server-database.ts';
import { ask, bearer, type As } from './ask.ts';

let server: RunningServer;
let cast: Cast;
let facilitator: As;
const lab = demoLab;
const here = { lab };
const draft = 'compromiso-11.borrador-2';
const soon = 2000;
const command = (): { commandId: string } => ({ commandId: randomUUID() });

beforeAll(async () => {
  server = await startServer();
  cast = new Cast(server);
  facilitator = bearer(await server.token('facilitator'));
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

async function person(personId: string) {
  const { output } = await ask(server, listPeople, { as: facilitator, params: here });
  return output.people.find((one) => one.personId === personId);
}
const change = (
  personId: string,
  body: { version?: number; name?: string; role?: 'observer' | 'participant' },
  as = facilitator,
) => ask(server, changePerson, { as, params: { lab, person: personId }, body: { ...command(), version: 1, ...body } });
const remove = (personId: string, as = facilitator) =>
  ask(server, removePerson, { as, params: { lab, person: personId }, body: command() });

describe('on that person’s screens, within two seconds,', () => {
  test('another role makes a writer a reader, and a reader a writer', async () => {
    const { personId, token } = cast.person({ role: 'civil_org' });
    const screen = await connectWitness(server, draft, { token: token ?? '' });
    expect(screen.hello()?.role).toBe('write');
    await change(personId, { role: 'observer' });
    await screen.waitFor(() => screen.hello()?.role === 'read', 'the screen is told it may only read', soon);
    const back = await change(personId, { role: 'participant', version: 2 });
    expect(back.status, back.error.message).toBe(200);
    await screen.waitFor(() => screen.hello()?.role === 'write', 'the screen is told it may write again', soon);
    screen.close();
  });

  test('another name is what the others see', async () => {
    const { personId, token } = cast.person({ role: 'civil_org' });
    const screen = await connectWitness(server, draft, { token: token ?? '' });
    const other = await connectWitness(server, draft, { token: cast.person({ role: 'observer' }).token ?? '' });
    screen.awareness.setLocalState({ user: { name: 'Otra cosa' } });
    const nameSeen = (): unknown => other.awareness.getStates().get(screen.doc.clientID)?.['user']?.name;
    await other.waitFor(() => nameSeen() !== undefined, 'the person is seen');
    const name = `Renombrada ${randomUUID().slice(0, 8)}`;
    await change(personId, { name });
    await other.waitFor(() => nameSeen() === name, 'the person is seen under the new name', soon);
    for (const one of [screen, other]) one.close();
  });

  test('being removed closes the document and the feed, and every door says why', async () => {
    const { personId, token } = cast.person({ role: 'civil_org' });
    const screen = await connectWitness(server, draft, { token: token ?? '' });
    const closed = new Promise<number>((resolve) => {
      screen.provider.on('connection-close', (event) => event && resolve(event.code));
    });
    const feed = new WebSocket(`${server.url.replace('http', 'ws')}/feed?lab=${lab}&after=1000000&token=${token}`);
    await new Promise((resolve) => feed.once('open', resolve));
    const toldYou = new Promise((resolve) => feed.on('message', (data) => String(data).includes('"you"') && resolve(true)));
    const feedClosed = new Promise<number>((resolve) => feed.once('close', resolve));
    const begin = performance.now();
    expect((await remove(personId)).status).toBe(204);
    expect(await Promise.all([closed, toldYou, feedClosed])).toEqual([4410, true, 4410]);
    expect(performance.now() - begin).toBeLessThan(soon);
    const { status, error } = await ask(server, readLab, { as: bearer(token ?? ''), params: here });
    expect([status, error.code]).toEqual([403, 'removed_from_lab']);
    expect(await person(personId)).toBeUndefined();
    screen.close();
  });

  test('signing out everywhere closes what is open elsewhere', async () => {
    const { token } = cast.person({ role: 'civil_org' });
    const screen = await connectWitness(server, draft, { token: token ?? '' });
    const closed = new Promise<number>((resolve) => {
      screen.provider.on('connection-close', (event) => event && resolve(event.code));
    });
    expect((await ask(server, signOutEverywhere, { as: bearer(token ?? '') })).status).toBe(204);
    expect(await closed).toBe(closeCodeOf('session_expired'));
    screen.close();
  });
});

test('an access that runs out while it is in use ends what it opened', async () => {
  const { personId, token } = cast.person({ role: 'civil_org' });
  const screen = await connectWitness(server, draft, { token: token ?? '' });
  const feed = new WebSocket(`${server.url.replace('http', 'ws')}/feed?lab=${lab}&token=${token}`);
  await once(feed, 'open');
  const closed = new Promise<number>((resolve) => {
    screen.provider.on('connection-close', (event) => event && resolve(event.code));
  });
  const database = openDatabase(server.dataDir);
  const expire = database.prepare('UPDATE sessions SET expires_at = ? WHERE person_id = ?');
  // Written before it comes, or once more: whoever looks for what ran out since the last look would never find one written into the past.
  for (let at = 0; at <= Date.now(); ) {
    at = Date.now() + 300;
    expire.run(at, personId);
  }
  database.close();
  const [code] = (await once(feed, 'close')) as [number];
  expect([await closed, code]).toEqual([closeCodeOf('session_expired'), closeCodeOf('session_expired')]);
  screen.close();
});

describe('a change', () => {
  test('is based on what its author saw', async () => {
    const { personId } = cast.person({ role: 'participant' });
    expect((await change(personId, { role: 'observer' })).output.person).toMatchObject({ role: 'observer', version: 2 });
    const { status, error } = await change(personId, { name: 'Tarde' });
    expect([status, error.code]).toEqual([409, 'stale']);
    expect((await person(personId))?.name).not.toBe('Tarde');
  });

  test('sent twice is done once', async () => {
    const { personId } = cast.person({ role: 'participant' });
    const asked = {
      as: facilitator,
      params: { lab, person: personId },
      body: { ...command(), version: 1, name: `Una ${personId}`.slice(0, 40) },
    };
    const answers = [await ask(server, changePerson, asked), await ask(server, changePerson, asked)];
    expect(answers.map(({ status, output }) => [status, output.person.version])).toEqual([
      [200, 2],
      [200, 2],
    ]);
    const removal = { as: facilitator, params: { lab, person: personId }, body: command() };
    expect((await ask(server, removePerson, removal)).status).toBe(204);
    expect((await ask(server, removePerson, removal)).status).toBe(204);
    expect((await remove(personId)).error.code).toBe('person_not_found');
  });

  test('of one’s own name is everybody’s; of one’s own role, nobody’s who does not give roles', async () => {
    const { personId, token } = cast.person({ role: 'observer' });
    const as = bearer(token ?? '');
    expect((await change(personId, { name: `Yo ${personId.slice(0, 6)}` }, as)).status).toBe(200);
    expect((await change(personId, { role: 'participant', version: 2 }, as)).error.code).toBe('forbidden');
    expect((await change(cast.person({ role: 'observer' }).personId, { name: 'Otra' }, as)).error.code).toBe('forbidden');
  });

  test('of a name to one that is taken offers another', async () => {
    const { personId } = cast.person({ role: 'observer' });
    const { error } = await change(personId, { name: 'MARISOL Tzoc Barrientos' });
    expect(error).toMatchObject({ code: 'alias_taken', details: { suggestion: 'MARISOL Tzoc Barrientos 2' } });
  });

  test('frees the name of whoever is removed', async () => {
    const [first, second] = [cast.person({ role: 'observer' }), cast.person({ role: 'observer' })];
    const name = `Repetida ${randomUUID().slice(0, 8)}`;
    await change(first.personId, { name });
    expect((await change(second.personId, { name })).error.code).toBe('alias_taken');
    await remove(first.personId);
    expect((await change(second.personId, { name })).status).toBe(200);
  });
});

describe('a lab keeps its last facilitator', () => {
  test('who can be neither demoted nor removed, also by a program, and also when two try on each other at once', async () => {
    const { output, session } = await ask(server, enterDemo, { body: { as: 'facilitator' } });
    const first = output.me?.personId ?? '';
    for (const as of [session, facilitator]) {
      const { status, error } = await change(first, { role: 'observer' }, as);
      expect([status, error.code]).toEqual([409, 'last_facilitator']);
    }
    expect((await remove(first)).error.code).toBe('last_facilitator');

    const second = cast.person({ role: 'facilitator' });
    const answers = await Promise.all([
      change(second.personId, { role: 'observer' }, session),
      change(first, { role: 'observer' }, bearer(second.token ?? '')),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, expect.toBeOneOf([403, 409])]);
    const { output: now } = await ask(server, listPeople, { as: bearer(await server.token('admin')), params: here });
    expect(
      now.people.filter(({ role, personId }) => role === 'facilitator' && [first, second.personId].includes(personId)),
    ).toHaveLength(1);
  });
});

describe('an account', () => {
  const account = () => {
    const id = randomUUID();
    const name = `Cuenta ${id.slice(0, 8)}`;
    return { id, name, password: 'una clave bien larga', institution: null, actorKind: 'otro', role: 'note_taker' } as const;
  };
  const create = (body: ReturnType<typeof account>) => ask(server, createPerson, { as: facilitator, params: here, body });

  test('is made once, and its password opens it', async () => {
    const body = account();
    const [made, again] = [await create(body), await create(body)];
    expect([made.status, again.status]).toEqual([201, 200]);
    expect(again.output).toEqual(made.output);
    expect(made.output.person).toMatchObject({ account: true, role: 'note_taker' });
    expect((await ask(server, signIn, { body })).output.me?.personId).toBe(body.id);
    expect(JSON.stringify([made.output, (await person(body.id)) ?? {}])).not.toContain('argon2');
  });

  test('follows the person’s new name', async () => {
    const body = account();
    await create(body);
    await change(body.id, { name: `${body.name} de Paz` });
    expect((await ask(server, signIn, { body })).status).toBe(401);
    expect((await ask(server, signIn, { body: { ...body, name: `${body.name} de Paz` } })).status).toBe(200);
  });

  test('is told from others: its name, its id, the length of its password', async () => {
    const body = account();
    await create(body);
    expect((await create({ ...account(), name: body.name.toUpperCase() as typeof body.name })).error.code).toBe('name_taken');
    expect((await create({ ...account(), id: body.id })).error.code).toBe('id_taken');
    const short = await create({ ...account(), password: 'corta' as typeof body.password });
    expect(short.error).toMatchObject({ code: 'password_too_short', details: { minimum: 10 } });
    const long = await create({ ...account(), password: 'a'.repeat(5000) as typeof body.password });
    expect(long.error).toMatchObject({ code: 'text_too_long', details: { field: 'password' } });
  });
});

test('the log names people by their ids only', async () => {
  const name = `Nombre ${randomUUID()}`;
  await ask(server, markVisit, { as: facilitator, params: here, body: { seq: 0 } });
  await change(cast.person({ role: 'observer' }).personId, { name });
  const { output } = await ask(server, readChanges, { as: facilitator, params: here });
  expect(output.events.map(({ type }) => type)).toContain('person.renamed');
  expect(JSON.stringify(output.events)).not.toContain(name);
});
