// Who sits at a table over the API: people who join it with its code, people on paper, the last seat, circles, and whom it is handed to.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJoinCode, listJoinCodes } from '@cocrea/shared/api/join-codes.ts';
import { join, lookUpCode } from '@cocrea/shared/api/join.ts';
import { arrangeCircles, readTablePeople, removeFromPaper, seatOnPaper } from '@cocrea/shared/api/table-people.ts';
import {
  changeQuestions,
  changeTable,
  glanceAtTables,
  handOverTable,
  listTables,
  openTable,
  readTableDoor,
} from '@cocrea/shared/api/tables.ts';
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import { dealCircles } from '@cocrea/shared/domain/table-people.ts';
import { Cast } from '../support/cast.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { ask, bearer, joinAs, joinForm, type As } from './ask.ts';

let server: RunningServer;
let cast: Cast;
let host: As;
beforeAll(async () => {
  server = await startServer({ env: { COCREA_CODE_ATTEMPTS_PER_ADDRESS: '1000' } });
  cast = new Cast(server);
  host = bearer(cast.person({ role: 'facilitator' }).token ?? '');
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const at = (no: number) => ({ lab: demoLab, table: String(no) });
const opening = { mode: 'hall', openUntil: null, noteTakerId: null, minutes: 20, dots: 3, anonymousDots: false } as const;
async function opened(seats = 15): Promise<{ no: number; code: JoinCode }> {
  const no = cast.table();
  const body = { ...opening, seats, commandId: randomUUID() };
  expect((await ask(server, openTable, { as: host, params: at(no), body })).status).toBe(201);
  const { output } = await ask(server, readTableDoor, { as: host, params: at(no) });
  if (output.code === null) throw new Error('an open table without a code');
  return { no, code: output.code };
}
async function idOf(no: number): Promise<string> {
  const { output } = await ask(server, listTables, { as: host, params: { lab: demoLab } });
  return output.tables.find(({ subTable }) => subTable.no === no)?.subTable.id ?? '';
}
const onPaper = (no: number, name: string, id: string = randomUUID()) =>
  ask(server, seatOnPaper, { as: host, params: at(no), body: { id, name, institution: null, actorKind: 'academia' } });
const people = async (no: number) => (await ask(server, readTablePeople, { as: host, params: at(no) })).output;
const circles = (no: number, places: { id: string; circle: 1 | 2 | 3 | null }[], commandId: string = randomUUID()) =>
  ask(server, arrangeCircles, { as: host, params: at(no), body: { commandId, places } });
const alias = (name: string): string => `${name} ${randomUUID().slice(0, 8)}`;

describe('the door of a table', () => {
  test('is a code of its own, made when it opens, that leads to this table', async () => {
    const { no, code } = await opened();
    expect(code).toMatchObject({ role: 'participant', closedAt: null, uses: 0 });
    const { output } = await ask(server, lookUpCode, { params: { code: code.code } });
    expect(output.subTable?.no).toBe(no);
    const { personId } = await joinAs(server, code.code, alias('Ana'));
    expect((await people(no)).people.map((person) => person.personId)).toEqual([personId]);
  });

  test('is the code the table had before, where it had one', async () => {
    const no = cast.table();
    const body = { id: randomUUID(), role: 'participant', subTableId: await idOf(no) } as const;
    const made = await ask(server, createJoinCode, { as: host, params: { lab: demoLab }, body });
    const commandId = randomUUID();
    await ask(server, openTable, { as: host, params: at(no), body: { ...opening, seats: 15, commandId } });
    const { output } = await ask(server, readTableDoor, { as: host, params: at(no) });
    expect(output.code?.code).toBe(made.output.code.code);
  });
});

test('a table that two open at once is opened by one, and has one code; the same command at once opens it once', async () => {
  const no = cast.table();
  const open = (commandId: string) =>
    ask(server, openTable, { as: host, params: at(no), body: { ...opening, seats: 15, commandId } });
  const [one, other] = [randomUUID(), randomUUID()];
  const answers = await Promise.all([open(one), open(other), open(one), open(other)]);
  const won = answers.filter(({ status }) => status === 201);
  expect(won).toHaveLength(1);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 201, 409, 409]);
  const { output } = await ask(server, listJoinCodes, { as: host, params: { lab: demoLab } });
  const id = await idOf(no);
  expect(output.codes.filter(({ subTableId }) => subTableId === id)).toHaveLength(1);
});

