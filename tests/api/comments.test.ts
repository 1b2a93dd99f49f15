// Comments over the API: threads on words of a text by people who may not write it, replies, names, settling, taking back and taking down; what
// is refused; and anchors that stay on their words while others write.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import * as api from '@cocrea/shared/api/comments.ts';
import { readChanges, markVisit } from '@cocrea/shared/api/labs.ts';
import { bodyOf } from '@cocrea/shared/document/body.ts';
import { makeAnchor, placesOfAnchors, type TextNow } from '@cocrea/shared/document/comment-anchors.ts';
import { bodyField, createSchema } from '@cocrea/shared/document/schema.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { writeBody } from '@cocrea/shared/document/suggestions/write-body.ts';
import { findWords } from '@cocrea/shared/document/words-in-text.ts';
import { commentLimits, type CommentThread } from '@cocrea/shared/domain/comment.ts';
import * as Y from 'yjs';
import { Cast, type Player } from '../support/cast.ts';
import { connect, type Client } from '../support/clients.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { connectWitness, type Witness } from '../support/witness.ts';
import { ask, bearer, type As } from './ask.ts';
import { foundedFolder, rehearsalLab as lab, rooms } from './rehearsal-lab.ts';

const draft = rooms.closedDraft;
const params = { lab, document: draft };
const schema = createSchema();
let server: RunningServer;
let cast: Cast;
let editor: Player;

