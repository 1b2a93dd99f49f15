// Insurance against losing a text: whoever deletes most of one in a minute leaves the moment before as a version, the lab is told once, and one
// act brings it back beside everything others wrote.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as api from '@cocrea/shared/api/history.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { wordedBlocks } from '@cocrea/shared/document/words-of-block.ts';
import { Cast, type Player } from '../support/cast.ts';
import type { Client } from '../support/clients.ts';
import { drafts, draftsLab, folderWithDrafts } from '../support/lab-of-drafts.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { connectWitness, type Witness } from '../support/witness.ts';
import { ask, bearer, type As } from './ask.ts';

let dataDir: string;
let server: RunningServer;
let cast: Cast;
let ana: Player;
let eva: Player;
beforeAll(async () => {
  dataDir = await folderWithDrafts();
  server = await startServer({ dataDir });
  cast = new Cast(server);
  ana = cast.person({ role: 'facilitator', lab: draftsLab });
  eva = cast.person({ role: 'consolidator', lab: draftsLab });
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await server?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

const notes = `${draftsLab}.mesa-1`;
const as = ({ token }: Player): As => bearer(token ?? '');
const writer = (): Player => cast.person({ role: 'civil_org', lab: draftsLab });
const open = (by: Player, document: string = drafts.first): Promise<Witness> =>
  connectWitness(server, document, { token: by.token ?? '' });
const body = ({ doc }: Pick<Client, 'doc'>): Y.XmlFragment => doc.getXmlFragment('default');
const told = async (by: Player = ana) =>
  (await ask(server, api.listMassDeletions, { as: as(by), params: { lab: draftsLab } })).output.deletions;
const versionsOf = async (document: string = drafts.first) =>
  (await ask(server, api.listVersions, { as: as(ana), params: { lab: draftsLab, document } })).output;
const settle = (by: Player, asked: { deletion: string; as: 'restored' | 'dismissed'; document?: string }) =>
  ask(server, api.settleMassDeletion, {
    as: as(by),
    params: { lab: draftsLab, document: asked.document ?? drafts.first, deletion: asked.deletion },
    body: { commandId: randomUUID(), as: asked.as },
  });
async function textNow(document: string = drafts.first): Promise<string> {
  const { lastSeq } = await versionsOf(document);
  const params = { lab: draftsLab, document, seq: String(lastSeq) };
  const { output } = await ask(server, api.readMoment, { as: as(ana), params });
  return wordedBlocks(output.body as unknown as DocumentJson)
    .map(({ text }) => text)
    .join('\n');
}
const toldOnce = async (document: string = drafts.first) =>
  expect.poll(async () => (await told()).filter(({ documentId }) => documentId === document).length, { timeout: 15_000 }).toBe(1);

/** Paragraphs of their own at the end: together longer than everything else. */
function write(client: Pick<Client, 'doc'>, { mark, count = 30 }: { mark: string; count?: number }): string[] {
  const lines = Array.from(
    { length: count },
    (_, no) => `${mark} ${no}: cada municipio publica sus datos cada mes y los explica con ${mark}${no}.`,
  );
  client.doc.transact(() => {
    for (const [no, text] of lines.entries()) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.setAttribute('id', `${mark.toLowerCase()}-${no}`);
      paragraph.insert(0, [new Y.XmlText(text)]);
      body(client).insert(body(client).length, [paragraph]);
    }
  });
  return lines;
}
const blockOf = (client: Pick<Client, 'doc'>, id: string): Y.XmlElement | undefined =>
  body(client)
    .toArray()
    .find((block): block is Y.XmlElement => block instanceof Y.XmlElement && block.getAttribute('id') === id);

test('[CO3] most of a text deleted by one person is told once and brought back by one act, with every word others wrote', async () => {
  const [carla, luis] = [writer(), writer()];
  const [hers, his] = [await open(carla), await open(luis)];
  let lines: string[] = [];
  hers.mark(() => {
    lines = write(hers, { mark: 'Uno' });
  });
  await hers.allAcknowledged();
  const before = (await versionsOf()).lastSeq;
  const whole = await textNow();
  await his.waitFor(() => blockOf(his, 'uno-29') !== undefined, 'the last line');
  // Luis writes into what she deletes without having seen that it went, and on a line of his own afterwards.
  his.provider.disconnect();
  const words = blockOf(his, 'uno-3')?.get(0) as Y.XmlText;
  his.mark(() => words.insert(words.length, ' Y además en su idioma.'));
  hers.mark(() => body(hers).delete(0, body(hers).length));
  await hers.allAcknowledged();
  his.provider.connect();
  await his.allAcknowledged();
  hers.mark(() => void write(hers, { mark: 'Empiezo', count: 1 }));
  await hers.allAcknowledged();
  await toldOnce();
  const [deletion] = await told();
  if (deletion === undefined) throw new Error('nothing was told');
  expect(deletion).toMatchObject({ documentId: drafts.first, personId: carla.personId, seq: before });
  expect(deletion.gone).toBeGreaterThan(deletion.characters * 0.9);
  expect(await told(eva)).toEqual([deletion]);
  expect(await told(luis)).toEqual([]);
  const kept = (await versionsOf()).versions.find(({ id }) => id === deletion.id);
  expect(kept).toMatchObject({ kind: 'insurance', seq: before, actorId: null });

  expect((await settle(luis, { deletion: deletion.id, as: 'restored' })).error.code).toBe('forbidden');
  // Two press at once: it comes back once.
  const [one, two] = await Promise.all([ana, eva].map((by) => settle(by, { deletion: deletion.id, as: 'restored' })));
  expect([one?.status, two?.status]).toEqual([200, 200]);
  expect(one?.output).toEqual(two?.output);
  expect((await settle(ana, { deletion: deletion.id, as: 'dismissed' })).output).toEqual(one?.output);
  const now = await textNow();
  for (const line of [...whole.split('\n'), ...lines]) expect(now).toContain(line);
  for (const line of lines) expect(now.split(line)).toHaveLength(2);
  expect(now).toContain(`${lines[3]} Y además en su idioma.`);
  expect(now).toContain('Empiezo 0');
  expect(await told()).toEqual([]);
  // Whose words they were, they are.
  const authors = await ask(server, api.readAuthors, {
    as: as(ana),
    params: { lab: draftsLab, document: drafts.first, seq: 'now' },
  });
  const runs = authors.output.blocks.find(({ blockId }) => blockId === 'uno-5')?.runs;
  expect(runs?.map(({ personId }) => personId)).toEqual([carla.personId]);
  // Bringing it back can be undone, which takes nobody else's words.
  const { restored } = one?.output ?? {};
  if (!restored) throw new Error('nothing was restored');
  await his.waitFor(() => blockOf(his, 'uno-29') !== undefined, 'what came back');
  his.mark(() => void write(his, { mark: 'Después', count: 1 }));
  await his.allAcknowledged();
  const commandId = randomUUID();
  const undoing = { commandId, seq: restored.before, seen: restored.at };
  await ask(server, api.restoreMoment, { as: as(ana), params: { lab: draftsLab, document: drafts.first }, body: undoing });
  const undone = await textNow();
  expect(undone).not.toContain(lines[20]);
  expect(undone).toContain('Después 0');
  await ask(server, api.restoreMoment, {
    as: as(ana),
    params: { lab: draftsLab, document: drafts.first },
    body: { commandId: randomUUID(), seq: restored.at, seen: (await versionsOf()).lastSeq },
  });
  hers.close();
  his.close();
});

test('who goes on deleting does the same thing still, also after the server was killed; what was meant is dismissed', async () => {
  const luis = cast.person({ role: 'note_taker', lab: draftsLab });
  const his = await open(luis, notes);
  his.mark(() => void write(his, { mark: 'Nota', count: 40 }));
  await his.allAcknowledged();
  const count = body(his).length;
  his.mark(() => body(his).delete(0, count - 10));
  await his.allAcknowledged();
  await toldOnce(notes);
  const [first] = (await told()).filter(({ documentId }) => documentId === notes);
  await server.kill();
  await server.restart();
  await his.waitFor(() => his.provider.synced, 'the line again');
  his.mark(() => body(his).delete(0, body(his).length));
  await his.allAcknowledged();
  const now = async () => (await told()).find(({ id }) => id === first?.id);
  await expect.poll(async () => (await now())?.gone ?? 0, { timeout: 15_000 }).toBeGreaterThan(first?.gone ?? 0);
  expect((await told()).map(({ id }) => id)).toEqual([first?.id]);
  expect((await versionsOf(notes)).versions.filter(({ kind }) => kind === 'insurance')).toHaveLength(1);
  const dismissed = await settle(eva, { deletion: first?.id ?? '', as: 'dismissed', document: notes });
  expect(dismissed.output).toEqual({ as: 'dismissed', restored: null });
  expect(await told()).toEqual([]);
  expect((await settle(eva, { deletion: randomUUID(), as: 'dismissed', document: notes })).error.code).toBe('version_not_found');
  his.close();
});

test('what whoever deleted took back themselves is not brought back a second time', async () => {
  const carla = writer();
  const hers = await open(carla);
  let lines: string[] = [];
  hers.mark(() => {
    lines = write(hers, { mark: 'Vuelve', count: 60 });
  });
  await hers.allAcknowledged();
  const undo = new Y.UndoManager(body(hers), { captureTimeout: 0 });
  hers.mark(() => body(hers).delete(0, body(hers).length));
  await hers.allAcknowledged();
  await toldOnce();
  const [deletion] = await told();
  hers.mark(() => void undo.undo());
  await hers.allAcknowledged();
  // Not while it is gone again.
  hers.mark(() => void undo.redo());
  await hers.allAcknowledged();
  const settled = await settle(ana, { deletion: deletion?.id ?? '', as: 'restored' });
  expect(settled.output.as).toBe('restored');
  const [marta] = [writer()];
  const theirs = await open(marta);
  const again = new Y.UndoManager(body(theirs), { captureTimeout: 0 });
  theirs.mark(() => body(theirs).delete(0, body(theirs).length));
  await theirs.allAcknowledged();
  await toldOnce();
  const [second] = await told();
  theirs.mark(() => void again.undo());
  await theirs.allAcknowledged();
  const left = await settle(ana, { deletion: second?.id ?? '', as: 'restored' });
  expect(left.output).toEqual({ as: 'dismissed', restored: null });
  theirs.close();
  expect(await told()).toEqual([]);
  const now = await textNow();
  for (const line of lines) expect(now.split(line)).toHaveLength(2);
  hers.close();
});

test('less than half, two people a part each, and text that is moved or made anew elsewhere are not told', async () => {
  const [carla, luis, marta, rosa] = [writer(), writer(), writer(), writer()];
  const [hers, his, moving, last] = await Promise.all([carla, luis, marta, rosa].map((by) => open(by)));
  if (!hers || !his || !moving || !last) throw new Error('four lines were asked for');
  moving.mark(() => void write(moving, { mark: 'Largo', count: 60 }));
  await moving.allAcknowledged();
  // By lines; those at the end are the longer ones.
  const part = Math.floor(body(moving).length / 5);
  await Promise.all([hers, his, last].map((one) => one.waitFor(() => blockOf(one, 'largo-59') !== undefined, 'all of it')));
  hers.mark(() => body(hers).delete(0, part));
  his.mark(() => body(his).delete(body(his).length - part, part));
  await Promise.all([hers.allAcknowledged(), his.allAcknowledged()]);
  await moving.waitFor(() => blockOf(moving, 'largo-59') === undefined, 'what they took');
  // Cut, and pasted again under other ids.
  const copies = body(moving)
    .toArray()
    .map((block) => block.clone() as Y.XmlElement);
  for (const [no, copy] of copies.entries()) copy.setAttribute('id', `copia-${no}`);
  moving.mark(() => body(moving).delete(0, body(moving).length));
  moving.mark(() => body(moving).insert(0, copies));
  await moving.allAcknowledged();
  // Whoever deletes it all afterwards is told, and alone.
  await last.waitFor(() => blockOf(last, 'copia-0') !== undefined, 'the copies');
  last.mark(() => body(last).delete(0, body(last).length));
  await last.allAcknowledged();
  await toldOnce();
  expect((await told()).map(({ personId }) => personId)).toEqual([rosa.personId]);
  for (const one of [hers, his, moving, last]) one.close();
});