describe('a table with few seats', () => {
  test('gives the last one to one of many who want it at once; the others are told the limit', async () => {
    const { no, code } = await opened(3);
    await onPaper(no, 'Sin teléfono');
    const wanting = Array.from({ length: 6 }, (_, each) =>
      ask(server, join, { params: { code: code.code }, body: joinForm(alias(`Persona ${each}`)) }),
    );
    const answers = await Promise.all(wanting);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ error }) => [error.code, error.details])).toEqual(Array(4).fill(['table_full', { limit: 3 }]));
    expect((await people(no)).people).toHaveLength(2);
    expect((await onPaper(no, 'Otra persona')).error.code).toBe('table_full');
  });

  test('takes one more when it is given a seat, or when somebody on paper leaves', async () => {
    const { no, code } = await opened(1);
    const id = randomUUID();
    await onPaper(no, 'Sin teléfono', id);
    const form = joinForm(alias('Ana'));
    const come = () => ask(server, join, { params: { code: code.code }, body: form });
    expect((await come()).error.code).toBe('table_full');
    const body = { commandId: randomUUID(), version: 1, noteTakerId: null, seats: 2 };
    expect((await ask(server, changeTable, { as: host, params: at(no), body })).output.table.session?.seats).toBe(2);
    expect((await come()).status).toBe(201);
    const removal = { as: host, params: { ...at(no), seat: id }, body: { commandId: randomUUID() } };
    expect((await ask(server, removeFromPaper, removal)).status).toBe(204);
    expect((await ask(server, removeFromPaper, removal)).status).toBe(204);
    expect((await joinAs(server, code.code, alias('Luis'))).personId).toBeTruthy();
  });

  test('has room for whoever takes its notes: no seat is theirs', async () => {
    const { no } = await opened(1);
    await onPaper(no, 'Sin teléfono');
    const body = { id: randomUUID(), role: 'note_taker', subTableId: await idOf(no) } as const;
    const { output } = await ask(server, createJoinCode, { as: host, params: { lab: demoLab }, body });
    const { status } = await ask(server, join, { params: { code: output.code.code }, body: joinForm(alias('Relata')) });
    expect(status).toBe(201);
  });
});

describe('people on paper', () => {
  test('[RE2] are written down once by the same id', async () => {
    const { no } = await opened();
    const id = randomUUID();
    const [first, again] = [await onPaper(no, 'Doña  Marta ', id), await onPaper(no, 'Doña Marta', id)];
    expect([first.status, again.status]).toEqual([201, 200]);
    const seat = { id, name: 'Doña Marta', institution: null, actorKind: 'academia', circle: null };
    expect((await people(no)).paper).toEqual([seat]);
  });

  test.each([
    ['nobody', ' ', 'missing_field'],
    ['an endless name', 'N'.repeat(80), 'text_too_long'],
  ])('%s is not written down', async (_what, name, code) => {
    const { no } = await opened();
    expect((await onPaper(no, name)).error.code).toBe(code);
    expect((await people(no)).paper).toEqual([]);
  });

  test('cannot sit at a table nobody has opened', async () => {
    expect((await onPaper(cast.table(), 'Marta')).error.code).toBe('table_not_open');
  });
});