beforeAll(async () => {
  server = await startServer({ dataDir: await foundedFolder() });
  cast = new Cast(server);
  editor = cast.person({ lab, role: 'consolidator' });
  const writer = await connectWitness(server, draft, { token: editor.token ?? '' });
  await write(writer, paragraph('p0', 'Aquí hay una frase para comentar.'), paragraph('p1', 'á'.repeat(5000)));
  writer.close();
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const as = ({ token }: Player): As => bearer(token ?? '');
const participant = (): Player => cast.person({ lab, role: 'participant' });
const visit = (documentId: string, { token }: Player): Promise<Client> => connect(server, documentId, { token: token ?? '' });
type Started = BodyOf<typeof api.startThread>;
const words = (other: Partial<Started> = {}): Started => ({
  ...{ id: randomUUID(), commentId: randomUUID(), blockId: 'p0', quote: 'una frase', unique: 'text' as const },
  ...{ start: 'AAAA', end: 'AAAA', text: '¿Quién lo hace?', mentions: [] },
  ...other,
});
const start = (by: Player, body: Started, document: string = draft) =>
  ask(server, api.startThread, { as: as(by), params: { lab, document }, body });
const reply = (by: Player, thread: string, body: { id?: string; text: string; mentions?: string[] }) =>
  ask(server, api.replyToThread, {
    as: as(by),
    params: { lab, thread },
    body: { id: randomUUID(), mentions: [], ...body },
  });
const settle = (by: Player, thread: string, state: 'open' | 'resolved', commandId: string = randomUUID()) =>
  ask(server, api.settleThread, { as: as(by), params: { lab, thread }, body: { commandId, state } });
const edit = (by: Player, id: string, body: { text: string; version: number; mentions?: string[]; commandId?: string }) =>
  ask(server, api.editComment, { as: as(by), params: { lab, id }, body: { commandId: randomUUID(), mentions: [], ...body } });
const remove = (by: Player, id: string, reason: string | null) =>
  ask(server, api.removeComment, { as: as(by), params: { lab, id }, body: { commandId: randomUUID(), reason } });
async function threadOf(id: string): Promise<CommentThread | undefined> {
  const { output } = await ask(server, api.listComments, { as: as(editor), params });
  return output.threads.find((thread) => thread.id === id);
}
async function eventsOf(by: Player): Promise<{ type: string; data: Record<string, unknown> }[]> {
  const { output } = await ask(server, readChanges, { as: as(by), params: { lab } });
  return output.events;
}

test('[RE2] a thread and a reply sent twice are there once, and their ids belong to whoever used them first', async () => {
  const [ana, beto] = [participant(), participant()];
  const body = words();
  const [first, again] = [await start(ana, body), await start(ana, body)];
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.output).toEqual(first.output);
  expect((await start(beto, body)).error.code).toBe('id_taken');
  const said = { id: randomUUID(), text: 'INAP lo hace.' };
  const replies = [await reply(beto, body.id, said), await reply(beto, body.id, said)];
  expect(replies.map(({ status }) => status)).toEqual([201, 200]);
  expect((await reply(ana, body.id, said)).error.code).toBe('id_taken');
  const thread = await threadOf(body.id);
  expect(thread?.comments.map(({ text, authorId }) => [text, authorId])).toEqual([
    ['¿Quién lo hace?', ana.personId],
    ['INAP lo hace.', beto.personId],
  ]);
  expect(thread).toMatchObject({ state: 'open', quote: 'una frase', settled: null, authorId: ana.personId });
});

test('who began a thread settles it, and of others only who keeps order; doing so twice is doing it once', async () => {
  const [ana, beto] = [participant(), participant()];
  const { id } = (await start(ana, words())).output;
  expect((await settle(beto, id, 'resolved')).error.code).toBe('forbidden');
  const resolved = await settle(ana, id, 'resolved');
  expect(resolved.output).toMatchObject({ state: 'resolved', settled: { byName: expect.stringContaining('Persona') } });
  expect((await settle(editor, id, 'resolved')).output.settled).toEqual(resolved.output.settled);
  expect((await settle(editor, id, 'open')).output.state).toBe('open');
  const both = await Promise.all([settle(editor, id, 'resolved'), settle(ana, id, 'resolved')]);
  expect(both.map(({ status, output }) => [status, output.state])).toEqual([
    [200, 'resolved'],
    [200, 'resolved'],
  ]);
  // Words that were on their way are not refused for being second.
  expect((await reply(beto, id, { text: 'Llego tarde.' })).output.state).toBe('resolved');
});

test('one words one’s own anew on what one has read of it, and nobody words another’s', async () => {
  const ana = participant();
  const { comments } = (await start(ana, words())).output;
  const { id = '' } = comments[0] ?? {};
  const commandId = randomUUID();
  const better = { text: 'Mejor dicho.', version: 1, commandId };
  expect((await edit(editor, id, better)).error.code).toBe('forbidden');
  const once = await edit(ana, id, better);
  expect(once.output.comments[0]).toMatchObject({ text: 'Mejor dicho.', version: 2, editedAt: expect.any(Number) });
  expect((await edit(ana, id, better)).output).toEqual(once.output);
  expect((await edit(ana, id, { text: 'Desde otra pestaña.', version: 1 })).error.code).toBe('stale');
});

test('taken back or taken down, its words are gone from the record and its place stays; whoever takes down says why', async () => {
  const [ana, beto] = [participant(), participant()];
  const { id: threadId, comments } = (await start(ana, words({ text: 'Palabra que no debió ser' }))).output;
  const root = comments[0]?.id ?? '';
  const said = (await reply(beto, threadId, { text: 'Otra', mentions: [ana.personId] })).output.comments[1]?.id ?? '';
  expect((await remove(beto, root, 'Me molesta')).error.code).toBe('forbidden');
  expect((await remove(editor, root, ' ')).error.code).toBe('missing_field');
  const down = (await remove(editor, root, 'Insulta a una persona.')).output;
  expect(down.comments[0]).toMatchObject({ text: '', removed: { byAuthor: false, reason: 'Insulta a una persona.' } });
  const back = (await remove(beto, said, null)).output;
  expect(back.comments[1]).toMatchObject({ text: '', mentions: [], removed: { byAuthor: true, reason: null } });
  expect((await edit(beto, said, { text: 'No', version: 1 })).error.code).toBe('comment_removed');
  const { output, headers } = await ask(server, api.listComments, { as: as(editor), params });
  expect(JSON.stringify(output)).not.toContain('no debió ser');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('a person of the lab can be named, is offered by any word of their name, and finds it in what changed; nobody else can', async () => {
  const [ana, beto] = [participant(), cast.person({ lab, role: 'observer' })];
  for (const who of [ana, beto]) await ask(server, markVisit, { as: as(who), params: { lab }, body: { seq: 9_999_999 } });
  const { output } = await ask(server, api.listMentionable, { as: as(ana), params });
  expect(output.people.length).toBeGreaterThan(0);
  expect(output.people.map(({ personId }) => personId)).not.toContain(ana.personId);
  const byWord = await fetch(`${server.url}/api/labs/${lab}/documents/${draft}/mentionable?q=${beto.personId.slice(0, 8)}`, {
    headers: as(ana),
  });
  expect(await byWord.json()).toMatchObject({ people: [{ personId: beto.personId }] });

  const made = await start(ana, words({ text: 'Que lo diga @Beto', mentions: [beto.personId, beto.personId] }));
  expect(made.output.comments[0]?.mentions).toEqual([{ personId: beto.personId, name: `Persona ${beto.personId.slice(0, 8)}` }]);
  const told = (await eventsOf(beto)).filter(({ type }) => type === 'comment.added');
  expect(told.at(-1)?.data).toMatchObject({ documentId: draft, threadId: made.output.id, mentions: beto.personId });
  // The log outlives whoever is named in it: it has ids alone.
  expect(JSON.stringify(told)).not.toContain('Que lo diga');

  const outsider = cast.person({ role: 'participant' });
  const removed = cast.person({ lab, role: 'participant', removed: true });
  for (const { personId } of [outsider, removed]) {
    expect((await start(ana, words({ mentions: [personId] }))).error.code).toBe('mention_unknown');
  }
  expect((await reply(ana, made.output.id, { text: 'Y', mentions: [outsider.personId] })).error.code).toBe('mention_unknown');
});

test('those the demonstration is born with stand on their words, one of them resolved', async () => {
  const player = cast.person({ role: 'participant' });
  const document = 'compromiso-11.borrador-2';
  const { output } = await ask(server, api.listComments, { as: as(player), params: { lab: demoLab, document } });
  const reader = await visit(document, player);
  const text = now(reader);
  const places = placesOfAnchors(text, output.threads);
  expect(places.map((at) => (at === null ? null : text.doc.textBetween(at.from, at.to)))).toEqual(
    output.threads.map(({ quote }) => quote),
  );
  expect(output.threads.map(({ state }) => state).sort()).toEqual(['open', 'open', 'resolved']);
  expect(output.threads.flatMap(({ comments }) => comments.flatMap(({ mentions }) => mentions))).toHaveLength(2);
  reader.close();
});

test('bad input is refused in words and leaves nothing', async () => {
  const ana = participant();
  const before = (await ask(server, api.listComments, { as: as(editor), params })).output.threads.length;
  const long = 'ñ'.repeat(commentLimits.text + 1);
  const codes = [
    await start(ana, words({ text: long })),
    await start(ana, words({ text: ' \n ' })),
    await start(ana, words({ quote: ' ' })),
    await start(ana, words({ start: 'no es base64 {}' })),
    await start(ana, words(), 'no-hay'),
    await start(ana, words(), 'compromiso-11.borrador-2'),
    await start(ana, words(), rooms.frozenDraft),
    await start(ana, words(), rooms.plannedDraft),
    await reply(ana, randomUUID(), { text: 'A nadie' }),
    await edit(ana, randomUUID(), { text: 'Nada', version: 1 }),
    await start(cast.person({ role: 'facilitator' }), words()),
    await start(ana, words({ quote: 'INAP promete pagar' })),
  ].map(({ error }) => error.code);
  expect(codes).toEqual([
    'text_too_long',
    'missing_field',
    'missing_field',
    'invalid_field',
    'document_not_found',
    'document_not_found',
    'comments_closed',
    'forbidden',
    'thread_not_found',
    'comment_not_found',
    'forbidden',
    'quote_gone',
  ]);
  expect((await ask(server, api.listComments, { as: as(editor), params })).output.threads).toHaveLength(before);
  // A quote that goes on for pages is kept as far as is needed to know it again.
  const kept = await start(ana, words({ quote: `${'á'.repeat(5000)}` }));
  expect(kept.output.quote).toBe('á'.repeat(commentLimits.quote));
});

test('the words a thread keeps are those it stands on, whatever a client says they are, and sent again they are as they were', async () => {
  const ana = participant();
  const reader = await visit(draft, ana);
  const text = now(reader);
  const [place] = findWords(text.doc, 'una frase', 1);
  const { from: _from, to: _to, ...anchor } = makeAnchor(text, place ?? { from: 0, to: 0 }) ?? expect.fail('no anchor');
  reader.close();
  const body = words({ ...anchor, quote: 'INAP promete pagar', blockId: 'otro', unique: 'nowhere' });
  const made = await start(ana, body);
  expect(made.output).toMatchObject({ quote: 'una frase', blockId: 'p0', unique: 'text' });
  // Long enough to be known again, and like nothing else in the text.
  const [longer] = findWords(text.doc, 'una frase para comentar', 1);
  const other = makeAnchor(text, longer ?? { from: 0, to: 0 }) ?? expect.fail('no anchor');
  const { from: _begin, to: _end, ...alone } = other;
  expect((await start(ana, words(alone))).output.unique).toBe('alone');
  const writer = await connectWitness(server, draft, { token: editor.token ?? '' });
  await write(writer, paragraph('p0', 'Aquí no hay nada.'), paragraph('p1', 'á'.repeat(5000)));
  expect((await start(ana, body)).output).toMatchObject({ id: body.id, quote: 'una frase' });
  expect((await start(ana, words(anchor))).error.code).toBe('quote_gone');
  await write(writer, paragraph('p0', 'Aquí hay una frase para comentar.'), paragraph('p1', 'á'.repeat(5000)));
  writer.close();
});

test('one thread is read alone, by whoever may read its text', async () => {
  const { output } = await start(participant(), words());
  const read = (by: Player, thread: string) => ask(server, api.readThread, { as: as(by), params: { lab, thread } });
  expect((await read(cast.person({ lab, role: 'observer' }), output.id)).output).toEqual(output);
  expect((await read(cast.person({ role: 'facilitator' }), output.id)).status).toBeGreaterThanOrEqual(403);
  expect((await read(editor, randomUUID())).error.code).toBe('thread_not_found');
});

const paragraph = (id: string, text: string): DocumentJson => ({
  type: 'paragraph',
  attrs: { id },
  content: text === '' ? [] : [{ type: 'text', text }],
});
const now = ({ doc }: { doc: Y.Doc }): TextNow => ({
  body: doc.getXmlFragment(bodyField),
  doc: schema.nodeFromJSON(bodyOf(doc)),
});
async function write(witness: Witness, ...blocks: DocumentJson[]): Promise<void> {
  witness.mark(() => writeBody(witness.doc, { target: { type: 'doc', content: blocks } }));
  await witness.allAcknowledged();
}

test('[RE1] who may not write comments, and the anchor kept outside of the text stays on its words through all that others do', async () => {
  const ana = participant();
  const writer = await connectWitness(server, draft, { token: editor.token ?? '' });
  const p0 = paragraph('p0', 'Las instituciones publican sus datos cada mes.');
  const p1 = paragraph('p1', 'Nadie entrega dos veces el mismo papel.');
  await write(writer, p0, p1);
  const reader = await visit(draft, ana);
  await reader.caughtUpWith(writer.doc);
  const textBefore = Y.encodeStateAsUpdate(writer.doc);

  const [place] = findWords(now(reader).doc, 'publican sus datos', 2);
  const { from: _from, to: _to, ...anchor } = makeAnchor(now(reader), place ?? { from: 0, to: 0 }) ?? expect.fail('no anchor');
  const made = await start(ana, words(anchor));
  expect(made.status).toBe(201);
  const forged = await connectWitness(server, draft, { token: ana.token ?? '' });
  expect(forged.hello()?.role).toBe('read');
  forged.close();
  // The text has none of it.
  await reader.caughtUpWith(writer.doc);
  expect(Y.encodeStateAsUpdate(writer.doc)).toEqual(textBefore);

  /** Where the thread, as the server has it, stands for the reader once they heard all of it. */
  async function standsOn(): Promise<string | null> {
    await reader.caughtUpWith(writer.doc);
    const thread = (await threadOf(made.output.id)) ?? expect.fail('no thread');
    const text = now(reader);
    const [at] = placesOfAnchors(text, [thread]);
    return at == null ? null : text.doc.textBetween(at.from, at.to);
  }
  expect(await standsOn()).toBe('publican sus datos');
  // Two who write at once, before it and within it.
  const other = await connectWitness(server, draft, { token: cast.person({ lab, role: 'civil_org' }).token ?? '' });
  await Promise.all([
    write(writer, paragraph('p0', 'Todas las instituciones publican sus datos cada mes.'), p1),
    write(other, paragraph('p0', 'Las instituciones publican todos sus datos cada mes.'), p1),
  ]);
  await writer.caughtUpWith(other.doc);
  other.close();
  expect(await standsOn()).toBe('publican todos sus datos');
  await write(writer, p0, p1);
  expect(await standsOn()).toBe('publican sus datos');
  // The block is moved, then split within the words before them, then joined to the one before it.
  await write(writer, p1, p0);
  expect(await standsOn()).toBe('publican sus datos');
  await write(writer, p1, paragraph('p0', 'Las instituciones '), paragraph('p2', 'publican sus datos cada mes.'));
  expect(await standsOn()).toBe('publican sus datos');
  await write(writer, paragraph('p1', 'Nadie entrega dos veces el mismo papel. Las instituciones publican sus datos cada mes.'));
  expect(await standsOn()).toBe('publican sus datos');
  // It is deleted: the thread has its quote, and its place again once that was undone.
  const undo = new Y.UndoManager(writer.doc.getXmlFragment(bodyField), { trackedOrigins: new Set([null]), captureTimeout: 0 });
  await write(writer, paragraph('p1', 'Nadie entrega dos veces el mismo papel.'));
  expect(await standsOn()).toBe(null);
  expect((await threadOf(made.output.id))?.quote).toBe('publican sus datos');
  writer.mark(() => undo.undo());
  await writer.allAcknowledged();
  expect(await standsOn()).toBe('publican sus datos');
  reader.close();
  writer.close();
});
