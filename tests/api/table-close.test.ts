// The close of a table over the API: once, with its codes, and with a result that holds every contribution that came in time.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookUpCode } from '@cocrea/shared/api/join.ts';
import { readBoard, sendContribution } from '@cocrea/shared/api/contributions.ts';
import { listDocuments } from '@cocrea/shared/api/labs.ts';
import { closeTable, movePhase, openTable, readTableDoor } from '@cocrea/shared/api/tables.ts';
import { Cast } from '../support/cast.ts';
import { open } from '../support/clients.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { ask, bearer, type As } from './ask.ts';

let server: RunningServer;
let cast: Cast;
let token: string;
let host: As;
beforeAll(async () => {
  server = await startServer();
  cast = new Cast(server);
  token = cast.person({ role: 'facilitator' }).token ?? '';
  host = bearer(token);
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const at = (no: number) => ({ lab: demoLab, table: String(no) });
async function opened(): Promise<number> {
  const no = cast.table();
  const settings = { mode: 'hall', openUntil: null, noteTakerId: null, minutes: 20, seats: 15, dots: 3 } as const;
  const body = { ...settings, anonymousDots: false, commandId: randomUUID() };
  expect((await ask(server, openTable, { as: host, params: at(no), body })).status).toBe(201);
  return no;
}
const close = (no: number, version = 1, commandId: string = randomUUID()) =>
  ask(server, closeTable, { as: host, params: at(no), body: { commandId, version } });
const say = (no: number, text: string, onBehalfOf: string | null = null) =>
  ask(server, sendContribution, {
    as: host,
    params: at(no),
    body: {
      id: randomUUID(),
      question: 1,
      text,
      language: 'es',
      way: onBehalfOf === null ? 'phone' : 'spoken',
      circle: null,
      onBehalfOf,
      writtenAt: Date.now(),
    },
  });

/** The text of a document as whoever opens it now reads it. */
async function textOf(documentId: string): Promise<string> {
  const reader = open(server, documentId, { token });
  try {
    await reader.waitFor(() => reader.provider.synced, 'first sync');
    expect(reader.doc.getMap('elsewhere').size).toBe(0);
    return reader.doc.getXmlFragment('default').toString();
  } finally {
    reader.close();
  }
}

describe('a close', () => {
  test('[RE2] happens once, closes the codes of the table, and leaves its result as a document nobody changes', async () => {
    const no = await opened();
    const door = await ask(server, readTableDoor, { as: host, params: at(no) });
    const { output: sent } = await say(no, 'La firma electrónica se usa poco.', 'Doña Marta Pérez');
    const commandId = randomUUID();
    const [first, again, other] = [await close(no, 1, commandId), await close(no, 1, commandId), await close(no, 1)];
    expect([first.status, again.status, other.error.code]).toEqual([200, 200, 'table_closed']);
    expect(again.output).toEqual(first.output);
    const resultId = first.output.table.session?.resultDocumentId ?? '';
    expect(first.output.table.session).toMatchObject({ phase: 'closed', clock: { endsAt: null, left: null } });
    const code = door.output.code?.code ?? '';
    expect((await ask(server, lookUpCode, { params: { code } })).error.code).toBe('code_closed');
    expect((await ask(server, readTableDoor, { as: host, params: at(no) })).output.code).toBeNull();

    const { output } = await ask(server, listDocuments, { as: host, params: { lab: demoLab } });
    expect(output.documents.find(({ id }) => id === resultId)).toMatchObject({ kind: 'sub_table_result' });
    const text = await textOf(resultId);
    expect(text).toContain(sent.contribution.folio);
    expect(text).toContain('La firma electrónica se usa poco.');
    expect(text).not.toContain('Marta');

    const writer = open(server, resultId, { token });
    try {
      await writer.waitFor(() => writer.provider.synced, 'first sync');
      writer.doc.getMap('elsewhere').set('word', true);
      // What follows on the same line is answered after what was written was judged.
      const heard = new Promise((resolve) => writer.provider.ws?.addEventListener('message', resolve, { once: true }));
      writer.awareness.setLocalState({});
      await heard;
    } finally {
      writer.close();
    }
    expect(await textOf(resultId)).toBe(text);
  });

  test('on the ground of what is no longer so is refused, and leaves nothing', async () => {
    const no = await opened();
    await ask(server, movePhase, { as: host, params: at(no), body: { commandId: randomUUID(), version: 1, phase: 'q1' } });
    expect((await close(no, 1)).error.code).toBe('stale');
    const { output } = await ask(server, listDocuments, { as: host, params: { lab: demoLab } });
    expect(output.documents.filter(({ id }) => id.endsWith(`resultado-${no}`))).toEqual([]);
    expect((await close(no, 2)).status).toBe(200);
  });

  test('of a table nobody opened is none', async () => {
    expect((await close(cast.table())).error.code).toBe('table_not_open');
  });

  test('while people are still sending loses nothing: each is in the result or among the late ones', async () => {
    const no = await opened();
    const texts = Array.from({ length: 40 }, (_, each) => `Aporte número ${each} de la mesa.`);
    const sending = texts.map(async (text, each) => {
      if (each === 20) await close(no);
      return say(no, text);
    });
    await Promise.all(sending);
    await close(no);
    const { contributions } = (await ask(server, readBoard, { as: host, params: at(no) })).output;
    expect(contributions).toHaveLength(texts.length);
    const text = await textOf(`${demoLab}.resultado-${no}`);
    for (const { folio, late } of contributions)
      expect(text.includes(folio), `${folio} ${late ? 'late' : 'in time'}`).toBe(!late);
  });
});