describe('circles', () => {
  test('are dealt to everybody, on paper too, and stay until somebody is moved by hand', async () => {
    const { no, code } = await opened();
    const joined = await Promise.all(['Ana', 'Luis', 'Eva', 'Tono'].map((name) => joinAs(server, code.code, alias(name))));
    const seat = randomUUID();
    await onPaper(no, 'Marta', seat);
    const ids = [...joined.map(({ personId }) => personId), seat];
    const dealt = dealCircles(ids, 7);
    const commandId = randomUUID();
    const answer = await circles(
      no,
      [...dealt].map(([id, circle]) => ({ id, circle })),
      commandId,
    );
    expect(new Map(answer.output.people.map((person) => [person.personId, person.circle])).get(ids[0] ?? '')).toBe(
      dealt.get(ids[0] ?? ''),
    );
    await circles(no, [{ id: seat, circle: 3 }]);
    // The first deal sent again changes nothing any more.
    await circles(
      no,
      [...dealt].map(([id, circle]) => ({ id, circle })),
      commandId,
    );
    expect((await people(no)).paper[0]?.circle).toBe(3);
    expect((await circles(no, [{ id: randomUUID(), circle: 1 }])).error.code).toBe('person_not_found');
  });
});

describe('a table in other hands', () => {
  test('is handed over to who may conduct it, and to nobody else', async () => {
    const { no } = await opened();
    const other = cast.person({ role: 'consolidator' }).personId;
    const give = (personId: string, version: number) =>
      ask(server, handOverTable, { as: host, params: at(no), body: { commandId: randomUUID(), version, personId } });
    expect((await give(cast.person({ role: 'participant' }).personId, 1)).error.code).toBe('person_not_found');
    expect((await give(other, 1)).output.table.session).toMatchObject({ facilitatorId: other, version: 2 });
    expect((await give(other, 1)).error.code).toBe('stale');
  });

  test('names its note-taker among those who take notes', async () => {
    const { no } = await opened();
    const name = (noteTakerId: string) =>
      ask(server, changeTable, {
        as: host,
        params: at(no),
        body: { commandId: randomUUID(), version: 1, noteTakerId, seats: 15 },
      });
    expect((await name(cast.person({ role: 'observer' }).personId)).error.code).toBe('person_not_found');
    const taker = cast.person({ role: 'note_taker' }).personId;
    expect((await name(taker)).output.table.session?.noteTakerId).toBe(taker);
  });
});

describe('the guiding questions', () => {
  test('are worded anew until the table is opened, by one at a time', async () => {
    const { no, questions } = cast.tableWithQuestions();
    const better = ['¿Qué hay?', '¿Qué falta?', '¿Quién lo hace?', '¿Cómo se mide?'];
    const change = (basedOn: string[], to: string[]) =>
      ask(server, changeQuestions, { as: host, params: at(no), body: { commandId: randomUUID(), basedOn, questions: to } });
    expect((await change(questions, better)).output.table.subTable.questions).toEqual(better);
    expect((await change(questions, questions)).error.code).toBe('stale');
    expect((await change(better, ['', 'b', 'c', 'd'])).error.code).toBe('missing_field');
    expect((await change(better, ['una'])).error.code).toBe('invalid_field');
    const body = { ...opening, seats: 15, commandId: randomUUID() };
    await ask(server, openTable, { as: host, params: at(no), body });
    expect((await change(better, questions)).error.code).toBe('table_already_open');
  });
});

test('at a glance, who sits at a table is told to those who conduct it and to nobody else', async () => {
  const { no, code } = await opened();
  const { personId, as } = await joinAs(server, code.code, alias('Ana'));
  await onPaper(no, 'Marta');
  const glance = async (who: As) =>
    (await ask(server, glanceAtTables, { as: who, params: { lab: demoLab } })).output.tables.find((one) => one.no === no);
  expect(await glance(host)).toMatchObject({ people: [personId], paper: 1, contributions: [0, 0, 0, 0] });
  expect(await glance(as)).toMatchObject({ people: null, paper: null, contributions: [0, 0, 0, 0] });
});
