// The history of a text over the API and the wire: any moment of it, who wrote each stretch, versions with names, and a moment brought back
// while others type.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as api from '@cocrea/shared/api/history.ts';
import { compareBodies } from '@cocrea/shared/document/compare-bodies.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { wordedBlocks } from '@cocrea/shared/document/words-of-block.ts';
import { Cast, type Player } from '../support/cast.ts';
import type { Client } from '../support/clients.ts';
import { drafts, draftsLab, folderWithDrafts, saidInFirst } from '../support/lab-of-drafts.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { connectWitness } from '../support/witness.ts';
import { ask, bearer, type As } from './ask.ts';

let dataDir: string;
let server: RunningServer;
let cast: Cast;
let ana: Player;
let eva: Player;
let restorer: Player;
beforeAll(async () => {
  dataDir = await folderWithDrafts();
  server = await startServer({ dataDir });
  cast = new Cast(server);
  ana = cast.person({ role: 'facilitator', lab: draftsLab });
  eva = cast.person({ role: 'facilitator', lab: draftsLab });
  restorer = cast.person({ role: 'consolidator', lab: draftsLab });
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await server?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

const at = { lab: draftsLab, document: drafts.first };
const as = ({ token }: Player): As => bearer(token ?? '');
const moment = (seq: number | 'now') => ({ ...at, seq: String(seq) });
const momentOf = async (seq: number): Promise<DocumentJson> =>
  (await ask(server, api.readMoment, { as: as(ana), params: moment(seq) })).output.body as unknown as DocumentJson;
const authorsOf = async (seq: number | 'now') =>
  (await ask(server, api.readAuthors, { as: as(ana), params: moment(seq) })).output;
const versionsOf = async () => (await ask(server, api.listVersions, { as: as(ana), params: at })).output;
const restore = async (seq: number, { seen, commandId = randomUUID() }: { seen?: number; commandId?: string } = {}) => {
  const body = { commandId, seq, seen: seen ?? (await versionsOf()).lastSeq };
  return ask(server, api.restoreMoment, { as: as(restorer), params: at, body });
};
const body = ({ doc }: Pick<Client, 'doc'>): Y.XmlFragment => doc.getXmlFragment('default');
const wordsOf = (json: DocumentJson): string =>
  wordedBlocks(json)
    .map(({ text }) => text)
    .join('\n');

/** A new paragraph at the end. */
function add(client: Pick<Client, 'doc'>, { id, text }: { id: string; text: string }): void {
  client.doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.setAttribute('id', id);
    paragraph.insert(0, [new Y.XmlText(text)]);
    body(client).insert(body(client).length, [paragraph]);
  });
}
function remove(client: Pick<Client, 'doc'>, id: string): void {
  const index = body(client)
    .toArray()
    .findIndex((block) => block instanceof Y.XmlElement && block.getAttribute('id') === id);
  body(client).delete(index, 1);
}
/** Writes as that person, and resolves with the moment at which all of it is stored. */
async function written(by: Player, write: (client: Pick<Client, 'doc'>) => void): Promise<number> {
  const witness = await connectWitness(server, drafts.first, { token: by.token ?? '' });
  witness.mark(() => write(witness));
  await witness.allAcknowledged();
  witness.close();
  return (await versionsOf()).lastSeq;
}
const hers = 'Cada municipio publica sus datos cada mes, en formato abierto.';

test('[CO2] any past moment is rebuilt, and its difference to any other told by word', async () => {
  const first = (await versionsOf()).lastSeq;
  const second = await written(ana, (client) => add(client, { id: 'datos-01', text: hers }));
  const third = await written(eva, (client) => remove(client, 'datos-01'));
  expect(wordsOf(await momentOf(first))).not.toContain(hers);
  expect(wordsOf(await momentOf(second))).toContain(hers);
  expect(wordsOf(await momentOf(third))).toBe(wordsOf(await momentOf(first)));
  const changes = compareBodies(await momentOf(first), await momentOf(second)).filter(({ lineage }) => lineage !== 'same');
  expect(changes.map(({ lineage, blockId, after }) => [lineage, blockId, after])).toEqual([['new', 'datos-01', hers]]);
  for (const seq of [third + 1, 999_999]) {
    expect((await ask(server, api.readMoment, { as: as(ana), params: moment(seq) })).error.code).toBe('version_not_found');
  }
});

