// Suggestions over the API and its sockets: a fork receives what its draft says and gives nothing back; what it suggests is accepted and rejected
// by who edits the draft, once, in both texts at once, in its author's name; and can be taken back.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import * as api from '@cocrea/shared/api/suggestions.ts';
import { bodyOf } from '@cocrea/shared/document/body.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { writeBody } from '@cocrea/shared/document/suggestions/write-body.ts';
import type { Suggestion } from '@cocrea/shared/domain/suggestion.ts';
import { WebSocket } from 'ws';
import type * as Y from 'yjs';
import { Cast, type Player } from '../support/cast.ts';
import { connect, type Client } from '../support/clients.ts';
import { printedRandom } from '../support/random.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { openDatabase } from '../support/server-database.ts';
import { connectWitness } from '../support/witness.ts';
import { ask, bearer, type As } from './ask.ts';
import { foundedFolder, rehearsalLab as lab, rooms } from './rehearsal-lab.ts';

const draft = rooms.closedDraft;
const params = { lab, document: draft };
let server: RunningServer;
let cast: Cast;
let editor: Player;

beforeAll(async () => {
  server = await startServer({ dataDir: await foundedFolder() });
  cast = new Cast(server);
  editor = cast.person({ lab, role: 'consolidator' });
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const as = ({ token }: Player): As => bearer(token ?? '');
const participant = (): Player => cast.person({ lab, role: 'participant' });
const visit = (documentId: string, { token }: Player): Promise<Client> => connect(server, documentId, { token: token ?? '' });
async function forkOf(player: Player): Promise<string> {
  const { output, error } = await ask(server, api.beginFork, { as: as(player), params, body: { commandId: randomUUID() } });
  expect(error.message).toBe('');
  return output.id;
}
const paragraphs = (...texts: string[]): DocumentJson => ({
  type: 'doc',
  content: texts.map((text, at) => ({
    type: 'paragraph',
    attrs: { id: `p${at}` },
    content: text === '' ? [] : [{ type: 'text', text }],
  })),
});
const read = (doc: Y.Doc): string[] =>
  (bodyOf(doc).content ?? []).map(({ content = [] }) => content.map(({ text }) => text ?? '').join(''));
/** Writes as that person and waits until it is on disk. */
async function write(documentId: string, player: Player, ...texts: string[]): Promise<void> {
  const witness = await connectWitness(server, documentId, { token: player.token ?? '' });
  witness.mark(() => writeBody(witness.doc, { target: paragraphs(...texts) }));
  await witness.allAcknowledged();
  witness.close();
}
async function textOf(documentId: string, player: Player): Promise<string[]> {
  const client = await visit(documentId, player);
  const text = read(client.doc);
  client.close();
  return text;
}
/** The status with which a room is refused to somebody. */
function refusalOf(documentId: string, { token }: Player): Promise<number> {
  const socket = new WebSocket(`${server.wsUrl}/${documentId}?token=${token ?? ''}`);
  return new Promise((resolve, reject) => {
    socket.once('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode));
    socket.once('open', () => reject(new Error('the room let them in')));
    socket.once('error', () => undefined);
  });
}
async function suggestionsOf(forkId: string, by: Player = editor): Promise<Suggestion[]> {
  const { output } = await ask(server, api.listSuggestions, { as: as(by), params });
  return output.forks.find(({ fork }) => fork.id === forkId)?.suggestions ?? [];
}
const decide = (
  by: Player,
  body: Omit<BodyOf<typeof api.decideSuggestions>, 'commandId' | 'reason'> & { commandId?: string; reason?: string },
) => ask(server, api.decideSuggestions, { as: as(by), params, body: { commandId: randomUUID(), reason: null, ...body } });
const undo = (by: Player, decision: string) =>
  ask(server, api.undoDecision, { as: as(by), params: { ...params, decision }, body: { commandId: randomUUID() } });

test('a fork begins as the draft stands, and is the same when it is asked for again', async () => {
  await write(draft, editor, 'uno dos tres', 'cuatro cinco');
  const player = participant();
  const first = await ask(server, api.beginFork, { as: as(player), params, body: { commandId: randomUUID() } });
  expect(first.status).toBe(201);
  const again = await ask(server, api.beginFork, { as: as(player), params, body: { commandId: randomUUID() } });
  expect([again.status, again.output.id]).toEqual([200, first.output.id]);
  expect(await textOf(first.output.id, player)).toEqual(['uno dos tres', 'cuatro cinco']);
});

test('[JU4] a suggester writes in their fork; the draft itself takes nothing of theirs, from a forged client neither', async () => {
  const player = participant();
  const fork = await forkOf(player);
  await write(fork, player, 'uno dos y medio tres', 'cuatro cinco');
  const forger = await visit(draft, player);
  writeBody(forger.doc, { target: paragraphs('nada') });
  const before = await textOf(draft, editor);
  forger.close();
  expect(before).toEqual(['uno dos tres', 'cuatro cinco']);
  expect(await suggestionsOf(fork)).toMatchObject([{ kind: 'insert', before: '', after: 'y medio ', blockId: 'p0' }]);
  // Others who may not edit the draft do not read along, and nobody else writes there.
  expect(await refusalOf(fork, participant())).toBe(403);
  const reader = await connectWitness(server, fork, { token: editor.token ?? '' });
  expect(reader.hello()?.role).toBe('read');
  reader.close();
});

test('what is written into the draft reaches an open fork, and one that is opened later', async () => {
  const [here, away] = [participant(), participant()];
  const [open, closed] = [await forkOf(here), await forkOf(away)];
  const client = await visit(open, here);
  await write(draft, editor, 'uno dos tres', 'cuatro cinco seis');
  await client.waitFor(() => read(client.doc)[1] === 'cuatro cinco seis', 'what the draft says');
  await write(draft, editor, 'uno dos tres', 'cuatro cinco seis siete');
  await client.waitFor(() => read(client.doc)[1] === 'cuatro cinco seis siete', 'what the draft says next');
  client.close();
  expect(await textOf(closed, away)).toEqual(['uno dos tres', 'cuatro cinco seis siete']);
  expect(await suggestionsOf(open)).toEqual([]);
});

test('[RE2] an accepted suggestion is in the draft in the name of who suggested it, once, and no longer suggested', async () => {
  const player = participant();
  const fork = await forkOf(player);
  await write(draft, editor, 'uno dos tres', 'cuatro cinco');
  await write(fork, player, 'uno y medio dos tres', 'cuatro seis', 'nuevo');
  const found = await suggestionsOf(fork);
  expect(found.map(({ kind }) => kind)).toEqual(['insert', 'replace', 'add_block']);
  const commandId = randomUUID();
  const ids = [found[0]?.id ?? ''];
  const body = { commandId, forkId: fork, decision: 'accept', ids, reason: 'Aclara el texto' } as const;
  const { output, error } = await decide(editor, body);
  expect(error.message).toBe('');
  expect(output).toMatchObject({
    decision: 'accept',
    count: 1,
    authorId: player.personId,
    reason: 'Aclara el texto',
    undoneAt: null,
  });
  expect(await textOf(draft, editor)).toEqual(['uno y medio dos tres', 'cuatro cinco']);
  expect(await textOf(fork, player)).toEqual(['uno y medio dos tres', 'cuatro seis', 'nuevo']);
  expect((await suggestionsOf(fork)).map(({ kind }) => kind)).toEqual(['replace', 'add_block']);
  // Sent again it is the same; by others it is gone.
  expect((await decide(editor, body)).output.id).toBe(commandId);
  expect((await decide(editor, { forkId: fork, decision: 'accept', ids })).error.code).toBe('suggestion_gone');
  expect(await textOf(draft, editor)).toEqual(['uno y medio dos tres', 'cuatro cinco']);
  const database = openDatabase(server.dataDir);
  const owned = database
    .prepare('SELECT count(*) AS count FROM yjs_clients WHERE document_id = ? AND user_id = ?')
    .get(draft, player.personId);
  database.close();
  expect(owned?.['count']).toBe(1);
  // All the rest of this author.
  expect((await decide(editor, { forkId: fork, decision: 'accept', ids: null })).output.count).toBe(2);
  expect(await textOf(draft, editor)).toEqual(['uno y medio dos tres', 'cuatro seis', 'nuevo']);
  expect(await suggestionsOf(fork)).toEqual([]);
  // And the fork goes on following.
  await write(draft, editor, 'uno y medio dos', 'cuatro siete', 'nuevo y más');
  expect(await textOf(fork, player)).toEqual(['uno y medio dos', 'cuatro siete', 'nuevo y más']);
});

test('accepting is taken back, also after others have written, and the suggestion stands again', async () => {
  const player = participant();
  const fork = await forkOf(player);
  await write(draft, editor, 'uno dos tres', 'cuatro cinco');
  await write(fork, player, 'uno doce tres', 'cuatro cinco');
  const { output } = await decide(editor, { forkId: fork, decision: 'accept', ids: null });
  await write(draft, editor, 'uno doce tres', 'cuatro cinco y más');
  expect((await undo(editor, output.id)).output.undoneAt).not.toBeNull();
  expect(await textOf(draft, editor)).toEqual(['uno dos tres', 'cuatro cinco y más']);
  expect(await suggestionsOf(fork)).toMatchObject([{ kind: 'replace', before: 'dos', after: 'doce' }]);
  expect((await undo(editor, output.id)).error.code).toBe('stale');
  await decide(editor, { forkId: fork, decision: 'reject', ids: null });
});

test('a rejected suggestion leaves the fork, and can be brought back; who suggested it may take it back themselves', async () => {
  const player = participant();
  const fork = await forkOf(player);
  await write(draft, editor, 'uno dos tres', 'cuatro cinco');
  await write(fork, player, 'uno tres', 'cuatro cinco', 'más');
  const [first] = await suggestionsOf(fork);
  const { output } = await decide(editor, { forkId: fork, decision: 'reject', ids: [first?.id ?? ''], reason: 'Hace falta' });
  expect(await textOf(fork, player)).toEqual(['uno dos tres', 'cuatro cinco', 'más']);
  await undo(editor, output.id);
  expect(await textOf(fork, player)).toEqual(['uno tres', 'cuatro cinco', 'más']);
  expect((await decide(player, { forkId: fork, decision: 'reject', ids: null })).output.count).toBe(2);
  expect(await textOf(fork, player)).toEqual(['uno dos tres', 'cuatro cinco']);
  expect((await decide(player, { forkId: fork, decision: 'reject', ids: null })).error.code).toBe('suggestion_gone');
});

test('two people suggest in the same sentence; both are seen, and both can be accepted', async () => {
  const [one, other] = [participant(), participant()];
  await write(draft, editor, 'el agua es de todos', 'cuatro');
  const [first, second] = [await forkOf(one), await forkOf(other)];
  await write(first, one, 'el agua limpia es de todos', 'cuatro');
  await write(second, other, 'el agua es un derecho de todos', 'cuatro');
  const { output } = await ask(server, api.listSuggestions, { as: as(editor), params });
  const said = output.forks
    .filter(({ fork }) => [first, second].includes(fork.id))
    .map(({ suggestions }) => suggestions.map(({ after }) => after));
  expect(said).toEqual([['limpia '], ['un derecho ']]);
  const answers = await Promise.all([first, second].map((forkId) => decide(editor, { forkId, decision: 'accept', ids: null })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await textOf(draft, editor)).toEqual(['el agua limpia es un derecho de todos', 'cuatro']);
  expect(await textOf(first, one)).toEqual(['el agua limpia es un derecho de todos', 'cuatro']);
  expect(await suggestionsOf(second)).toEqual([]);
});

test('two who accept the same at once do it once', async () => {
  const player = participant();
  const fork = await forkOf(player);
  await write(draft, editor, 'uno', 'dos');
  await write(fork, player, 'uno más', 'dos');
  const ids = (await suggestionsOf(fork)).map(({ id }) => id);
  const answers = await Promise.all([1, 2, 3].map(() => decide(editor, { forkId: fork, decision: 'accept', ids })));
  expect(answers.map(({ status }) => String(status)).sort()).toEqual(['200', '409', '409']);
  expect(await textOf(draft, editor)).toEqual(['uno más', 'dos']);
});

test('who may not edit the draft decides nothing', async () => {
  const [player, other] = [participant(), participant()];
  const fork = await forkOf(player);
  await write(fork, player, 'uno más y más', 'dos');
  for (const by of [player, other, cast.person({ lab, role: 'observer' })]) {
    expect((await decide(by, { forkId: fork, decision: 'accept', ids: null })).status).toBe(403);
  }
  expect((await decide(other, { forkId: fork, decision: 'reject', ids: null })).status).toBe(403);
  expect((await decide(editor, { forkId: 'nadie.s.nadie', decision: 'reject', ids: null })).error.code).toBe('not_found');
  expect(
    (
      await ask(server, api.beginFork, {
        as: as(player),
        params: { lab, document: rooms.frozenDraft },
        body: { commandId: randomUUID() },
      })
    ).status,
  ).toBe(403);
  expect(
    (
      await ask(server, api.beginFork, {
        as: as(player),
        params: { lab, document: rooms.freeNote },
        body: { commandId: randomUUID() },
      })
    ).error.code,
  ).toBe('document_not_found');
});

test('whoever writes meanwhile: the fork ends with all of the draft, and the draft with nothing of the fork', async () => {
  const random = printedRandom('a fork while its draft is written');
  const player = participant();
  await write(draft, editor, 'uno', 'dos', 'tres');
  const fork = await forkOf(player);
  const [one, other] = [await visit(draft, editor), await visit(draft, cast.person({ lab, role: 'note_taker' }))];
  const mine = await visit(fork, player);
  for (let round = 0; round < 60; round += 1) {
    for (const { doc } of [one, other, mine]) {
      const block = doc.getXmlFragment('default').get(random.below(3)) as Y.XmlElement;
      const text = block.get(0) as Y.XmlText;
      if (random.below(4) === 0 && text.length > 1) text.delete(random.below(text.length - 1), 1);
      else text.insert(random.below(text.length + 1), random.pick(['a', 'ñ', ' y ', 'ʼ']));
    }
    if (random.below(10) === 0) await mine.waitFor(() => mine.provider.synced, 'the fork is there');
  }
  await one.caughtUpWith(other.doc);
  await other.caughtUpWith(one.doc);
  await mine.caughtUpWith(one.doc);
  expect([...one.doc.store.clients.keys()]).not.toContain(mine.doc.clientID);
  for (const { close } of [one, other, mine]) close();
  expect((await decide(editor, { forkId: fork, decision: 'accept', ids: null })).status).toBe(200);
  expect(await textOf(draft, editor)).toEqual(await textOf(fork, player));
});

test('[DU1] after a restart the fork says what it said, and goes on receiving', async () => {
  const player = participant();
  const fork = await forkOf(player);
  await write(draft, editor, 'uno', 'dos');
  await write(fork, player, 'uno y medio', 'dos');
  await server.restart();
  expect(await textOf(fork, player)).toEqual(['uno y medio', 'dos']);
  await write(draft, editor, 'uno', 'dos y dos');
  expect(await textOf(fork, player)).toEqual(['uno y medio', 'dos y dos']);
  expect(await suggestionsOf(fork)).toMatchObject([{ kind: 'insert' }]);
});
