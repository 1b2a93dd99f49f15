// What is still suggested for a draft when it is frozen: it stays readable there, and is suggested for the next draft when that one begins, in the
// same person's name, to be decided there like any other.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveDraft } from '@cocrea/shared/api/drafts.ts';
import { listDocuments } from '@cocrea/shared/api/labs.ts';
import * as api from '@cocrea/shared/api/suggestions.ts';
import { bodyOf } from '@cocrea/shared/document/body.ts';
import { editBody } from '@cocrea/shared/document/edit-body.ts';
import { wordedBlocks } from '@cocrea/shared/document/words-of-block.ts';
import type { DraftStep } from '@cocrea/shared/domain/draft.ts';
import type * as Y from 'yjs';
import { Cast, type Player } from '../support/cast.ts';
import { connect } from '../support/clients.ts';
import { drafts, draftsLab, folderWithDrafts } from '../support/lab-of-drafts.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { openDatabase } from '../support/server-database.ts';
import { connectWitness } from '../support/witness.ts';
import { ask, bearer, type As } from './ask.ts';

let dataDir: string;
let server: RunningServer;
let cast: Cast;
let editor: Player;
let ana: Player;
let luis: Player;
let idle: Player;
type Place = { readonly lab: string; readonly document: string };
const lab = { lab: draftsLab };
const first = { ...lab, document: drafts.first };
const second = { ...lab, document: drafts.second };

beforeAll(async () => {
  dataDir = await folderWithDrafts();
  server = await startServer({ dataDir });
  cast = new Cast(server);
  editor = cast.person({ role: 'consolidator', lab: draftsLab });
  [ana, luis, idle] = ['participant', 'civil_org', 'participant'].map((role) =>
    cast.person({ role: role as 'participant', lab: draftsLab }),
  ) as [Player, Player, Player];
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await server?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

const as = ({ token }: Player): As => bearer(token ?? '');
async function move(document: string, step: DraftStep): Promise<void> {
  const { output } = await ask(server, listDocuments, { as: as(editor), params: lab });
  const draft = output.documents.find(({ id }) => id === document);
  const version = draft?.kind === 'draft' ? draft.life.version : 0;
  const body = { commandId: randomUUID(), step, version, days: null };
  const { status, error } = await ask(server, moveDraft, { as: as(editor), params: { ...lab, document }, body });
  expect(status, error.message).toBe(200);
}
async function forkOf(player: Player, params: Place): Promise<{ id: string; status: number }> {
  const { output, status } = await ask(server, api.beginFork, { as: as(player), params, body: { commandId: randomUUID() } });
  return { id: output.id, status };
}
/** Writes as that person, and waits until it is on disk. */
async function write(documentId: string, player: Player, change: (doc: Y.Doc, blockOf: (part: string) => string) => void) {
  const witness = await connectWitness(server, documentId, { token: player.token ?? '' });
  const blocks = wordedBlocks(bodyOf(witness.doc));
  witness.mark(() => change(witness.doc, (part) => blocks.find(({ text }) => text.includes(part))?.id ?? ''));
  await witness.allAcknowledged();
  witness.close();
}
const append = (documentId: string, player: Player, part: string, text: string) =>
  write(documentId, player, (doc, blockOf) => void editBody(doc, { kind: 'append', blockId: blockOf(part), text }));
async function textsOf(documentId: string, player: Player): Promise<string[]> {
  const client = await connect(server, documentId, { token: player.token ?? '' });
  const texts = wordedBlocks(bodyOf(client.doc)).map(({ text }) => text);
  client.close();
  return texts;
}
async function suggested(params: Place) {
  const { output } = await ask(server, api.listSuggestions, { as: as(editor), params });
  return output.forks.map(({ fork, suggestions }) => ({ fork, suggestions }));
}
/** By author: those that are carried begin in the same moment. */
const said = (forks: Awaited<ReturnType<typeof suggested>>) =>
  new Map(forks.map(({ fork, suggestions }) => [fork.authorId, suggestions]));

test('what is open is in neither the frozen text nor lost: it is suggested for the next one, once that begins', async () => {
  const mine = (await forkOf(ana, first)).id;
  const his = (await forkOf(luis, first)).id;
  await forkOf(idle, first);
  await append(mine, ana, 'idioma', 'Y también qʼeqchiʼ.');
  await append(mine, ana, 'dos veces', 'Ni una copia.');
  await write(his, luis, (doc, blockOf) => {
    editBody(doc, {
      kind: 'insert_after',
      blockId: blockOf('dos veces'),
      paragraphs: [{ id: 'nuevo', text: 'Párrafo de Luis.' }],
    });
  });
  // The draft goes on while nobody has the forks open: what they lack of it must not come out as suggestions.
  await append(drafts.first, editor, 'idioma', 'Desde 2020.');
  const open = await suggested(first);
  expect(open.map(({ suggestions }) => suggestions.length)).toEqual([2, 1]);
  const before = await textsOf(mine, ana);

  await move(drafts.first, 'freeze');
  expect(said(await suggested(first))).toEqual(said(open));
  expect(await textsOf(mine, ana)).toEqual(before);
  const late = await connectWitness(server, mine, { token: ana.token ?? '' });
  expect(late.hello()?.role).toBe('read');
  late.close();

  await move(drafts.first, 'begin_next');
  const carried = await suggested(second);
  expect(said(carried)).toEqual(said(open));
  // The old ones are as they were, and whoever suggested nothing has none to begin with.
  expect(said(await suggested(first))).toEqual(said(open));
  expect(await textsOf(mine, ana)).toEqual(before);
  expect((await forkOf(ana, second)).status).toBe(200);
  expect((await forkOf(idle, second)).status).toBe(201);
  expect((await textsOf(drafts.second, editor)).join(' ')).not.toContain('Ni una copia.');
});

test('what was carried is decided in the next draft like any other, in the name of who suggested it, and follows it', async () => {
  const mine = (await forkOf(ana, second)).id;
  const open = (await suggested(second)).find(({ fork }) => fork.id === mine)?.suggestions ?? [];
  const [accepted, rejected] = open;
  const decide = (decision: 'accept' | 'reject', id: string) =>
    ask(server, api.decideSuggestions, {
      as: as(editor),
      params: second,
      body: { commandId: randomUUID(), forkId: mine, decision, ids: [id], reason: null },
    });
  expect((await decide('accept', accepted?.id ?? '')).error.message).toBe('');
  // Before or behind what the draft was given in the same place: Yjs decides.
  expect((await textsOf(drafts.second, editor)).some((text) => text.includes('Y también qʼeqchiʼ.'))).toBe(true);
  const database = openDatabase(server.dataDir);
  const owned = database
    .prepare('SELECT count(*) AS count FROM yjs_clients WHERE document_id = ? AND user_id = ?')
    .get(drafts.second, ana.personId);
  database.close();
  expect(owned?.['count']).toBe(1);
  expect((await decide('reject', rejected?.id ?? '')).error.message).toBe('');
  expect((await suggested(second)).find(({ fork }) => fork.id === mine)?.suggestions ?? []).toEqual([]);

  await append(drafts.second, editor, 'dos veces', 'Del Borrador 2.');
  await append(mine, ana, 'Del Borrador 2.', 'Y de Ana.');
  const now = (await suggested(second)).find(({ fork }) => fork.id === mine)?.suggestions ?? [];
  expect(now.map(({ before, after }) => [before, after.trim()])).toEqual([['', 'Y de Ana.']]);
});
