// Files to keep, as somebody downloads them: their names and headers, what stands in them, who may have them, and what is refused in words.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BodyOf, ParamsOf } from '@cocrea/shared/api/contract.ts';
import { replyToThread, startThread } from '@cocrea/shared/api/comments.ts';
import * as draftsApi from '@cocrea/shared/api/drafts.ts';
import * as api from '@cocrea/shared/api/exports.ts';
import { listDocuments } from '@cocrea/shared/api/labs.ts';
import { answerObservations, listObservations, sendObservation, stateSatisfaction } from '@cocrea/shared/api/observations.ts';
import { readPublicMatrix } from '@cocrea/shared/api/publication.ts';
import { readPublished, recomputed, type CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import { makeAnchor } from '@cocrea/shared/document/comment-anchors.ts';
import { bodyField, createSchema } from '@cocrea/shared/document/schema.ts';
import { findWords } from '@cocrea/shared/document/words-in-text.ts';
import { wordedBlocks } from '@cocrea/shared/document/words-of-block.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { mediaTypes } from '@cocrea/shared/domain/paper-format.ts';
import { beginFork, listSuggestions } from '@cocrea/shared/api/suggestions.ts';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { strFromU8, unzipSync } from 'fflate';
import * as Y from 'yjs';
import { Cast, type Player } from '../support/cast.ts';
import { connect } from '../support/clients.ts';
import { drafts, draftsLab, folderWithDrafts, saidInFirst } from '../support/lab-of-drafts.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { addressOf, ask, bearer, nobody, type As } from './ask.ts';

let dataDir: string;
let server: RunningServer;
let cast: Cast;
let consolidator: As;
let observer: Player;
let organisation: As;
const folios: string[] = [];
/** What was told of the matrix while the draft that answers it was not out. */
let beforePublishing = '';

const as = (role: Parameters<Cast['person']>[0]['role']): As => bearer(cast.person({ role, lab: draftsLab }).token ?? '');
const at = (document: string) => ({ lab: draftsLab, document });

async function move(id: string, step: BodyOf<typeof draftsApi.moveDraft>['step']): Promise<void> {
  const { output } = await ask(server, listDocuments, { as: consolidator, params: { lab: draftsLab } });
  const draft = output.documents.find((one): one is DraftDocument => one.id === id && one.kind === 'draft');
  const body = { commandId: randomUUID(), step, days: null, version: draft?.life.version ?? 0 };
  await done(ask(server, draftsApi.moveDraft, { as: consolidator, params: at(id), body }));
}

async function done(answer: Promise<{ status: number; error: { message: string } }>): Promise<void> {
  const { status, error } = await answer;
  expect(status, error.message).toBe(200);
}

/** `justification` begins as a formula would: nobody's sheet may run it. */
async function observe(by: As, more: { showName: boolean; justification: string }): Promise<string> {
  const { output: frozen } = await ask(server, draftsApi.readFrozen, { as: consolidator, params: at(drafts.first) });
  const block = wordedBlocks((JSON.parse(frozen.canonical) as CanonicalDraft).body).find(({ text }) => text.includes('Kʼicheʼ'));
  const id = randomUUID();
  const body = {
    ...{ id, blockId: block?.id ?? '', quote: 'Kʼicheʼ', quoteFrom: 0, quoteTo: 7, kind: 'form' as const, writtenAt: 1 },
    ...{ proposedText: 'Kʼicheʼ, qʼeqchiʼ', onBehalfOf: 'Asociación de prueba', ...more },
  };
  const { status, error, output } = await ask(server, sendObservation, { as: by, params: at(drafts.first), body });
  expect(status, error.message).toBe(201);
  folios.push(output.folio);
  return id;
}

beforeAll(async () => {
  dataDir = await folderWithDrafts();
  server = await startServer({ dataDir });
  cast = new Cast(server);
  consolidator = as('consolidator');
  observer = cast.person({ role: 'civil_org', lab: draftsLab });
  organisation = bearer(observer.token ?? '');
  await move(drafts.first, 'freeze');
  await move(drafts.first, 'open_consultation');
  const named = await observe(organisation, { showName: true, justification: '=HYPERLINK("http://x.gt","aquí")' });
  await observe(as('participant'), { showName: false, justification: 'Falta decir cuándo, "por favor",\ny dónde.' });
  await move(drafts.first, 'begin_next');
  const { output } = await ask(server, listObservations, { as: consolidator, params: at(drafts.first) });
  const observations = output.observations.map(({ id, version }) => ({ id, version }));
  const body = {
    ...{ commandId: randomUUID(), observations, disposition: 'not_accepted' as const, duplicateOf: null },
    ...{ response: 'No cabe aquí.', destinations: [] },
  };
  await done(ask(server, answerObservations, { as: consolidator, params: { lab: draftsLab }, body }));
  beforePublishing = (await download(api.exportPublicMatrix, { no: '1', format: 'csv' })).code;
  await move(drafts.second, 'freeze');
  await move(drafts.second, 'publish');
  await move(drafts.second, 'begin_next');
  const told = await ask(server, listObservations, { as: organisation, params: at(drafts.first) });
  const version = told.output.observations.find(({ id }) => id === named)?.version ?? 0;
  await done(
    ask(server, stateSatisfaction, {
      as: organisation,
      params: { lab: draftsLab, id: named },
      body: { commandId: randomUUID(), version, satisfaction: 'unsatisfied', reason: 'Sigue sin decirlo.' },
    }),
  );
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await server?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

type FileContract = (typeof api)[keyof typeof api];

interface Downloaded {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Of a refusal, with its sentence. */
  readonly code: string;
  readonly message: string;
}

async function download<C extends FileContract>(
  contract: C,
  params: Omit<ParamsOf<C>, 'lab'>,
  { by = nobody, query = {} }: { by?: As; query?: Record<string, string> } = {},
): Promise<Downloaded> {
  const address = addressOf(server, contract, { lab: draftsLab, ...(params as Record<string, string>) });
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const answer = await fetch(address, { headers: by });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const { error } = (answer.ok || bytes.length === 0 ? {} : JSON.parse(text)) as { error?: { code: string; message: string } };
  const { status, headers } = answer;
  return { status, headers, bytes, text, code: error?.code ?? '', message: error?.message ?? '' };
}

describe('the matrix as CSV', () => {
  test('is what the screen’s matrix says, with the objection that was sustained, and no name that was not given', async () => {
    const { status, headers, text } = await download(api.exportPublicMatrix, { no: '1', format: 'csv' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="matriz-borrador-1.csv"; filename*=UTF-8''matriz-borrador-1.csv`,
    );
    expect(text.startsWith('\uFEFF"Folio",')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x.gt"",""aquí"")"`);
    expect(text).toContain('"Falta decir cuándo, ""por favor"",\ny dónde."');
    expect(text).toContain('"No conforme","Sigue sin decirlo."');
    expect(text).toContain('Kʼicheʼ, qʼeqchiʼ');
    const { output } = await ask(server, readPublicMatrix, { params: { lab: draftsLab, no: '1' } });
    const lines = text.split('\r\n').filter((line) => line !== '');
    expect(lines).toHaveLength(output.observations.length + 1);
    expect(output.observations.map(({ name }) => name !== null)).toEqual([true, false]);
    const named = `Persona ${observer.personId.slice(0, 8)}`;
    expect([...text.matchAll(/Persona [0-9a-f]{8}/g)].map(([name]) => name).filter((name) => name === named)).toHaveLength(1);
    // Of whoever gave no name, nothing stands there: in the lab it does.
    const inLab = await download(api.exportMatrix, { no: '1', format: 'csv' }, { by: consolidator });
    const names = (file: string): number => [...file.matchAll(/Persona [0-9a-f]{8}/g)].length;
    expect(names(inLab.text)).toBe(names(text) + 1);
  });

  test('has the rows the screen would show', async () => {
    const search = async (query: Record<string, string>) => {
      const { text } = await download(api.exportPublicMatrix, { no: '1', format: 'csv' }, { query });
      return folios.filter((folio) => text.includes(folio));
    };
    expect(await search({})).toEqual(folios);
    expect(await search({ search: 'CUANDO' })).toEqual(folios.slice(1));
    expect(await search({ disposition: 'none' })).toEqual([]);
    expect(await search({ kind: 'form', actorKind: 'otro' })).toEqual(folios);
    const wrong = await download(api.exportPublicMatrix, { no: '1', format: 'csv' }, { query: { kind: 'x' } });
    expect([wrong.status, wrong.code]).toEqual([400, 'invalid_field']);
  });
});

/** What the lab and everybody know of the first draft. */
async function frozenFirst(): Promise<{ fingerprint: string; at: number; canonical: string }> {
  return (await ask(server, draftsApi.readFrozen, { as: consolidator, params: at(drafts.first) })).output;
}

describe('a Borrador as Markdown', () => {
  test('frozen: for everybody and for the lab the same, with its version, date and fingerprint', async () => {
    const { fingerprint, at: frozenAt } = await frozenFirst();
    const answer = await download(api.exportPublicDraft, { no: '1', format: 'md' });
    expect([answer.status, answer.message]).toEqual([200, '']);
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('filename="borrador-1.md"');
    expect(answer.text).toContain(`Huella (SHA-256): "${fingerprint}"\n`);
    expect(answer.text).toContain(`Fecha: "${new Date(frozenAt).toISOString()}"\n`);
    expect(answer.text).toContain('Versión: "Borrador 1, congelado"\n');
    for (const said of saidInFirst) expect(answer.text).toContain(said);
    const inLab = await download(api.exportDraft, { document: drafts.first, format: 'md' }, { by: organisation });
    expect(inLab.text).toBe(answer.text);
  });

  test('a frozen one is not sent again to whoever has it', async () => {
    const address = addressOf(server, api.exportPublicDraft, { lab: draftsLab, no: '1', format: 'md' });
    const tag = (await fetch(address)).headers.get('etag') ?? '';
    expect(tag).toContain((await frozenFirst()).fingerprint);
    const again = await fetch(address, { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await fetch(address, { headers: { 'if-none-match': 'W/"otra"' } })).status).toBe(200);
  });

  test('live: as it reads now, and says that it is no version', async () => {
    const answer = await download(api.exportDraft, { document: drafts.third, format: 'md' }, { by: organisation });
    expect([answer.status, answer.message]).toEqual([200, '']);
    expect(answer.headers.get('content-disposition')).toMatch(/filename="borrador-3-en-redaccion-\d{4}-\d\d-\d\d\.md"/);
    expect(answer.headers.get('etag')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.text).toContain('Versión: "Borrador 3, en redacción"\n');
    expect(answer.text).not.toContain('Huella (SHA-256)');
  });

  test('the file with its fingerprint is the one that can be verified', async () => {
    const { text } = await download(api.exportPublicDraft, { no: '1', format: 'json' });
    const published = readPublished(text);
    const { fingerprint, canonical } = await frozenFirst();
    expect(published?.fingerprint).toBe(fingerprint);
    expect(published && recomputed(published)).toBe(fingerprint);
    expect(text).toContain(canonical);
    const live = await download(api.exportDraft, { document: drafts.third, format: 'json' }, { by: organisation });
    expect([live.status, live.code]).toEqual([404, 'version_not_found']);
  });
});

describe('a Borrador as DOCX', () => {
  const partOf = ({ bytes }: Downloaded, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

  test('frozen: names its version, date and fingerprint', async () => {
    const { fingerprint, at: frozenAt } = await frozenFirst();
    const answer = await download(api.exportPublicDraft, { no: '1', format: 'docx' });
    expect([answer.status, answer.message]).toEqual([200, '']);
    expect(answer.headers.get('content-type')).toBe(mediaTypes.docx);
    expect(answer.headers.get('content-disposition')).toContain('filename="borrador-1.docx"');
    const custom = partOf(answer, 'docProps/custom.xml');
    expect(custom).toContain(fingerprint);
    expect(custom).toContain(new Date(frozenAt).toISOString());
    expect(partOf(answer, 'word/footer1.xml')).toContain(fingerprint);
    for (const said of saidInFirst) expect(partOf(answer, 'word/document.xml')).toContain(said);
  });

  test('live: what is suggested is tracked, by its author', async () => {
    const by = cast.person({ role: 'civil_org', lab: draftsLab });
    const params = at(drafts.third);
    const begun = await ask(server, beginFork, { as: bearer(by.token ?? ''), params, body: { commandId: randomUUID() } });
    expect(begun.status, begun.error.message).toBe(201);
    const writer = await connect(server, begun.output.id, { token: by.token ?? '' });
    const words = 'Nadie entrega dos veces el mismo papel.';
    const place = writer.doc
      .getXmlFragment('default')
      .toArray()
      .flatMap(textsIn)
      .find((one) => one.toJSON() === words);
    place?.insert(words.length - 1, ' ni el mismo dato');
    const listed = () => ask(server, listSuggestions, { as: consolidator, params });
    await expect.poll(async () => (await listed()).output.forks.flatMap(({ suggestions }) => suggestions).length).toBe(1);
    writer.close();
    const answer = await download(api.exportDraft, { document: drafts.third, format: 'docx' }, { by: organisation });
    expect([answer.status, answer.message]).toEqual([200, '']);
    const xml = partOf(answer, 'word/document.xml');
    const author = `Persona ${by.personId.slice(0, 8)}`;
    expect(xml).toMatch(new RegExp(`<w:ins [^>]*w:author="${author}" w:date="20[^"]*"><w:r>.*? ni el mismo dato`));
    expect(partOf(answer, 'docProps/custom.xml')).toContain('Borrador 3, en redacción');
  });

  test('live: what is commented stands as a comment of Word over its words, with its answers', async () => {
    const by = cast.person({ role: 'civil_org', lab: draftsLab });
    const reader = await connect(server, drafts.third, { token: by.token ?? '' });
    const body = reader.doc.getXmlFragment(bodyField);
    const text = { body, doc: yXmlFragmentToProseMirrorRootNode(body, createSchema()) };
    const [place] = findWords(text.doc, 'dos veces', 2);
    const { from: _from, to: _to, ...anchor } = makeAnchor(text, place ?? { from: 0, to: 0 }) ?? expect.fail('no anchor');
    reader.close();
    const said = (words: string) => ({ text: words, mentions: [] });
    const id = randomUUID();
    const thread = { id, commentId: randomUUID(), ...anchor, ...said('¿Y en línea?') };
    const begun = await ask(server, startThread, { as: bearer(by.token ?? ''), params: at(drafts.third), body: thread });
    expect(begun.status, begun.error.message).toBe(201);
    const reply = { id: randomUUID(), ...said('También.') };
    await ask(server, replyToThread, { as: consolidator, params: { lab: draftsLab, thread: id }, body: reply });
    const answer = await download(api.exportDraft, { document: drafts.third, format: 'docx' }, { by: organisation });
    expect([answer.status, answer.message]).toEqual([200, '']);
    const comments = partOf(answer, 'word/comments.xml');
    expect(comments).toContain('¿Y en línea?');
    expect(comments).toContain('También.');
    const between = /<w:commentRangeStart[^>]*>(.*?)<w:commentRangeEnd/.exec(partOf(answer, 'word/document.xml'))?.[1] ?? '';
    expect(between.replace(/<[^>]*>/g, '')).toBe('dos veces');
  });
});

/** The texts in a node of a document. */
function textsIn(node: unknown): Y.XmlText[] {
  if (node instanceof Y.XmlText) return [node];
  return node instanceof Y.XmlElement ? node.toArray().flatMap(textsIn) : [];
}

describe('as PDF, and the matrix as a paper', () => {
  const latin1 = ({ bytes }: Downloaded): string => Buffer.from(bytes).toString('latin1');

  test('a Borrador: tagged, with its fingerprint, the same file for all who ask', async () => {
    const { fingerprint } = await frozenFirst();
    const [one, other] = await Promise.all(['1', '1'].map((no) => download(api.exportPublicDraft, { no, format: 'pdf' })));
    expect([one?.status, one?.message]).toEqual([200, '']);
    expect(one?.headers.get('content-type')).toBe('application/pdf');
    expect(latin1(one as Downloaded)).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(latin1(one as Downloaded)).toContain(fingerprint);
    expect(Buffer.from(one?.bytes ?? []).equals(Buffer.from(other?.bytes ?? [1]))).toBe(true);
    const live = await download(api.exportDraft, { document: drafts.third, format: 'pdf' }, { by: organisation });
    expect([live.status, latin1(live).slice(0, 5)]).toEqual([200, '%PDF-']);
  });

  test('the matrix: its totals, its rows, and in the annex the objection that was sustained', async () => {
    const pdf = await download(api.exportPublicMatrix, { no: '1', format: 'pdf' });
    expect([pdf.status, pdf.message]).toEqual([200, '']);
    expect(latin1(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(latin1(pdf)).toContain((await frozenFirst()).fingerprint);
    const query = { search: 'cuando' };
    const docx = await download(api.exportPublicMatrix, { no: '1', format: 'docx' }, { query });
    expect([docx.status, docx.message]).toEqual([200, '']);
    const xml = strFromU8(unzipSync(docx.bytes)['word/document.xml'] ?? new Uint8Array());
    const words = xml.replace(/<[^>]+>/g, '|');
    expect(words).toContain('1 de 2 observaciones');
    expect(words).toContain('Solo las que cumplen: Buscar: «cuando».');
    expect(words).toContain('menos de 5');
    expect(words).toContain('Falta decir cuándo');
    const [rows = '', annex = ''] = words.split('Anexo: objeciones sostenidas');
    expect([rows.includes(folios[0] ?? ''), rows.includes(folios[1] ?? '')]).toEqual([false, true]);
    expect(annex).toContain(folios[0] ?? '');
    expect(annex).toContain('Sigue sin decirlo.');
  });
});

describe('refused in words', () => {
  test('what is too long for the format, with the limit; as Markdown it is given', async () => {
    await server.stop();
    const small = await startServer({ dataDir, env: { COCREA_EXPORT_CHARACTERS: '50' } });
    const of = async (format: string) => {
      const answer = await fetch(addressOf(small, api.exportPublicDraft, { lab: draftsLab, no: '1', format }));
      return { status: answer.status, text: await answer.text() };
    };
    try {
      expect((await of('md')).status).toBe(200);
      for (const format of ['docx', 'pdf']) {
        const { status, text } = await of(format);
        expect(status).toBe(413);
        expect(text).toContain('máximo 50 caracteres');
      }
    } finally {
      await small.stop();
      await server.restart();
    }
  });

  test('a format there is not, with those there are', async () => {
    const { status, code, message } = await download(api.exportPublicMatrix, { no: '1', format: 'odt' });
    expect([status, code]).toEqual([404, 'export_format_unknown']);
    expect(message).toContain('csv, docx, pdf');
  });

  test('what is not published, and what is not there', async () => {
    const of = async (no: string) => (await download(api.exportPublicMatrix, { no, format: 'csv' })).code;
    expect((await download(api.exportPublicDraft, { no: '3', format: 'md' })).code).toBe('not_published');
    expect([beforePublishing, await of('2'), await of('9')]).toEqual(['not_published', 'not_published', 'not_published']);
  });

  test('what is the lab’s, to whoever is not of it', async () => {
    const answer = await download(api.exportMatrix, { no: '1', format: 'csv' });
    expect([answer.status, answer.code]).toEqual([401, 'unauthenticated']);
  });
});
