// Free notes: made once however often they are sent, renamed by those who saw the last title, and never a way to take somebody's id.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNote, listDocuments, markVisit, readChanges, readLab, renameNote } from '@cocrea/shared/api/labs.ts';
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import { Cast } from '../support/cast.ts';
import { connect } from '../support/clients.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { ask, bearer, type As } from './ask.ts';

let server: RunningServer;
let cast: Cast;
let token: string;
let facilitator: As;
const params = { lab: demoLab };

beforeAll(async () => {
  server = await startServer();
  cast = new Cast(server);
  token = await server.token('facilitator');
  facilitator = bearer(token);
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const create = (body: { id: string; title: string }, as = facilitator) => ask(server, createNote, { as, params, body });
const rename = (id: string, body: { title: string; version: number; commandId?: string }, as = facilitator) =>
  ask(server, renameNote, { as, params: { lab: demoLab, id }, body: { commandId: randomUUID(), ...body } });

describe('a new note', () => {
  test('[RE2] is there once, with its record, its event and a text to write in', async () => {
    const note = { id: randomUUID(), title: 'Acuerdos del jueves' };
    const [first, second] = [await create(note), await create({ ...note, title: 'Otro título' })];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(first.output).toMatchObject({ documentId: note.id, document: { kind: 'free_note', title: note.title, version: 1 } });
    expect(second.output).toEqual(first.output);
    const { output } = await ask(server, listDocuments, { as: facilitator, params });
    expect(output.documents.filter(({ id }) => id === note.id)).toHaveLength(1);
    const client = await connect(server, note.id, { token });
    expect(client.doc.getXmlFragment('default').toString()).toMatch(/<paragraph/);
    client.close();
  });

  test('[RE2] sent many times at once is there once', async () => {
    const note = { id: randomUUID(), title: 'A la vez' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => create(note)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 200, 200, 201]);
    await ask(server, markVisit, { as: facilitator, params, body: { seq: 0 } });
    const { output } = await ask(server, readChanges, { as: facilitator, params });
    expect(output.events.filter(({ subjectId }) => subjectId === note.id)).toHaveLength(1);
  });

  test('whose id is somebody else’s, or something else’s, is refused', async () => {
    const note = { id: randomUUID(), title: 'Mía' };
    await create(note);
    const other = bearer(cast.person({ role: 'facilitator' }).token ?? '');
    const theirs = await create(note, other);
    expect([theirs.status, theirs.error.code]).toEqual([409, 'id_taken']);
    const { personId } = cast.person({ role: 'observer' });
    expect((await create({ id: personId, title: 'Con el id de una persona' })).status).toBe(201);
    const renaming = randomUUID();
    await rename(note.id, { title: 'Otra', version: 1, commandId: renaming });
    const reused = await create({ id: renaming, title: 'Con el id de una orden' });
    expect([reused.status, reused.error.code]).toEqual([409, 'id_taken']);
  });

  test.each([
    ['no title', '  ', 'missing_field'],
    ['an endless one', 'T'.repeat(documentTitleLimit + 1), 'text_too_long'],
  ])('with %s is refused', async (_what, title, code) => {
    const { status, error } = await create({ id: randomUUID(), title });
    expect([status, error.code, error.details['field']]).toEqual([400, code, 'title']);
  });

  test('whose title looks like a page is a note with that title', async () => {
    const title = '</title><script>alert("1")</script> & Cía.';
    const { output } = await create({ id: randomUUID(), title });
    expect(output.document.title).toBe(title);
    expect(
      (await ask(server, listDocuments, { as: facilitator, params })).output.documents.some((one) => one.title === title),
    ).toBe(true);
  });
});

describe('another title', () => {
  test('is given by whoever saw the last one, once', async () => {
    const id = randomUUID();
    await create({ id, title: 'Primero' });
    const commandId = randomUUID();
    for (const _time of [1, 2]) {
      const { status, output } = await rename(id, { title: 'Segundo', version: 1, commandId });
      expect([status, output.document.title, output.document.version]).toEqual([200, 'Segundo', 2]);
    }
    expect((await rename(id, { title: 'Tercero', version: 1 })).error.code).toBe('stale');
    expect((await rename(randomUUID(), { title: 'Nada', version: 1 })).error.code).toBe('document_not_found');
  });
});

test('what changed since one’s last visit', async () => {
  const as = bearer(cast.person({ role: 'observer' }).token ?? '');
  expect((await ask(server, readChanges, { as, params })).output).toMatchObject({ visited: null, events: [] });
  const { output: lab } = await ask(server, readLab, { as, params });
  expect((await ask(server, markVisit, { as, params, body: { seq: lab.seq } })).status).toBe(204);
  expect((await ask(server, readChanges, { as, params })).output).toMatchObject({ events: [], documents: [] });
  const id = randomUUID();
  await create({ id, title: 'Después' });
  const { output } = await ask(server, readChanges, { as, params });
  expect(output.visited).toEqual(expect.any(Number));
  expect(output.events.map(({ type, subjectId }) => [type, subjectId])).toEqual([['document.created', id]]);
  expect(output.documents.map((document) => document.id)).toEqual([id]);
});
