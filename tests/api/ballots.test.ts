// Dots over the API: within the quota, only while they are given, hidden until then; and where they have no name, no row and no event that
// gives them one.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { castBallot, countBallot, readBallots, removeCountedBallot } from '@cocrea/shared/api/ballots.ts';
import { groupClusters } from '@cocrea/shared/api/board.ts';
import type { Dots } from '@cocrea/shared/domain/ballot.ts';
import { Cast } from '../support/cast.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { openDatabase } from '../support/server-database.ts';
import { ask, bearer, type As } from './ask.ts';
import { openedTable, type AtTable } from './at-table.ts';

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

/** A table with three contributions that gives dots. */
async function voting(more = {}) {
  const table = await openedTable(server, { no: cast.table(), host, ...more });
  const said = [await table.says(guest, 'Uno'), await table.says(guest, 'Dos'), await table.says(guest, 'Tres')];
  await table.move('prioritise');
  const [a = '', b = '', c = ''] = said.map(({ id }) => id);
  return { table, a, b, c };
}
const give = ({ params }: AtTable, dots: Dots, { as = guest, commandId = randomUUID() as string } = {}) =>
  ask(server, castBallot, { as, params, body: { commandId, dots } });
const count = ({ params }: AtTable, more: { id?: string; people?: number; dots?: Dots; label?: string } = {}) =>
  ask(server, countBallot, {
    as: host,
    params,
    body: { commandId: randomUUID(), id: randomUUID(), label: 'Mano alzada', people: 4, dots: {}, ...more },
  });
const now = async ({ params }: AtTable, as = guest) => (await ask(server, readBallots, { as, params })).output;

describe('dots', () => {
  test('[RE2] are given once however often they are sent, and again in place of the first', async () => {
    const { table, a, b } = await voting();
    const commandId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => give(table, { [a]: 2, [b]: 1 }, { commandId })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await now(table)).toEqual({ voted: 1, iVoted: true, mine: { [a]: 2, [b]: 1 }, counted: [] });
    await give(table, { [b]: 3, [a]: 0 });
    expect(await now(table)).toMatchObject({ voted: 1, mine: { [b]: 3 } });
    await table.move('validate');
    expect((await table.board(guest)).dots).toEqual({ [b]: 3 });
  });

  test('are hidden from everybody until the table goes on from them, and again when it comes back', async () => {
    const { table, a } = await voting();
    await give(table, { [a]: 3 });
    expect((await table.board(host)).dots).toBeNull();
    expect(await now(table, host)).toEqual({ voted: 1, iVoted: false, mine: null, counted: [] });
    await table.move('q4');
    expect((await table.board(guest)).dots).toBeNull();
    await table.move('prioritise');
    await table.move('validate');
    expect((await table.board(guest)).dots).toEqual({ [a]: 3 });
    await table.move('prioritise');
    expect((await table.board(guest)).dots).toBeNull();
  });

  test.each([
    ['one too many', (a: string, b: string) => ({ [a]: 2, [b]: 2 }), 'dots_over_quota'],
    ['half a dot', (a: string) => ({ [a]: 0.5 }), 'invalid_field'],
    ['fewer than none', (a: string, b: string) => ({ [a]: -3, [b]: 3 }), 'invalid_field'],
    ['to what is not there', () => ({ [randomUUID()]: 1 }), 'cluster_not_found'],
    ['to a name of the language', () => ({ toString: 1 }) as unknown as Dots, 'cluster_not_found'],
  ] as const)('%s are refused in words, and those before stay', async (_what, dots, code) => {
    const { table, a, b, c } = await voting();
    await give(table, { [c]: 1 });
    expect((await give(table, dots(a, b))).error.code).toBe(code);
    expect(await now(table)).toMatchObject({ mine: { [c]: 1 } });
  });

  test('are given in their phase only', async () => {
    const { table, a } = await voting();
    await table.move('q4');
    expect((await give(table, { [a]: 1 })).error.code).toBe('dots_not_open');
    const unopened = { ...table, params: { ...table.params, table: String(cast.table()) } };
    expect((await give(unopened, { [a]: 1 })).error.code).toBe('table_not_open');
  });

  test('go along where their cluster is grouped afterwards', async () => {
    const { table, a, b } = await voting();
    await give(table, { [a]: 1, [b]: 2 });
    await table.move('validate');
    const { clusters } = await table.board(host);
    const seen = clusters.filter(({ id }) => id === a || id === b).map(({ id, version }) => ({ id, version }));
    const body = { commandId: randomUUID(), clusters: seen };
    const grouped = await ask(server, groupClusters, { as: host, params: table.params, body });
    expect(grouped.output.dots).toEqual({ [seen[0]?.id ?? '']: 3 });
  });
});

