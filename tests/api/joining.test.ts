// Joining with a code: who one becomes, what is kept of it, and what a stranger cannot get by guessing.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { join, lookUpCode } from '@cocrea/shared/api/join.ts';
import { closeJoinCode, createJoinCode, listJoinCodes } from '@cocrea/shared/api/join-codes.ts';
import { createNote } from '@cocrea/shared/api/labs.ts';
import { listPeople } from '@cocrea/shared/api/people.ts';
import { readSession } from '@cocrea/shared/api/session.ts';
import { aliasLimit, institutionLimit, privacyNoticeVersion } from '@cocrea/shared/domain/person.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { openDatabase } from '../support/server-database.ts';
import { ask, bearer, joinAs, joinForm, type As } from './ask.ts';
import { codes, foundedFolder, rehearsalLab, rooms } from './rehearsal-lab.ts';

let server: RunningServer;
let facilitator: As;
const lab = rehearsalLab;
const params = { code: codes.lab };

beforeAll(async () => {
  server = await startServer({ dataDir: await foundedFolder(), env: { COCREA_CODE_ATTEMPTS_PER_ADDRESS: '20' } });
  facilitator = bearer(await server.token('facilitator', lab));
});
afterAll(async () => server[Symbol.asyncDispose]());

async function person(personId: string) {
  const { output } = await ask(server, listPeople, { as: facilitator, params: { lab } });
  return output.people.find((one) => one.personId === personId);
}

describe('a code', () => {
  test('tells what it opens before anybody says who they are, however it is typed', async () => {
    const { output } = await ask(server, lookUpCode, { params: { code: ' mesa-34 ' } });
    expect(output).toEqual({
      code: codes.firstTable,
      lab: { id: lab, name: 'Ensayo' },
      role: 'participant',
      subTable: { id: 'mesa-1', no: 1, theme: 'Tema 1' },
      noticeVersion: privacyNoticeVersion,
    });
  });

  test('that opens nothing is unknown, and one that was closed says so', async () => {
    expect((await ask(server, lookUpCode, { params: { code: 'AAAAAA' } })).error.code).toBe('code_unknown');
    const { output } = await ask(server, listJoinCodes, { as: facilitator, params: { lab } });
    const id = output.codes.find(({ code }) => code === codes.closed)?.id ?? '';
    const close = { as: facilitator, params: { lab, id }, body: { commandId: randomUUID() } };
    expect((await ask(server, closeJoinCode, close)).status).toBe(204);
    expect((await ask(server, closeJoinCode, close)).status).toBe(204);
    for (const answer of [
      await ask(server, lookUpCode, { params: { code: codes.closed } }),
      await ask(server, join, { params: { code: codes.closed }, body: joinForm('Tarde') }),
    ]) {
      expect([answer.status, answer.error.code]).toEqual([410, 'code_closed']);
    }
  });

  test('is made of letters nobody misreads, and counts who came in by it', async () => {
    const body = { id: randomUUID(), role: 'participant', subTableId: 'mesa-2' } as const;
    const made = await ask(server, createJoinCode, { as: facilitator, params: { lab }, body });
    expect(made.status).toBe(201);
    expect(made.output.code.code).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{6}$/);
    const again = await ask(server, createJoinCode, { as: facilitator, params: { lab }, body });
    expect([again.status, again.output]).toEqual([200, made.output]);
    await joinAs(server, made.output.code.code, 'Cuenta una');
    await joinAs(server, made.output.code.code, 'Cuenta dos');
    const { output } = await ask(server, listJoinCodes, { as: facilitator, params: { lab } });
    expect(output.codes.find(({ id }) => id === body.id)?.uses).toBe(2);
  });

  test('for a sub-table that is not there is none', async () => {
    const body = { id: randomUUID(), role: 'participant', subTableId: 'mesa-9' } as const;
    const { status, error } = await ask(server, createJoinCode, { as: facilitator, params: { lab }, body });
    expect([status, error.code]).toEqual([404, 'sub_table_not_found']);
  });
});

