// A sub-table over the API: opened once, moved by one at a time, timed by the server; what people contribute to it arrives once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import { readBoard, sendContribution } from '@cocrea/shared/api/contributions.ts';
import { changeTableClock, listTables, movePhase, openTable } from '@cocrea/shared/api/tables.ts';
import { contributionLimit } from '@cocrea/shared/domain/contribution.ts';
import type { ClockChange } from '@cocrea/shared/domain/table-clock.ts';
import type { Phase, TableNow } from '@cocrea/shared/domain/table-session.ts';
import { Cast } from '../support/cast.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { ask, bearer, type As } from './ask.ts';

let server: RunningServer;
let cast: Cast;
let host: As;
let guest: As;
beforeAll(async () => {
  server = await startServer();
  cast = new Cast(server);
  host = bearer(cast.person({ role: 'facilitator' }).token ?? '');
  guest = bearer(cast.person({ role: 'participant' }).token ?? '');
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const opening = {
  mode: 'hall',
  openUntil: null,
  noteTakerId: null,
  minutes: 20,
  seats: 15,
  dots: 3,
  anonymousDots: false,
} as const;
const at = (no: number) => ({ lab: demoLab, table: String(no) });
const open = (no: number, more: Partial<BodyOf<typeof openTable>> = {}) =>
  ask(server, openTable, { as: host, params: at(no), body: { commandId: randomUUID(), ...opening, ...more } });
const move = (no: number, body: { phase: Phase; version: number; commandId?: string }) =>
  ask(server, movePhase, { as: host, params: at(no), body: { commandId: randomUUID(), ...body } });
const clock = (no: number, body: { change: ClockChange; version: number; minutes?: number }) =>
  ask(server, changeTableClock, { as: host, params: at(no), body: { commandId: randomUUID(), minutes: 5, ...body } });
const send = (no: number, more: Partial<BodyOf<typeof sendContribution>> = {}, as = guest) =>
  ask(server, sendContribution, {
    as,
    params: at(no),
    body: {
      id: randomUUID(),
      question: 1,
      text: 'Hay firma electrónica, y poca gente la usa.',
      language: 'es',
      way: 'phone',
      circle: null,
      onBehalfOf: null,
      writtenAt: Date.now(),
      ...more,
    },
  });
const board = (no: number) => ask(server, readBoard, { as: guest, params: at(no) });
async function now(no: number): Promise<TableNow | undefined> {
  const { output } = await ask(server, listTables, { as: guest, params: { lab: demoLab } });
  return output.tables.find(({ subTable }) => subTable.no === no);
}

describe('a table', () => {
  test('[RE2] is opened once by the same command, and not by another', async () => {
    const no = cast.table();
    const commandId = randomUUID();
    const [first, again, other] = [await open(no, { commandId }), await open(no, { commandId }), await open(no)];
    expect([first.status, again.status, other.status]).toEqual([201, 200, 409]);
    expect(first.output.table.session).toMatchObject({ phase: 'welcome', version: 1, clock: { endsAt: null, left: null } });
    expect(other.error.code).toBe('table_already_open');
    expect((await open(999)).error.code).toBe('sub_table_not_found');
  });

  test.each([
    ['no minutes', { minutes: 0 }],
    ['half a seat', { seats: 1.5 }],
    ['a thousand dots', { dots: 1000 }],
    ['an end in the past', { mode: 'until', openUntil: 1 }],
    ['an end between two milliseconds', { mode: 'until', openUntil: Date.now() + 60_000.5 }],
    ['an end after all dates', { mode: 'until', openUntil: Number.MAX_SAFE_INTEGER }],
    ['a hall with an end', { mode: 'hall', openUntil: Date.now() + 60_000 }],
  ] as const)('is not opened with %s', async (_what, more) => {
    const no = cast.table();
    const refused = await open(no, more);
    expect([refused.status, refused.error.code]).toEqual([400, 'invalid_field']);
    expect((await now(no))?.session).toBeNull();
  });

  test('is moved by one of two who press next at once, and the other is told', async () => {
    const no = cast.table();
    await open(no);
    const both = await Promise.all([move(no, { phase: 'q1', version: 1 }), move(no, { phase: 'q1', version: 1 })]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.error.code).toBe('phase_taken');
    expect((await now(no))?.session).toMatchObject({ phase: 'q1', version: 2 });
  });

  test('goes back without losing anything, and closes by a command of its own only', async () => {
    const no = cast.table();
    await open(no);
    await move(no, { phase: 'q2', version: 1 });
    const sent = await send(no, { question: 2 });
    await move(no, { phase: 'q1', version: 2 });
    expect((await board(no)).output.contributions).toEqual([sent.output.contribution]);
    expect((await move(no, { phase: 'closed', version: 3 })).error.code).toBe('invalid_field');
  });

  test('has a clock that a question starts, that goes on over a restart, and that can be given more', async () => {
    const no = cast.table();
    await open(no);
    const begin = Date.now();
    const asked = await move(no, { phase: 'q1', version: 1 });
    const endsAt = asked.output.table.session?.clock.endsAt ?? 0;
    expect(endsAt - begin).toBeGreaterThanOrEqual(20 * 60_000);
    await server.restart();
    expect((await now(no))?.session?.clock).toEqual({ endsAt, left: null });
    const more = await clock(no, { change: 'extend', version: 2 });
    expect(more.output.table.session?.clock.endsAt).toBe(endsAt + 5 * 60_000);
    const standing = await clock(no, { change: 'pause', version: 3 });
    expect(standing.output.table.session?.clock.endsAt).toBeNull();
    expect(standing.output.table.session?.clock.left).toBeLessThanOrEqual(25 * 60_000);
    expect((await clock(no, { change: 'resume', version: 3 })).error.code).toBe('stale');
    for (const minutes of [0.00001, -1, 1000])
      expect((await clock(no, { change: 'extend', version: 4, minutes })).error.code).toBe('invalid_field');
    expect((await clock(no, { change: 'resume', version: 4 })).output.table.session?.clock.left).toBeNull();
  });
});

describe('a contribution', () => {
  test('[RE2] sent many times at once is there once, with a folio nobody else has', async () => {
    const no = cast.table();
    await open(no);
    const id = randomUUID();
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => send(no, { id })),
      send(no),
      send(no, { question: 4 }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(3);
    const { contributions, clusters } = (await board(no)).output;
    expect(contributions.map(({ folio }) => folio)).toEqual([1, 2, 3].map((each) => `M${no}-A-000${each}`));
    expect(clusters.map((cluster) => cluster.id).sort()).toEqual(contributions.map((contribution) => contribution.id).sort());
    expect((await send(no, { id }, host)).error.code).toBe('id_taken');
  });

  test('waits for a table that is not open yet', async () => {
    const no = cast.table();
    const early = await send(no);
    expect([early.status, early.error.code]).toEqual([409, 'table_not_open']);
    expect((await board(no)).output.contributions).toEqual([]);
  });

  test.each([
    ['nothing but blanks', { text: ' \n ' }, 'missing_field'],
    ['letters nobody sees', { text: '\u200b\u2060\u00ad' }, 'missing_field'],
    ['1,001 characters', { text: 'ñ'.repeat(contributionLimit + 1) }, 'text_too_long'],
    ['a question that is not asked', { question: 5 }, 'invalid_field'],
    ['a group there is not', { circle: 9 }, 'invalid_field'],
    ['an endless name', { onBehalfOf: 'N'.repeat(200) }, 'text_too_long'],
  ] as const)('of %s is refused in words, and stored nowhere', async (_what, more, code) => {
    const no = cast.table();
    await open(no);
    const refused = await send(no, more);
    expect([refused.status, refused.error.code]).toEqual([400, code]);
    expect((await board(no)).output.contributions).toEqual([]);
  });

  test('keeps its accents, its apostrophes and its markup as text', async () => {
    const no = cast.table();
    await open(no);
    const text = `Kʼicheʼ, ñandú\n<script>alert(1)</script> ${'🦜'.repeat(900)}`;
    expect((await send(no, { text })).output.contribution.text).toBe(text);
  });
});