describe('counted dots', () => {
  test('are as many as the people who raised their hands have, and can be corrected and taken back', async () => {
    const { table, a, b } = await voting();
    const id = randomUUID();
    expect((await count(table, { id, dots: { [a]: 13 } })).error).toMatchObject({
      code: 'dots_over_quota',
      details: { limit: 12 },
    });
    expect((await count(table, { people: 0 })).error.code).toBe('invalid_field');
    expect((await count(table, { label: ' ' })).error.code).toBe('missing_field');
    await count(table, { id, dots: { [a]: 12 } });
    await count(table, { id, people: 5, dots: { [a]: 9, [b]: 2 } });
    await give(table, { [b]: 1 });
    expect(await now(table, host)).toMatchObject({ voted: 6, counted: [{ id, label: 'Mano alzada', people: 5 }] });
    expect((await now(table)).counted).toEqual([]);
    const other = await count(table, { dots: { [b]: 1 } });
    const wrong = other.output.counted.find((one) => one.id !== id)?.id ?? '';
    const remove = () =>
      ask(server, removeCountedBallot, {
        as: host,
        params: { ...table.params, ballot: wrong },
        body: { commandId: randomUUID() },
      });
    expect((await remove()).output.voted).toBe(6);
    expect((await remove()).error.code).toBe('ballot_not_found');
    await table.move('validate');
    expect((await table.board(guest)).dots).toEqual({ [a]: 9, [b]: 3 });
  });

  test('never take the place of what a person gave', async () => {
    const { table, a } = await voting();
    const commandId = randomUUID();
    await give(table, { [a]: 1 }, { commandId });
    expect((await count(table, { id: commandId, dots: { [a]: 1 } })).error.code).toBe('id_taken');
    expect(await now(table)).toMatchObject({ mine: { [a]: 1 } });
  });
});

describe('anonymous dots', () => {
  test('are counted, are final, and are linked to nobody by any row or event', async () => {
    const { table, a, b, c } = await voting({ anonymousDots: true });
    const voters = [1, 2, 3].map(() => cast.person({ role: 'participant' }));
    const given: Dots[] = [{ [a]: 3 }, { [a]: 1, [b]: 2 }, { [c]: 1 }];
    const commands = voters.map(() => randomUUID());
    for (const [index, voter] of voters.entries()) {
      const asked = { as: bearer(voter.token ?? ''), commandId: commands[index] ?? '' };
      const voted = await give(table, given[index] ?? {}, asked);
      expect([voted.status, voted.output.iVoted, voted.output.mine]).toEqual([200, true, null]);
      expect((await give(table, given[index] ?? {}, asked)).status).toBe(200);
      const again = await give(table, { [b]: 1 }, { as: asked.as });
      expect([again.status, again.error.code]).toEqual([409, 'ballot_final']);
    }
    expect(await now(table)).toMatchObject({ voted: 3 });
    const traces = tracesOf([...voters.map(({ personId }) => personId), ...commands]);
    expect(traces.length).toBeGreaterThanOrEqual(voters.length * 2);
    for (const trace of traces) for (const cluster of [a, b, c]) expect(trace).not.toContain(cluster);
    await table.move('validate');
    expect((await table.board(guest)).dots).toEqual({ [a]: 4, [b]: 2, [c]: 1 });
  });

  test('with names, the same search finds the link: it would find one', async () => {
    const { table, a } = await voting();
    const voter = cast.person({ role: 'participant' });
    const commandId = randomUUID();
    await give(table, { [a]: 1 }, { as: bearer(voter.token ?? ''), commandId });
    expect(tracesOf([voter.personId, commandId]).some((trace) => trace.includes(a))).toBe(true);
  });
});

/** Every row of every table in the database file that mentions one of these, as text. */
function tracesOf(ids: readonly string[]): string[] {
  using database = openDatabase(server.dataDir);
  return database
    .tables()
    .flatMap((name) => database.prepare(`SELECT * FROM "${name}"`).all())
    .map((row) =>
      Object.values(row)
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
        .join(' '),
    )
    .filter((row) => ids.some((id) => row.includes(id)));
}