describe('joining', () => {
  test('makes a person of the code’s role and table, with the consents as they were given', async () => {
    const form = joinForm('Ana', { institution: 'Red  de Vecinos', consents: { attendance: true, image: false, contact: true } });
    const { status, output, session } = await ask(server, join, { params: { code: codes.firstTable }, body: form });
    expect(status).toBe(201);
    expect(output).toMatchObject({
      labId: lab,
      documentId: rooms.firstTable,
      session: {
        me: { personId: form.id, name: 'Ana', account: false, memberships: [{ role: 'participant', subTableId: 'mesa-1' }] },
      },
    });
    expect((await ask(server, readSession, { as: session })).output.me?.personId).toBe(form.id);
    expect(await person(form.id)).toMatchObject({ name: 'Ana', institution: 'Red de Vecinos', actorKind: 'ciudadania' });
    const database = openDatabase(server.dataDir);
    const consents = database
      .prepare('SELECT notice_version, attendance, image, contact FROM consents WHERE person_id = ?')
      .all(form.id);
    database.close();
    expect(consents.map((row) => ({ ...row }))).toEqual([
      { notice_version: privacyNoticeVersion, attendance: 1, image: 0, contact: 1 },
    ]);
  });

  test('under another wording of the notice has to be asked again', async () => {
    const body = joinForm('Antigua', { noticeVersion: '2019-01' });
    const { status, error } = await ask(server, join, { params, body });
    expect([status, error.code]).toEqual([400, 'consent_required']);
  });

  test('a name that is taken gets one like it offered, also with other accents and capitals', async () => {
    await joinAs(server, codes.lab, 'José Ak’abal');
    const unseen = await ask(server, join, { params, body: joinForm('José\u200b Ak’abal') });
    expect(unseen.error.code).toBe('alias_taken');
    const { status, error } = await ask(server, join, { params, body: joinForm("JOSE  Ak'abal") });
    expect([status, error.code]).toEqual([409, 'alias_taken']);
    expect(error.details['suggestion']).toBe("JOSE Ak'abal 2");
    expect(error.message).toContain("JOSE Ak'abal 2");
  });

  test('two people who take the same name at once: one gets it, the other a suggestion', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => ask(server, join, { params, body: joinForm('Gemela') })));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    for (const { error } of answers.filter(({ status }) => status === 409)) {
      expect(error).toMatchObject({ code: 'alias_taken', details: { suggestion: 'Gemela 2' } });
    }
  });

  test.each([
    ['an alias of 500 emoji', { alias: '🫘'.repeat(500) }, 'text_too_long', { field: 'alias', limit: aliasLimit }],
    ['an alias of nothing but spaces', { alias: ' \t\u202e ' }, 'missing_field', { field: 'alias' }],
    ['an alias nobody can see', { alias: '\u200b\u2060' }, 'missing_field', { field: 'alias' }],
    [
      'an endless institution',
      { institution: 'I'.repeat(5000) },
      'text_too_long',
      { field: 'institution', limit: institutionLimit },
    ],
    ['no kind of actor we know', { actorKind: 'marciano' as 'ong' }, 'invalid_field', { field: 'actorKind' }],
    ['an id that is none', { id: '../../etc' }, 'invalid_field', { field: 'id' }],
  ])('%s is refused', async (_what, other, code, details) => {
    const { status, error } = await ask(server, join, { params, body: joinForm('Persona', other) });
    expect(status).toBe(400);
    expect(error).toMatchObject({ code, details });
  });

  test('sixty clusters of many code points each are one name', async () => {
    const alias = '👩🏽‍🌾'.repeat(aliasLimit);
    const form = joinForm(alias);
    expect((await ask(server, join, { params, body: form })).status).toBe(201);
    expect((await person(form.id))?.name).toBe(alias);
  });

  test('text that looks like a page stays text', async () => {
    const alias = '<script>alert(1)</script>';
    const form = joinForm(alias, { institution: '<img src=x onerror=alert(1)>' });
    const { output, headers } = await ask(server, join, { params, body: form });
    expect(output.session.me?.name).toBe(alias);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(await person(form.id)).toMatchObject({ name: alias, institution: '<img src=x onerror=alert(1)>' });
  });

  test('twelve who come get the colours that the fewest have: all twelve, whoever was there before', async () => {
    const uses = new Map<number, number>();
    const came: number[] = [];
    for (let no = 0; no < 12; no += 1) {
      const { personId } = await joinAs(server, codes.lab, `Color ${no}`);
      came.push((await person(personId))?.color ?? -1);
    }
    const { output } = await ask(server, listPeople, { as: facilitator, params: { lab } });
    for (const { color } of output.people) uses.set(color, (uses.get(color) ?? 0) + 1);
    expect(uses.size).toBe(12);
    expect(Math.max(...uses.values()) - Math.min(...uses.values())).toBeLessThanOrEqual(1);
    expect(came.every((color) => color >= 0 && color < 12)).toBe(true);
  });
});

