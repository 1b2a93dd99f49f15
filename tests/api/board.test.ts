// The board of a table over the API: grouped and parted without losing a word, changed only as it was seen, confirmed as it was heard, and
// untouched once the table is closed.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  admitContribution,
  changeCluster,
  groupClusters,
  markContribution,
  ungroupCluster,
  validateCluster,
} from '@cocrea/shared/api/board.ts';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import { glanceAtTables } from '@cocrea/shared/api/tables.ts';
import { minorityViewLimit } from '@cocrea/shared/domain/contribution.ts';
import { Cast } from '../support/cast.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { openDatabase, type ServerDatabase } from '../support/server-database.ts';
import { ask, bearer, type As } from './ask.ts';
import { openedTable, type AtTable, type BoardAnswer } from './at-table.ts';

let server: RunningServer;
let cast: Cast;
let database: ServerDatabase;
let host: As;
let guest: As;
beforeAll(async () => {
  server = await startServer();
  cast = new Cast(server);
  database = openDatabase(server.dataDir);
  host = bearer(cast.person({ role: 'facilitator' }).token ?? '');
  guest = bearer(cast.person({ role: 'participant' }).token ?? '');
});
afterAll(async () => {
  database.close();
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

type Ids = readonly string[];
const open = (more = {}) => openedTable(server, { no: cast.table(), host, ...more });
const command = () => ({ commandId: randomUUID() });
const seen = (board: BoardAnswer, ids: Ids) =>
  ids.map((id) => ({ id, version: board.clusters.find((one) => one.id === id)?.version ?? 0 }));
async function group(table: AtTable, ids: Ids, more: Partial<BodyOf<typeof groupClusters>> = {}) {
  const clusters = seen(await table.board(host), ids);
  return ask(server, groupClusters, { as: host, params: table.params, body: { ...command(), clusters, ...more } });
}
async function change(table: AtTable, cluster: string, said: Partial<BodyOf<typeof changeCluster>>) {
  const { version } = await table.cluster(host, cluster);
  return ask(server, changeCluster, { as: host, params: { ...table.params, cluster }, body: { ...command(), version, ...said } });
}
async function ungroup(table: AtTable, cluster: string, contributions: string[] | null = null) {
  const { version } = await table.cluster(host, cluster);
  const body = { ...command(), version, contributions };
  return ask(server, ungroupCluster, { as: host, params: { ...table.params, cluster }, body });
}
async function validate(table: AtTable, cluster: string, { validated = true, heard = null as BoardAnswer | null } = {}) {
  const board = heard ?? (await table.board(host));
  const contributions = board.contributions
    .filter((one) => one.clusterId === cluster)
    .map(({ id, version }) => ({ id, version }));
  const [{ version } = { version: 0 }] = seen(board, [cluster]);
  const body = { ...command(), version, validated, contributions };
  return ask(server, validateCluster, { as: host, params: { ...table.params, cluster }, body });
}
async function mark(table: AtTable, contribution: string, on = true) {
  const body = { ...command(), mark: 'actor' as const, on };
  return ask(server, markContribution, { as: host, params: { ...table.params, contribution }, body });
}
const close = ({ no }: AtTable): void => {
  database
    .prepare(
      "UPDATE table_sessions SET phase = 'closed' WHERE sub_table_id = (SELECT id FROM sub_tables WHERE no = ? AND lab_id = ?)",
    )
    .run(no, demoLab);
};
const standsIn = ({ contributions }: BoardAnswer) =>
  Object.fromEntries(contributions.map(({ id, clusterId }) => [id, clusterId]));

describe('grouping', () => {
  test('makes one of several, and parting them gives each its place and its agreement back', async () => {
    const table = await open();
    const [a, b, c] = [await table.says(guest, 'Uno'), await table.says(guest, 'Dos'), await table.says(host, 'Tres')];
    await change(table, b.id, { agreement: 'disagree', minorityView: 'Dos no lo ven así.' });
    const grouped = await group(table, [a.id, b.id, c.id]);
    expect(grouped.status).toBe(200);
    expect(standsIn(grouped.output)).toEqual({ [a.id]: a.id, [b.id]: a.id, [c.id]: a.id });
    expect(grouped.output.clusters.map(({ id }) => id)).toEqual([a.id]);
    const one = await ungroup(table, a.id, [b.id]);
    expect(standsIn(one.output)).toEqual({ [a.id]: a.id, [b.id]: b.id, [c.id]: a.id });
    expect(await table.cluster(host, b.id)).toMatchObject({ agreement: 'disagree', minorityView: 'Dos no lo ven así.' });
    const all = await ungroup(table, a.id);
    expect(all.output.clusters.map(({ id }) => id)).toEqual([a.id, b.id, c.id]);
  });

  test('goes on under the next where the one it is named after leaves', async () => {
    const table = await open();
    const [a, b, c] = [await table.says(guest, 'Uno'), await table.says(guest, 'Dos'), await table.says(host, 'Tres')];
    await group(table, [a.id, b.id, c.id]);
    await change(table, a.id, { agreement: 'partial', plenary: true });
    const left = await ungroup(table, a.id, [a.id]);
    expect(standsIn(left.output)).toEqual({ [a.id]: a.id, [b.id]: b.id, [c.id]: b.id });
    expect(await table.cluster(host, b.id)).toMatchObject({ agreement: 'partial', plenary: true });
    expect(await table.cluster(host, a.id)).toMatchObject({ agreement: null, plenary: false });
  });

  test('[RE2] sent twice is done once; done on what has changed since, it is refused and nothing moves', async () => {
    const table = await open();
    const [a, b] = [await table.says(guest, 'Uno'), await table.says(guest, 'Dos')];
    const before = seen(await table.board(host), [a.id, b.id]);
    const body = { ...command(), clusters: before };
    const first = await ask(server, groupClusters, { as: host, params: table.params, body });
    const again = await ask(server, groupClusters, { as: host, params: table.params, body });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.output).toEqual(first.output);
    await ungroup(table, a.id);
    const late = await group(table, [a.id, b.id], { clusters: before });
    expect([late.status, late.error.code]).toEqual([409, 'stale']);
    expect(standsIn(await table.board(host))).toEqual({ [a.id]: a.id, [b.id]: b.id });
  });

  test('by two at once leaves every contribution in exactly one place', async () => {
    const table = await open();
    const [a, b, c] = [await table.says(guest, 'Uno'), await table.says(guest, 'Dos'), await table.says(host, 'Tres')];
    const before = await table.board(host);
    const both = await Promise.all([a.id, c.id].map((onto) => group(table, [], { clusters: seen(before, [onto, b.id]) })));
    const refused = both.filter(({ status }) => status !== 200).map(({ error }) => error.code);
    expect(refused).toHaveLength(1);
    expect(['stale', 'cluster_not_found']).toContain(refused[0]);
    const board = await table.board(host);
    expect(board.contributions).toHaveLength(3);
    expect(board.clusters).toHaveLength(2);
  });

  test('is of one question, of two at least, and never while dots are given', async () => {
    const table = await open();
    const [a, b, c] = [
      await table.says(guest, 'Uno'),
      await table.says(guest, 'Dos'),
      await table.says(guest, 'Tres', { question: 2 }),
    ];
    expect((await group(table, [a.id, c.id])).error.code).toBe('questions_differ');
    expect((await group(table, [a.id, a.id])).error.code).toBe('invalid_field');
    expect((await group(table, [a.id, randomUUID()])).error.code).toBe('cluster_not_found');
    await group(table, [a.id, b.id]);
    await table.move('prioritise');
    expect((await ungroup(table, a.id)).error.code).toBe('grouping_while_dots');
    expect((await change(table, a.id, { agreement: 'agree' })).status).toBe(200);
    await table.move('validate');
    expect((await ungroup(table, a.id)).status).toBe(200);
  });
});

test('order is kept as it was made, from the top to the foot, whatever arrives', async () => {
  const table = await open();
  const [a, b, c] = [await table.says(guest, 'Uno'), await table.says(guest, 'Dos'), await table.says(guest, 'Tres')];
  await change(table, c.id, { before: a.id });
  await change(table, a.id, { before: null });
  const d = await table.says(guest, 'Cuatro');
  expect((await table.board(host)).clusters.map(({ id }) => id)).toEqual([c.id, b.id, a.id, d.id]);
});

test('three are taken to the plenary, and no fourth, not even at the same moment', async () => {
  const table = await open();
  const said = await Promise.all(['Uno', 'Dos', 'Tres', 'Cuatro', 'Cinco'].map((text) => table.says(guest, text)));
  const tried = await Promise.all(said.map(({ id }) => change(table, id, { plenary: true })));
  expect(tried.filter(({ status }) => status === 200)).toHaveLength(3);
  const board = await table.board(host);
  expect(board.clusters.filter(({ plenary }) => plenary)).toHaveLength(3);
  const [left] = board.clusters.filter(({ plenary }) => !plenary);
  const refused = await change(table, left?.id ?? '', { plenary: true });
  expect([refused.status, refused.error.code, refused.error.details['limit']]).toEqual([409, 'plenary_full', 3]);
  const [first] = board.clusters.filter(({ plenary }) => plenary);
  await change(table, first?.id ?? '', { plenary: false });
  expect((await change(table, left?.id ?? '', { plenary: true })).status).toBe(200);
});

test('quick marks need no version, do not disturb the author, and are taken off again', async () => {
  const table = await open();
  const a = await table.says(guest, 'La Red de Registros no responde.');
  await mark(table, a.id);
  await mark(table, a.id);
  expect((await table.board(host)).contributions[0]).toMatchObject({ marks: ['actor'], version: a.version });
  await mark(table, a.id, false);
  expect((await table.board(host)).contributions[0]?.marks).toEqual([]);
});

test('a minority view is kept as it was said, within its limit, and never in the log', async () => {
  const table = await open();
  const a = await table.says(guest, 'La Red de Registros no responde.');
  const said = await change(table, a.id, { minorityView: '  Una persona piensa otra cosa.\r\n' });
  expect(said.output.clusters[0]?.minorityView).toBe('Una persona piensa otra cosa.');
  const long = await change(table, a.id, { minorityView: 'ñ'.repeat(minorityViewLimit + 1) });
  expect([long.status, long.error.code, long.error.details['field']]).toEqual([400, 'text_too_long', 'minorityView']);
  expect((await change(table, a.id, { minorityView: ' ' })).output.clusters[0]?.minorityView).toBeNull();
  const log = JSON.stringify(database.prepare("SELECT data FROM events WHERE type LIKE 'cluster%'").all());
  expect(log).toContain('minorityView');
  expect(log).not.toMatch(/piensa|responde/);
});

describe('validating', () => {
  test('confirms what was heard and nothing that was written since', async () => {
    const table = await open();
    const [a, b] = [await table.says(guest, 'Uno'), await table.says(guest, 'Dos')];
    const heard = await table.board(host);
    database
      .prepare('UPDATE contributions SET text = ?, version = version + 1 WHERE id = ?')
      .run('Uno, dicho de otro modo', a.id);
    const refused = await validate(table, a.id, { heard });
    expect([refused.status, refused.error.code]).toEqual([409, 'stale']);
    expect((await validate(table, a.id)).output.contributions.map(({ state }) => state)).toEqual(['validated', 'captured']);
    expect((await table.cluster(host, a.id)).validatedAt).toBeGreaterThan(0);
    expect((await table.cluster(host, b.id)).validatedAt).toBeNull();
  });

  test('is taken back by hand, and by whatever changes what was confirmed', async () => {
    const table = await open();
    const [a, b] = [await table.says(guest, 'Uno'), await table.says(guest, 'Dos')];
    const states = async () => (await table.board(host)).contributions.map(({ state }) => state);
    await validate(table, a.id);
    await change(table, a.id, { plenary: true });
    expect(await states()).toEqual(['validated', 'captured']);
    await validate(table, a.id, { validated: false });
    expect(await states()).toEqual(['captured', 'captured']);
    await validate(table, a.id);
    await change(table, a.id, { agreement: 'agree' });
    expect(await states()).toEqual(['captured', 'captured']);
    await validate(table, a.id);
    await group(table, [b.id, a.id]);
    expect(await states()).toEqual(['captured', 'captured']);
    expect((await table.cluster(host, b.id)).validatedAt).toBeNull();
  });
});

test('what came late stands apart until somebody takes it in, while the table is open', async () => {
  const table = await open({ mode: 'until', openUntil: Date.now() + 3_600_000 });
  const [a, b] = [await table.says(guest, 'A tiempo'), await table.says(guest, 'Tarde')];
  database.prepare('UPDATE contributions SET late = 1 WHERE id = ?').run(b.id);
  expect((await group(table, [a.id, b.id])).error.code).toBe('contribution_late');
  const counted = async () => {
    const { output } = await ask(server, glanceAtTables, { as: host, params: { lab: demoLab } });
    return output.tables.find(({ no }) => no === table.no)?.contributions[0];
  };
  expect(await counted()).toBe(1);
  const admit = () =>
    ask(server, admitContribution, { as: host, params: { ...table.params, contribution: b.id }, body: command() });
  expect((await admit()).output.contributions.map(({ late }) => late)).toEqual([false, false]);
  expect(await counted()).toBe(2);
  expect((await group(table, [a.id, b.id])).status).toBe(200);
  database.prepare('UPDATE contributions SET late = 1 WHERE id = ?').run(b.id);
  close(table);
  expect((await admit()).error.code).toBe('table_closed');
  expect((await table.board(host)).contributions[1]).toMatchObject({ late: true, folio: b.folio });
});

test('a closed table is left as it is', async () => {
  const table = await open();
  const [a, b] = [await table.says(guest, 'Uno'), await table.says(guest, 'Dos')];
  const before = await table.board(host);
  close(table);
  const tried = await Promise.all([
    group(table, [a.id, b.id]),
    change(table, a.id, { agreement: 'agree' }),
    validate(table, a.id),
    mark(table, a.id),
    ungroup(table, a.id),
  ]);
  expect(tried.map(({ error }) => error.code)).toEqual(Array.from({ length: 5 }, () => 'table_closed'));
  expect(await table.board(host)).toEqual(before);
});