test('[CO2] every stretch is named by the record of the server, also of text since deleted, and moved text keeps its author', async () => {
  const stood = await written(ana, (client) => add(client, { id: 'datos-02', text: hers }));
  await written(eva, (client) => remove(client, 'datos-02'));
  // Pasted anew by Eva, with words of her own.
  await written(eva, (client) => add(client, { id: 'datos-03', text: `Además: ${hers}` }));
  const before = await authorsOf(stood);
  expect(before.blocks.find(({ blockId }) => blockId === 'datos-02')?.runs).toMatchObject([
    { from: 0, to: hers.length, personId: ana.personId, moved: false },
  ]);
  const now = await authorsOf('now');
  expect(now.blocks.find(({ blockId }) => blockId === 'datos-03')?.runs).toMatchObject([
    { from: 0, to: 8, personId: eva.personId, moved: false },
    { from: 8, to: 8 + hers.length, personId: ana.personId, moved: true },
  ]);
  expect(now.people.map(({ personId }) => personId)).toEqual(expect.arrayContaining([ana.personId, eva.personId]));
  expect(now.blocks.some(({ blockId }) => blockId === 'datos-02')).toBe(false);
});

test('[CO3] a moment is brought back while fifty people type, and none of their words is lost', async () => {
  const seq = (await versionsOf()).lastSeq;
  const restored = wordsOf(await momentOf(seq));
  // What a version does not have, somebody may be writing into: it stays with what they write.
  await written(eva, (client) => add(client, { id: 'nuevo-01', text: 'Esto no estaba' }));
  const seen = await written(eva, (client) => remove(client, 'datos-03'));
  const people = await Promise.all(
    Array.from({ length: 50 }, () => connectWitness(server, drafts.first, { token: eva.token ?? '' })),
  );
  const typed = people.map(async (person, no) => {
    for (let count = 0; count < 4; count += 1) {
      person.mark(() => add(person, { id: `p${no}-${count}xx`, text: `persona ${no} dice ${count}.` }));
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  const inside = people[0]!;
  inside.mark(() => {
    const block = body(inside)
      .toArray()
      .find((one): one is Y.XmlElement => one instanceof Y.XmlElement && one.getAttribute('id') === 'nuevo-01');
    const words = block?.get(0);
    if (words instanceof Y.XmlText) words.insert(14, ' y se sigue escribiendo');
  });
  await inside.allAcknowledged();
  const { status, output } = await restore(seq, { seen });
  expect(status).toBe(200);
  await Promise.all(typed);
  await Promise.all(people.map((person) => person.allAcknowledged()));
  const now = wordsOf(await momentOf((await versionsOf()).lastSeq));
  for (const line of restored.split('\n')) expect(now).toContain(line);
  for (let no = 0; no < 50; no += 1)
    for (let count = 0; count < 4; count += 1) expect(now).toContain(`persona ${no} dice ${count}.`);
  expect(now).toContain('Esto no estaba y se sigue escribiendo');
  // What came back is of who wrote it.
  const runs = (await authorsOf('now')).blocks.find(({ blockId }) => blockId === 'datos-03')?.runs;
  expect(runs?.at(-1)).toMatchObject({ personId: ana.personId, moved: true });
  expect(output.before).toBeGreaterThan(seq);
  for (const person of people) person.close();
});

test('[CO2] how a text grew is told in a hundred steps at most, with who wrote in each', async () => {
  const growth = async () => (await ask(server, api.readGrowth, { as: as(ana), params: at })).output;
  const before = await growth();
  expect(before.steps[0]).toMatchObject({ seq: 1 });
  const last = await written(eva, (client) => add(client, { id: 'crece-01', text: 'Y así crece.' }));
  const { steps, people } = await growth();
  expect(steps.at(-1)?.seq).toBe(last);
  expect(steps.at(-1)?.personIds).toContain(eva.personId);
  expect(people.map(({ personId }) => personId)).toEqual(expect.arrayContaining([ana.personId, eva.personId]));
  expect(steps.length).toBeLessThanOrEqual(100);
  expect(steps.map(({ seq }) => seq)).toEqual([...new Set(steps.map(({ seq }) => seq))].sort((a, b) => a - b));
  const typist = await connectWitness(server, drafts.first, { token: ana.token ?? '' });
  for (let count = 0; count < 120; count += 1) {
    typist.mark(() => add(typist, { id: `cien-${count}`, text: `Paso ${count}.` }));
    await typist.allAcknowledged();
  }
  typist.close();
  const long = await growth();
  expect(long.steps).toHaveLength(100);
  expect([long.steps[0]?.seq, long.steps.at(-1)?.seq]).toEqual([1, (await versionsOf()).lastSeq]);
});

test('[CO3] undoing a restoration brings back what it changed, and leaves what others wrote before, between and after', async () => {
  const stood = await written(ana, (client) => add(client, { id: 'deshacer-1', text: 'Esto estaba antes de volver.' }));
  const typist = await connectWitness(server, drafts.first, { token: eva.token ?? '' });
  const said: string[] = [];
  const say = (): void => {
    const text = `Línea ${said.length} de quien sigue escribiendo.`;
    said.push(text);
    typist.mark(() => add(typist, { id: `sigue-${said.length}`, text }));
  };
  let on = true;
  const typing = (async () => {
    while (on) {
      say();
      await typist.allAcknowledged();
    }
  })();
  while (said.length < 3) await new Promise((resolve) => setImmediate(resolve));
  const { output: restored } = await restore(1, { seen: stood });
  const upTo = said.length;
  while (said.length < upTo + 3) await new Promise((resolve) => setImmediate(resolve));
  // Others wrote between the reading of the text and the row that changed it.
  expect(restored.before).toBeGreaterThan(stood);
  expect(restored.at).toBe(restored.before + 1);
  const gone = compareBodies(await momentOf(restored.before), await momentOf(restored.at))
    .filter(({ lineage }) => lineage !== 'same')
    .map(({ before }) => before);
  expect(gone).toContain('Esto estaba antes de volver.');
  expect(gone.filter((words) => words.startsWith('Línea'))).toEqual([]);
  const { output: undone } = await restore(restored.before, { seen: restored.at });
  on = false;
  await typing;
  typist.close();
  const now = wordsOf(await momentOf((await versionsOf()).lastSeq));
  expect(now).toContain('Esto estaba antes de volver.');
  for (const line of wordsOf(await momentOf(stood)).split('\n')) expect(now).toContain(line);
  for (const text of said) expect(now.split(text)).toHaveLength(2);
  // And the undoing can be undone.
  await restore(undone.before, { seen: undone.at });
  const again = wordsOf(await momentOf((await versionsOf()).lastSeq));
  expect(again).not.toContain('Esto estaba antes de volver.');
  for (const text of said) expect(again).toContain(text);
});

test('the same restoration twice is done once, and can be undone by restoring what was before it', async () => {
  const seq = 1;
  const commandId = randomUUID();
  const stood = wordsOf(await momentOf((await versionsOf()).lastSeq));
  const { output } = await restore(seq, { commandId });
  const after = (await versionsOf()).lastSeq;
  expect((await restore(seq, { commandId })).output).toEqual(output);
  expect((await versionsOf()).lastSeq).toBe(after);
  expect(wordsOf(await momentOf(after))).toBe(wordsOf(await momentOf(1)));
  expect(wordsOf(await momentOf(after))).toContain(saidInFirst[0]);
  expect((await restore(output.before)).status).toBe(200);
  expect(wordsOf(await momentOf((await versionsOf()).lastSeq))).toBe(stood);
  for (const wrong of [0, -1, 99_999]) expect((await restore(wrong)).error.code).toBe('version_not_found');
  expect((await restore(1, { seen: 99_999 })).error.code).toBe('version_not_found');
  expect((await restore(1.5)).status).toBe(400);
});

test('a version is given a name once, by whoever edits', async () => {
  const name = (body: { id: string; name: string }, by: Player = ana) =>
    ask(server, api.nameVersion, { as: as(by), params: at, body });
  const id = randomUUID();
  expect((await name({ id, name: '  Antes de   la plenaria ' })).output).toMatchObject({
    kind: 'named',
    name: 'Antes de la plenaria',
  });
  expect((await name({ id, name: 'Otra' })).status).toBe(200);
  expect((await name({ id, name: 'Otra' }, eva)).error.code).toBe('id_taken');
  expect((await name({ id: randomUUID(), name: ' ' })).error.code).toBe('missing_field');
  expect((await name({ id: randomUUID(), name: 'a'.repeat(81) })).error.code).toBe('text_too_long');
  const { versions, people } = await versionsOf();
  expect(versions.map((version) => [version.id, version.name])).toEqual([[id, 'Antes de la plenaria']]);
  expect(people.map(({ personId }) => personId)).toEqual([ana.personId]);
});