describe('the same device', () => {
  test('stays the person it is, whatever the form says', async () => {
    const { personId, as } = await joinAs(server, codes.lab, 'Fiel');
    const { status, output, session } = await ask(server, join, { as, params, body: joinForm('Otra') });
    expect(status).toBe(200);
    expect(output.session.me).toMatchObject({ personId, name: 'Fiel' });
    expect(session).toEqual({});
  });

  test('may send again what was never answered, and is the same person once', async () => {
    const form = joinForm('Insistente');
    const first = await ask(server, join, { params, body: form });
    const second = await ask(server, join, { params, body: form });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.output.session.me?.personId).toBe(form.id);
    // The answer that was lost opens nothing any more.
    expect((await ask(server, readSession, { as: first.session })).output.me).toBeNull();
    expect((await ask(server, readSession, { as: second.session })).output.me?.personId).toBe(form.id);
  });

  test('sending twice at once makes one person', async () => {
    const form = joinForm('Doble');
    const answers = await Promise.all([1, 2].map(() => ask(server, join, { params, body: form })));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 201]);
  });
});

describe('a stranger who knows somebody’s id', () => {
  test('gets nothing by it once that person has begun, not even with the same form', async () => {
    const form = joinForm('Dueña');
    const { session } = await ask(server, join, { params, body: form });
    await ask(server, readSession, { as: session });
    for (const body of [form, joinForm('Intrusa', { id: form.id })]) {
      const answer = await ask(server, join, { params, body });
      expect([answer.status, answer.error.code, answer.session]).toEqual([409, 'id_taken', {}]);
    }
    expect((await ask(server, readSession, { as: session })).output.me?.personId).toBe(form.id);
  });

  test('gets nothing by another form while that person’s first answer is on its way', async () => {
    const form = joinForm('En camino');
    await ask(server, join, { params, body: form });
    const answer = await ask(server, join, { params, body: { ...form, institution: 'Otra' } });
    expect([answer.status, answer.error.code]).toEqual([409, 'id_taken']);
  });
});

test('an id that stands for something else already, or for a program, is nobody’s to join with', async () => {
  const note = randomUUID();
  const made = await ask(server, createNote, { as: facilitator, params: { lab }, body: { id: note, title: 'Nota' } });
  expect(made.status).toBe(201);
  const taken = await ask(server, join, { params, body: joinForm('Con la nota', { id: note }) });
  expect([taken.status, taken.error.code, taken.session]).toEqual([409, 'id_taken', {}]);
  const program = '0e0e0e0e-0000-8000-8000-00000000000f';
  const refused = await ask(server, join, { params, body: joinForm('Con la de un programa', { id: program }) });
  expect([refused.status, refused.error.details['field']]).toEqual([400, 'id']);
});

test('guessing codes comes to an end, for those who guess', async () => {
  const guess = () => ask(server, lookUpCode, { params: { code: 'AAAAAA' } });
  const answers = await Promise.all(Array.from({ length: 25 }, guess));
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
  expect((await guess()).error.code).toBe('rate_limited');
});
