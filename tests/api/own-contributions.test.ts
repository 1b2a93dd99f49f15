// What somebody does with what they contributed: changes it, takes it back, thinks better of it; until the table validated it or went on.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import { groupClusters, validateCluster } from '@cocrea/shared/api/board.ts';
import {
  editContribution,
  readBoard,
  readMine,
  restoreContribution,
  sendContribution,
  withdrawContribution,
} from '@cocrea/shared/api/contributions.ts';
import { closeTable, movePhase, openTable } from '@cocrea/shared/api/tables.ts';
import { contributionLimit, type Contribution } from '@cocrea/shared/domain/contribution.ts';
import { Cast } from '../support/cast.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { openDatabase, type ServerDatabase } from '../support/server-database.ts';
import { ask, bearer, type As } from './ask.ts';

let server: RunningServer;
let cast: Cast;
let database: ServerDatabase;
let host: As;
let author: As;
let authorId: string;
beforeAll(async () => {
  server = await startServer();
  cast = new Cast(server);
  database = openDatabase(server.dataDir);
  host = bearer(cast.person({ role: 'facilitator' }).token ?? '');
  const player = cast.person({ role: 'participant' });
  author = bearer(player.token ?? '');
  authorId = player.personId;
});
afterAll(async () => {
  database.close();
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const at = (no: number) => ({ lab: demoLab, table: String(no) });
async function opened(): Promise<number> {
  const no = cast.table();
  const opening = { mode: 'hall', openUntil: null, noteTakerId: null, minutes: 20, seats: 15, dots: 3 } as const;
  const body = { commandId: randomUUID(), ...opening, anonymousDots: false };
  expect((await ask(server, openTable, { as: host, params: at(no), body })).status).toBe(201);
  return no;
}
const send = (no: number, more: Partial<BodyOf<typeof sendContribution>> = {}, as = author) =>
  ask(server, sendContribution, {
    as,
    params: at(no),
    body: {
      id: randomUUID(),
      question: 1,
      text: 'Hay firma electrónica.',
      language: 'es',
      way: 'phone',
      circle: null,
      onBehalfOf: null,
      writtenAt: Date.now(),
      ...more,
    },
  });
const of = (no: number, { id }: Contribution) => ({ ...at(no), id });
const edit = (no: number, contribution: Contribution, more: Partial<BodyOf<typeof editContribution>> = {}, as = author) =>
  ask(server, editContribution, {
    as,
    params: of(no, contribution),
    body: {
      commandId: randomUUID(),
      version: contribution.version,
      text: 'Hay firma electrónica, y poca gente la usa.',
      language: 'es',
      onBehalfOf: null,
      ...more,
    },
  });
const turn = (
  contract: typeof withdrawContribution | typeof restoreContribution,
  { no, contribution, commandId = randomUUID() }: { no: number; contribution: Contribution; commandId?: string },
) => ask(server, contract, { as: author, params: of(no, contribution), body: { commandId, version: contribution.version } });
const mine = async (no: number) => (await ask(server, readMine, { as: author, params: at(no) })).output;
const board = async (no: number) => (await ask(server, readBoard, { as: author, params: at(no) })).output.contributions;
const close = async (no: number) => {
  const body = { commandId: randomUUID(), version: 1 };
  expect((await ask(server, closeTable, { as: host, params: at(no), body })).status).toBe(200);
};

test('a phone is told the table, what oneself contributed and nobody else, and where the log stands', async () => {
  const no = await opened();
  const { contribution } = (await send(no)).output;
  await send(no, {}, host);
  const { contributions, table, seq, now } = await mine(no);
  expect(contributions).toEqual([contribution]);
  expect(table.session?.phase).toBe('welcome');
  expect(Math.abs(now - Date.now())).toBeLessThan(60_000);
  const last = database.prepare('SELECT max(seq) AS seq FROM events WHERE lab_id = ?').get(demoLab)?.['seq'];
  expect(seq).toBe(last);
});

describe('one’s own words', () => {
  test('[RE2] change once by the same command, keep their folio, and leave an event without them', async () => {
    const no = await opened();
    const { contribution } = (await send(no)).output;
    const commandId = randomUUID();
    const first = await edit(no, contribution, { commandId, language: 'quc', onBehalfOf: 'Doña Marta' });
    const again = await edit(no, contribution, { commandId, text: 'Otra cosa' });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(first.output.contribution).toEqual({
      ...contribution,
      text: 'Hay firma electrónica, y poca gente la usa.',
      language: 'quc',
      onBehalfOf: 'Doña Marta',
      version: 2,
    });
    expect(again.output).toEqual(first.output);
    const events = database
      .prepare("SELECT data FROM events WHERE type = 'contribution.edited' AND subject_id = ?")
      .all(contribution.id);
    expect(events.map(({ data }) => JSON.parse(String(data)))).toEqual([{ table: no, question: 1 }]);
  });

  test('of two devices that change them at once one wins, and the other is told', async () => {
    const no = await opened();
    const { contribution } = (await send(no)).output;
    const both = await Promise.all([edit(no, contribution, { text: 'Una' }), edit(no, contribution, { text: 'Otra' })]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.error.code).toBe('stale');
  });

  test('are changed by nobody else, not even by whoever facilitates', async () => {
    const no = await opened();
    const { contribution } = (await send(no)).output;
    expect((await edit(no, contribution, {}, host)).error.code).toBe('forbidden');
    expect((await board(no))[0]?.text).toBe(contribution.text);
  });

  test('stay as they are once the table validated them, and where they are too long or nothing', async () => {
    const no = await opened();
    const { contribution } = (await send(no)).output;
    expect((await edit(no, contribution, { text: 'ñ'.repeat(contributionLimit + 1) })).error.code).toBe('text_too_long');
    expect((await edit(no, contribution, { text: ' ' })).error.code).toBe('missing_field');
    database.prepare("UPDATE contributions SET state = 'validated' WHERE id = ?").run(contribution.id);
    expect((await edit(no, contribution)).error.code).toBe('contribution_settled');
    expect((await turn(withdrawContribution, { no, contribution })).error.code).toBe('contribution_settled');
    expect((await board(no))[0]?.text).toBe(contribution.text);
  });

  test('are no longer changed in a table that closed, unless they came late', async () => {
    const no = await opened();
    const inTime = (await send(no)).output.contribution;
    await close(no);
    const late = (await send(no)).output.contribution;
    expect([inTime.late, late.late]).toEqual([false, true]);
    expect((await edit(no, inTime)).error.code).toBe('contribution_settled');
    expect((await edit(no, late)).status).toBe(200);
  });

  test('of another table are not found by the address of this one', async () => {
    const [no, other] = [await opened(), await opened()];
    const { contribution } = (await send(no)).output;
    expect((await edit(other, contribution)).error.code).toBe('contribution_not_found');
  });
});

describe('a withdrawal', () => {
  test('[RE2] takes a contribution off the board, once, and its author still sees it', async () => {
    const no = await opened();
    const { contribution } = (await send(no)).output;
    const commandId = randomUUID();
    const first = await turn(withdrawContribution, { no, contribution, commandId });
    const again = await turn(withdrawContribution, { no, contribution, commandId });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await board(no)).toEqual([]);
    expect((await mine(no)).contributions).toMatchObject([{ id: contribution.id, state: 'withdrawn', version: 2 }]);
  });

  test('is undone in the same phase, and not after it', async () => {
    const no = await opened();
    const { contribution } = (await send(no)).output;
    const gone = (await turn(withdrawContribution, { no, contribution })).output.contribution;
    const back = await turn(restoreContribution, { no, contribution: gone });
    expect(back.output.contribution).toEqual({ ...contribution, version: 3 });
    const again = (await turn(withdrawContribution, { no, contribution: back.output.contribution })).output.contribution;
    const body = { commandId: randomUUID(), version: 1, phase: 'q1' } as const;
    expect((await ask(server, movePhase, { as: host, params: at(no), body })).status).toBe(200);
    expect((await turn(restoreContribution, { no, contribution: again })).error.code).toBe('contribution_settled');
  });
});

test('of a table that confirms and somebody who comes back in the same moment one is refused: nothing is confirmed unheard', async () => {
  const no = await opened();
  for (let round = 0; round < 10; round += 1) {
    const [stays, goes] = [(await send(no, {}, host)).output.contribution, (await send(no)).output.contribution];
    const seen = async (ids: readonly string[]) =>
      (await ask(server, readBoard, { as: host, params: at(no) })).output.clusters
        .filter(({ id }) => ids.includes(id))
        .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
        .map(({ id, version }) => ({ id, version }));
    const clusters = await seen([stays.id, goes.id]);
    const grouping = { as: host, params: at(no), body: { commandId: randomUUID(), clusters } };
    expect((await ask(server, groupClusters, grouping)).status).toBe(200);
    const gone = (await turn(withdrawContribution, { no, contribution: goes })).output.contribution;
    const [cluster] = await seen([stays.id]);
    const heard = [{ id: stays.id, version: stays.version }];
    const body = { commandId: randomUUID(), version: cluster?.version ?? 0, validated: true, contributions: heard };
    const both = await Promise.all([
      ask(server, validateCluster, { as: host, params: { ...at(no), cluster: stays.id }, body }),
      turn(restoreContribution, { no, contribution: gone }),
    ]);
    expect(both.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409]);
  }
});

describe('a phone that is passed around', () => {
  test('does not send one person’s words in the name of another', async () => {
    const no = await opened();
    const refused = await send(no, { writtenBy: authorId }, host);
    expect([refused.status, refused.error.code]).toEqual([409, 'other_person']);
    expect(await board(no)).toEqual([]);
    expect((await send(no, { writtenBy: authorId })).status).toBe(201);
  });
});

test('what was written without a line to a table that closed meanwhile is filed as late only if its author says so', async () => {
  const no = await opened();
  const sent = randomUUID();
  expect((await send(no, { id: sent, askIfLate: true })).status).toBe(201);
  await close(no);
  // Its answer was lost: it was in time, and is told so.
  const again = await send(no, { id: sent, askIfLate: true });
  expect([again.status, again.output.contribution.late]).toEqual([200, false]);
  const id = randomUUID();
  expect((await send(no, { id, askIfLate: true })).error.code).toBe('table_closed');
  expect(await board(no)).toHaveLength(1);
  const late = await send(no, { id, askIfLate: false });
  expect([late.status, late.output.contribution.late]).toEqual([201, true]);
});
