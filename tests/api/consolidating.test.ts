// From an observation to its place in the next draft, over the API: sent, answered, grouped, incorporated, explained, frozen, published.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import * as consolidation from '@cocrea/shared/api/consolidation.ts';
import { moveDraft, readBlockers, readFrozen } from '@cocrea/shared/api/drafts.ts';
import { listDocuments } from '@cocrea/shared/api/labs.ts';
import * as api from '@cocrea/shared/api/observations.ts';
import { readMatrix } from '@cocrea/shared/api/publication.ts';
import { bodyOf } from '@cocrea/shared/document/body.ts';
import { bodyField } from '@cocrea/shared/document/schema.ts';
import type { CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import { wordedBlocks, type WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import { everyRow, filterMatrix } from '@cocrea/shared/domain/response-matrix.ts';
import type { DraftStep } from '@cocrea/shared/domain/draft.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import * as Y from 'yjs';
import { Cast, type Player } from '../support/cast.ts';
import { connect } from '../support/clients.ts';
import { connectWitness } from '../support/witness.ts';
import { actByHand, topIds } from '../support/editing-hand.ts';
import { drafts, draftsLab, folderWithDrafts, saidInFirst } from '../support/lab-of-drafts.ts';
import { printedRandom } from '../support/random.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { ask, bearer, type As } from './ask.ts';

let dataDir: string;
let server: RunningServer;
let cast: Cast;
let inap: As;
let inapPlayer: Player;
let ixchel: As;
let blocks: readonly WordedBlock[];

const lab = { lab: draftsLab };
const first = { ...lab, document: drafts.first };
const second = { ...lab, document: drafts.second };

beforeAll(async () => {
  dataDir = await folderWithDrafts();
  server = await startServer({ dataDir });
  cast = new Cast(server);
  inapPlayer = person('consolidator');
  inap = bearer(inapPlayer.token ?? '');
  ixchel = as('civil_org');
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await server?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

function person(role: Role): Player {
  return cast.person({ role, lab: draftsLab });
}
function as(role: Role): As {
  return bearer(person(role).token ?? '');
}
async function move(id: string, step: DraftStep) {
  const { output } = await ask(server, listDocuments, { as: inap, params: lab });
  const draft = output.documents.find((document) => document.id === id);
  const version = draft?.kind === 'draft' ? draft.life.version : 0;
  return ask(server, moveDraft, {
    as: inap,
    params: { ...lab, document: id },
    body: { commandId: randomUUID(), step, version, days: null },
  });
}
const said = (part: string): WordedBlock => blocks.find(({ text }) => text.includes(part))!;
function observation(over: Partial<BodyOf<typeof api.sendObservation>> = {}): BodyOf<typeof api.sendObservation> {
  const block = said('idioma');
  return {
    id: randomUUID(),
    blockId: block.id,
    quote: block.text.slice(0, 12),
    quoteFrom: 0,
    quoteTo: 12,
    kind: 'substance',
    proposedText: 'Todo trámite se hace',
    justification: 'Falta decir que son todos.',
    onBehalfOf: null,
    showName: false,
    writtenAt: Date.now(),
    ...over,
  };
}
const send = (body: BodyOf<typeof api.sendObservation>, by: As = ixchel) =>
  ask(server, api.sendObservation, { as: by, params: first, body });
const all = async (): Promise<Observation[]> =>
  (await ask(server, api.listObservations, { as: inap, params: first })).output.observations;
const now = async (id: string): Promise<Observation> => (await all()).find((one) => one.id === id)!;
async function answer(ids: readonly string[], over: Partial<BodyOf<typeof api.answerObservations>> = {}, by: As = inap) {
  const known = await all();
  const observations = ids.map((id) => ({ id, version: known.find((one) => one.id === id)?.version ?? 0 }));
  const body = {
    commandId: randomUUID(),
    observations,
    disposition: 'not_accepted' as const,
    duplicateOf: null,
    response: 'Gracias; no cabe en este texto.',
    destinations: [],
    ...over,
  };
  return ask(server, api.answerObservations, { as: by, params: lab, body });
}
async function textOfSecond(): Promise<readonly WordedBlock[]> {
  const reader = await connect(server, drafts.second, { token: inapPlayer.token ?? '' });
  const found = wordedBlocks(bodyOf(reader.doc));
  reader.close();
  return found;
}

test('nobody observes a draft that is not in consultation', async () => {
  expect((await send({ ...observation0(), blockId: 'x' })).error.code).toBe('consultation_not_open');
  await move(drafts.first, 'freeze');
  expect((await send({ ...observation0(), blockId: 'x' })).error.code).toBe('consultation_not_open');
  await move(drafts.first, 'open_consultation');
  const { output } = await ask(server, readFrozen, { as: ixchel, params: first });
  blocks = wordedBlocks((JSON.parse(output.canonical) as CanonicalDraft).body);
  expect(blocks.map(({ text }) => text)).toEqual(expect.arrayContaining(saidInFirst));
});
/** Before there is a frozen text to quote from. */
function observation0(): BodyOf<typeof api.sendObservation> {
  const body = { id: randomUUID(), blockId: '', quote: '', quoteFrom: 0, quoteTo: 0, kind: 'form' as const, proposedText: null };
  return { ...body, justification: 'x', onBehalfOf: null, showName: false, writtenAt: 0 };
}

test('an observation gets the next folio, once however often it is sent, in the name of the session and of no other', async () => {
  const body = observation({ onBehalfOf: 'Comité de la aldea' });
  const { status, output } = await send(body);
  expect(status).toBe(201);
  expect(output).toMatchObject({
    folio: 'B1-OBS-0001',
    state: 'received',
    late: false,
    actorKind: 'otro',
    onBehalfOf: 'Comité de la aldea',
  });
  expect((await send(body)).status).toBe(200);
  const other = await send(body, as('participant'));
  expect([other.status, other.error.code]).toEqual([409, 'id_taken']);
  expect((await all()).length).toBe(1);
  for (const role of ['observer', 'consolidator', 'admin'] as const) {
    expect((await send(observation(), as(role))).error.code).toBe('forbidden');
  }
});
test('what is quoted is found again where the copy of the phone was not the same, and refused where it is nowhere', async () => {
  const block = said('dos veces');
  const moved = await send(observation({ blockId: 'gone', quote: 'el mismo papel', quoteFrom: 3, quoteTo: 5 }));
  expect(moved.output).toMatchObject({ blockId: block.id, quote: 'el mismo papel' });
  expect(moved.output.quoteFrom).toBe(block.text.indexOf('el mismo papel'));
  expect((await send(observation({ blockId: 'gone', quote: 'esto no está' }))).error.code).toBe('block_not_found');
  expect((await send(observation({ justification: '   ' }))).error).toMatchObject({
    code: 'missing_field',
    details: { field: 'justification' },
  });
  expect((await send(observation({ proposedText: 'x'.repeat(2001) }))).error.code).toBe('text_too_long');
});
test('letters come in from a file: all or none, in whatever a spreadsheet writes', async () => {
  const load = (text: string | Uint8Array, over: Partial<BodyOf<typeof api.importObservations>> = {}, by: As = inap) =>
    ask(server, api.importObservations, {
      as: by,
      params: first,
      body: { commandId: randomUUID(), file: Buffer.from(text as string).toString('base64'), dryRun: true, ...over },
    });
  const head = 'cita;tipo;observacion;texto_propuesto;en_nombre_de;institucion;sector;fecha';
  const good = `${head}\r\n"el mismo papel";fondo;"Ni una copia; tampoco ""compulsada"".";;Comité de Ñuñoa;;Ciudadanía;2019-09-30`;
  expect((await load(good, {}, as('facilitator'))).error.code).toBe('forbidden');
  expect((await load('cita;tipo\nx;fondo')).error).toMatchObject({
    code: 'csv_columns',
    details: { missing: 'observacion, en_nombre_de' },
  });
  expect((await load(Buffer.from([0, 1, 2]))).error.code).toBe('csv_encoding');
  const many = `${head}\n${'el mismo papel;fondo;x;;Alguien;;;\n'.repeat(10_001)}`;
  expect((await load(many)).error).toMatchObject({ code: 'csv_too_long', details: { limit: 10_000 } });
  const bad = await load(
    `${good}\nesto no está;fondo;x;;Alguien;;;\nel mismo papel;raro;x;;Alguien;;;\nel mismo papel;forma;;;Alguien;;;`,
    { dryRun: false },
  );
  expect(bad.output.refused).toEqual([
    { line: 3, column: 'cita', code: 'block_not_found' },
    { line: 4, column: 'tipo', code: 'invalid_field' },
    { line: 5, column: 'observacion', code: 'missing_field' },
  ]);
  expect((await all()).length).toBe(2);
  const dry = await load(Buffer.from(good, 'latin1'));
  expect(dry.output).toEqual({ taken: 1, folios: [], refused: [] });
  const commandId = randomUUID();
  const file = Buffer.from(good, 'latin1').toString('base64');
  const done = await load('', { commandId, file, dryRun: false });
  expect(done.output.folios).toEqual(['B1-OBS-0003']);
  expect((await load('', { commandId, file, dryRun: false })).output.folios).toEqual(['B1-OBS-0003']);
  const [letter] = (await all()).slice(-1);
  expect(letter).toMatchObject({
    way: 'letter',
    onBehalfOf: 'Comité de Ñuñoa',
    actorKind: 'ciudadania',
    quote: 'el mismo papel',
    late: false,
  });
  expect(letter?.justification).toBe('Ni una copia; tampoco "compulsada".');
  await answer([letter?.id ?? '']);
});
test('a contribution without an outcome and an observation without an answer are what keeps the next one from being frozen', async () => {
  expect((await move(drafts.first, 'begin_next')).status).toBe(200);
  const late = await send(observation({ justification: 'Llegué tarde.' }));
  expect(late.output).toMatchObject({ folio: 'B1-OBS-0004', late: true });
  const { output } = await ask(server, readBlockers, { as: inap, params: second });
  expect(output.observations).toEqual({ total: 4, answered: 1 });
  expect(output.blockers.map(({ folio, lacks }) => `${folio} ${lacks}`)).toEqual(
    [1, 2, 4].map((no) => `B1-OBS-000${no} disposition`),
  );
  const frozen = await move(drafts.second, 'freeze');
  expect(frozen.error).toMatchObject({ code: 'freeze_blocked', details: { count: 3 } });
});
test('an answer needs its reason and, where it says so, a block of the next draft', async () => {
  const [one] = await all();
  const id = one?.id ?? '';
  const block = (await textOfSecond()).find(({ text }) => text.includes('idioma'))!;
  const into = { documentId: drafts.second, blockId: block.id };
  expect((await answer([id], { disposition: 'accepted' })).error.code).toBe('destination_required');
  expect((await answer([id], { disposition: 'accepted', destinations: [{ ...into, blockId: 'nope' }] })).error.code).toBe(
    'block_not_found',
  );
  expect(
    (await answer([id], { disposition: 'accepted', destinations: [{ ...into, documentId: drafts.first }] })).error.code,
  ).toBe('block_not_found');
  const partial = await answer([id], { disposition: 'accepted', response: '', destinations: [into] });
  expect(partial.output.observations[0]).toMatchObject({ state: 'analysing', response: null });
  const whole = await answer([id], { disposition: 'accepted', destinations: [into] });
  expect(whole.output.observations[0]).toMatchObject({
    state: 'resolved',
    destinations: [into],
    justification: one?.justification,
  });
  for (const role of ['facilitator', 'civil_org', 'admin'] as const) {
    expect((await answer([id], {}, as(role))).error.code).toBe('forbidden');
  }
});
test('two who answer the same: one does, the other is told which, and the same command twice is one answer', async () => {
  const [, two] = await all();
  const body = {
    commandId: randomUUID(),
    observations: [{ id: two?.id ?? '', version: two?.version ?? 0 }],
    disposition: 'out_of_scope' as const,
    duplicateOf: null,
    response: 'Es de otra mesa.',
    destinations: [],
  };
  const asked = { params: lab, as: inap };
  const answers = await Promise.all([
    ask(server, api.answerObservations, { ...asked, body }),
    ask(server, api.answerObservations, { ...asked, body: { ...body, commandId: randomUUID(), response: 'Otra cosa.' } }),
  ]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  const winner = answers[0]?.status === 200 ? body : null;
  if (winner) expect((await ask(server, api.answerObservations, { ...asked, body })).status).toBe(200);
  const again = await ask(server, api.answerObservations, { ...asked, body: { ...body, commandId: randomUUID() } });
  expect(again.error).toMatchObject({ code: 'stale', details: { folio: 'B1-OBS-0002' } });
});
test('a duplicate carries the outcome of its original: never itself, never another duplicate, never one that has duplicates', async () => {
  const [one, two, , three] = await all();
  const of = (id: string | undefined, other: string | undefined) =>
    answer([id ?? ''], { disposition: 'duplicate', duplicateOf: other ?? null });
  expect((await of(three?.id, three?.id)).error.code).toBe('duplicate_of_itself');
  expect((await of(three?.id, randomUUID())).error.code).toBe('duplicate_elsewhere');
  expect((await of(three?.id, one?.id)).status).toBe(200);
  expect((await of(two?.id, three?.id)).error).toMatchObject({
    code: 'duplicate_of_duplicate',
    details: { folio: 'B1-OBS-0001' },
  });
  expect((await of(one?.id, two?.id)).error).toMatchObject({
    code: 'duplicate_has_duplicates',
    details: { folio: 'B1-OBS-0004' },
  });
  const { output } = await ask(server, readBlockers, { as: inap, params: second });
  expect(output).toMatchObject({ blockers: [], observations: { total: 4, answered: 4 } });
});
test('alike ones are grouped and answered once, and leave the group again', async () => {
  const [, two, , three] = await all();
  const id = randomUUID();
  const grouped = await ask(server, api.groupObservations, {
    as: inap,
    params: lab,
    body: { id, observationIds: [two?.id ?? '', three?.id ?? ''] },
  });
  expect(grouped.output.observations.map(({ groupId }) => groupId)).toEqual([id, id]);
  const both = await answer([two?.id ?? '', three?.id ?? ''], { response: 'Una sola respuesta para las dos.' });
  expect(both.output.observations.map(({ response }) => response)).toEqual(Array(2).fill('Una sola respuesta para las dos.'));
  await ask(server, api.ungroupObservations, {
    as: inap,
    params: { ...lab, id },
    body: { commandId: randomUUID(), observationIds: [two?.id ?? ''] },
  });
  expect((await all()).every(({ groupId }) => groupId === null)).toBe(true);
  expect((await now(two?.id ?? '')).response).toBe('Una sola respuesta para las dos.');
});
test('only its author says whether an answer satisfies, with a reason where it does not', async () => {
  const [one] = await all();
  const state = (over: object, by: As = ixchel) =>
    ask(server, api.stateSatisfaction, {
      as: by,
      params: { ...lab, id: one?.id ?? '' },
      body: {
        commandId: randomUUID(),
        version: one?.version ?? 0,
        satisfaction: 'unsatisfied',
        reason: 'No dice cuándo.',
        ...over,
      },
    });
  expect((await state({}, inap)).error.code).toBe('forbidden');
  expect((await state({}, as('civil_org'))).error.code).toBe('forbidden');
  expect((await state({ reason: null })).error.code).toBe('missing_field');
  expect((await state({})).output).toMatchObject({ satisfaction: 'unsatisfied', satisfactionReason: 'No dice cuándo.' });
});
test('words, origin and outcome go into a block in one act, once, and what nobody asked for is listed', async () => {
  const block = (await textOfSecond()).find(({ text }) => text.includes('dos veces'))!;
  const [one] = await all();
  const body = {
    commandId: randomUUID(),
    sources: [{ kind: 'observation' as const, id: one?.id ?? '' }],
    blockId: block.id,
    placement: 'after' as const,
    text: 'Tampoco entrega una copia.\nNi la lleva de una ventanilla a otra.',
  };
  const put = (over: Partial<typeof body> = {}, by: As = inap) =>
    ask(server, consolidation.incorporate, { as: by, params: second, body: { ...body, ...over } });
  expect((await put({ commandId: randomUUID() }, as('facilitator'))).error.code).toBe('forbidden');
  expect((await put({ commandId: randomUUID(), blockId: 'nope' })).error.code).toBe('block_not_found');
  expect((await put({ commandId: randomUUID(), text: ' ' })).error.code).toBe('missing_field');
  const lost = await put({ commandId: randomUUID(), sources: [{ kind: 'contribution', id: randomUUID() as never }] } as never);
  expect(lost.error.code).toBe('source_not_found');
  expect((await ask(server, consolidation.incorporate, { as: inap, params: first, body })).error.code).toBe('document_frozen');
  const done = await put();
  expect(done.status).toBe(200);
  // One block its answer named before, and the two that were written now.
  expect(done.output.origins.map(({ label, kind }) => [label, kind])).toEqual(Array(3).fill(['B1-OBS-0001', 'observation']));
  expect((await put()).output.origins.length).toBe(3);
  const after = await textOfSecond();
  const at = after.findIndex(({ id }) => id === block.id);
  expect(after.slice(at + 1, at + 3).map(({ text }) => text)).toEqual([
    'Tampoco entrega una copia.',
    'Ni la lleva de una ventanilla a otra.',
  ]);
  expect((await now(one?.id ?? '')).destinations.length).toBe(3);
  const unexplained = await ask(server, consolidation.readUnexplained, { as: ixchel, params: second });
  const texts = unexplained.output.changes.map(({ lineage, after: is }) => `${lineage}: ${is}`);
  expect(texts).not.toContain('new: Tampoco entrega una copia.');
});
test('a change without origin is declared INAP’s own, with a reason, and counted as explained', async () => {
  const writer = await connect(server, drafts.second, { token: inapPlayer.token ?? '' });
  const block = wordedBlocks(bodyOf(writer.doc)).find(({ text }) => text.includes('dos veces'))!;
  const { output: before } = await ask(server, consolidation.readUnexplained, { as: inap, params: second });
  const { editBody } = await import('@cocrea/shared/document/edit-body.ts');
  editBody(writer.doc, { kind: 'append', blockId: block.id, text: 'También qʼeqchiʼ.' });
  await expect
    .poll(async () => (await ask(server, consolidation.readUnexplained, { as: inap, params: second })).output.changes.length)
    .toBe(before.changes.length + 1);
  const declare = (over: object) =>
    ask(server, consolidation.declareEdit, {
      as: inap,
      params: second,
      body: { commandId: randomUUID(), blockIds: [block.id], reason: 'Se pidió en la plenaria.', ...over },
    });
  expect((await declare({ reason: '' })).error.code).toBe('missing_field');
  expect((await declare({ blockIds: ['nope'] })).error.code).toBe('block_not_found');
  const declared = await declare({});
  expect(declared.output.origins.find(({ kind }) => kind === 'inap_edit')).toMatchObject({
    kind: 'inap_edit',
    label: null,
    reason: 'Se pidió en la plenaria.',
  });
  const { output: after } = await ask(server, consolidation.readUnexplained, { as: inap, params: second });
  expect([after.changes.length, after.explained - before.explained]).toEqual([before.changes.length, 1]);
  writer.close();
});
test('a copy of a paragraph keeps the origins of what it was copied from', async () => {
  const writer = await connect(server, drafts.second, { token: inapPlayer.token ?? '' });
  const { output } = await ask(server, consolidation.listOrigins, { as: inap, params: second });
  const named = new Set(output.origins.map(({ blockId }) => blockId));
  const worded = new Set(wordedBlocks(bodyOf(writer.doc)).map(({ id }) => id));
  const random = printedRandom('a copy', 1);
  const copied = async (on: string): Promise<string> => {
    actByHand(writer.doc, { act: 'copy', random, on });
    const [copy = ''] = topIds(writer.doc).slice(-1);
    await expect.poll(textOfSecond).toContainEqual(expect.objectContaining({ id: copy }));
    return copy;
  };
  const [withOrigin = ''] = topIds(writer.doc).filter((id) => named.has(id) && worded.has(id));
  const [without = ''] = topIds(writer.doc).filter((id) => !named.has(id) && worded.has(id));
  const copies = [await copied(withOrigin), await copied(without)];
  const { output: unexplained } = await ask(server, consolidation.readUnexplained, { as: inap, params: second });
  const listed = new Set(unexplained.changes.map(({ blockId }) => blockId));
  expect(copies.map((id) => listed.has(id))).toEqual([false, true]);
  writer.close();
});
test('an origin is taken off, and the words stay', async () => {
  const { output } = await ask(server, consolidation.listOrigins, { as: ixchel, params: second });
  const [origin] = output.origins;
  const id = origin?.id ?? '';
  const remove = () =>
    ask(server, consolidation.removeOrigin, { as: inap, params: { ...lab, id }, body: { commandId: randomUUID() } });
  expect((await remove()).output.origins.map((one) => one.id)).not.toContain(id);
  expect((await remove()).error.code).toBe('origin_not_found');
  expect((await textOfSecond()).some(({ text }) => text === 'Tampoco entrega una copia.')).toBe(true);
});
test('what was written before the freeze and arrives after it is kept apart, and needs an outcome', async () => {
  const body = {
    id: randomUUID(),
    blockId: said('idioma').id,
    before: said('idioma').text,
    text: 'Escrito sin señal.',
    writtenAt: 5,
  };
  const late = (over: Partial<typeof body> = {}, document: string = drafts.first) =>
    ask(server, consolidation.sendLateWriting, { as: ixchel, params: { ...lab, document }, body: { ...body, ...over } });
  expect((await late({ id: randomUUID() }, drafts.second)).error.code).toBe('draft_step_refused');
  expect((await late()).output).toMatchObject({ folio: 'B1-T-0001', state: 'received' });
  expect((await late()).status).toBe(200);
  const { output } = await ask(server, readBlockers, { as: inap, params: second });
  expect(output.blockers).toMatchObject([{ what: 'late_writing', folio: 'B1-T-0001', lacks: 'outcome' }]);
  const settle = (reason: string) =>
    ask(server, consolidation.settleLateWriting, {
      as: inap,
      params: { ...lab, id: body.id },
      body: { commandId: randomUUID(), version: 1, reason },
    });
  expect((await settle('')).error.code).toBe('missing_field');
  expect((await settle('Ya está dicho en otro párrafo.')).output).toMatchObject({ state: 'not_incorporated' });
});
test('what went into paragraphs that were taken out or emptied keeps the draft from being frozen, until it stands again or has a reason', async () => {
  const late = async (text: string): Promise<{ id: string; folio: string }> => {
    const body = { id: randomUUID(), blockId: null, before: '', text, writtenAt: 5 };
    return (await ask(server, consolidation.sendLateWriting, { as: ixchel, params: first, body })).output;
  };
  const bring = async (id: string, text: string): Promise<string> => {
    const body = { commandId: randomUUID(), sources: [{ kind: 'late_writing' as const, id }], blockId: said('dos veces').id };
    const asked = { as: inap, params: second, body: { ...body, placement: 'after' as const, text } };
    return (await ask(server, consolidation.incorporate, asked)).output.blockId;
  };
  const blocking = async (): Promise<string[]> => {
    const { output } = await ask(server, readBlockers, { as: inap, params: second });
    return output.blockers.map(({ what, folio, lacks }) => `${what} ${folio} ${lacks}`);
  };
  const [one, other] = [await late('Con firma.'), await late('Sin cola.')];
  const [gone, emptied] = [await bring(one.id, 'Con una firma.'), await bring(other.id, 'Sin hacer cola.')];
  expect(await blocking()).toEqual([]);

  const writer = await connectWitness(server, drafts.second, { token: inapPlayer.token ?? '' });
  const elements = writer.doc.getXmlFragment(bodyField).toArray() as Y.XmlElement[];
  const at = (id: string): number => elements.findIndex((element) => element.getAttribute('id') === id);
  writer.mark(() => elements[at(emptied)]?.delete(0, 1));
  writer.mark(() => writer.doc.getXmlFragment(bodyField).delete(at(gone), 1));
  await writer.allAcknowledged();
  expect(await blocking()).toEqual([`late_writing ${one.folio} destination`, `late_writing ${other.folio} destination`]);
  expect((await move(drafts.second, 'freeze')).error).toMatchObject({ code: 'freeze_blocked', details: { count: 2 } });
  // An emptied paragraph is no place to lead to, neither for this nor for an answer.
  const link = { commandId: randomUUID(), sources: [{ kind: 'late_writing' as const, id: one.id }], blockId: emptied };
  const linked = { as: inap, params: second, body: { ...link, placement: 'link' as const, text: '' } };
  expect((await ask(server, consolidation.incorporate, linked)).error.code).toBe('block_not_found');

  writer.mark(() => elements[at(emptied)]?.insert(0, [new Y.XmlText('Sin ninguna cola.')]));
  await writer.allAcknowledged();
  writer.close();
  expect(await blocking()).toEqual([`late_writing ${one.folio} destination`]);
  const settle = (id: string, version: number) =>
    ask(server, consolidation.settleLateWriting, {
      as: inap,
      params: { ...lab, id },
      body: { commandId: randomUUID(), version, reason: 'Ya no cabe.' },
    });
  expect((await settle(other.id, 2)).error.code).toBe('source_settled');
  expect((await settle(one.id, 2)).output).toMatchObject({ state: 'not_incorporated', reason: 'Ya no cabe.' });
  expect(await blocking()).toEqual([]);
  const { output } = await ask(server, consolidation.listOrigins, { as: inap, params: second });
  expect(output.origins.map(({ label }) => label)).not.toContain(one.folio);
});
test('of the demonstration, the matrix and the desk count the same without an answer', async () => {
  const params = { lab: demoLab, document: `${demoLab}.borrador-2` };
  const as = bearer(cast.person({ role: 'consolidator' }).token ?? '');
  const { output: blocked } = await ask(server, readBlockers, { as, params });
  const { output: matrix } = await ask(server, readMatrix, { as, params: { lab: demoLab, no: '1' } });
  const without = filterMatrix(matrix.observations, { ...everyRow, disposition: 'none' });
  expect(without.length).toBe(blocked.observations.total - blocked.observations.answered);
  expect(without.length).toBeGreaterThan(0);
});
test('frozen and published, the answers are public and stay', async () => {
  expect((await move(drafts.second, 'freeze')).status).toBe(200);
  expect((await move(drafts.second, 'publish')).status).toBe(200);
  const observations = await all();
  expect(new Set(observations.map(({ state }) => state))).toEqual(new Set(['answered']));
  expect((await answer([observations[0]?.id ?? ''])).error.code).toBe('observation_settled');
  const { output } = await ask(server, api.listMyObservations, { as: ixchel, params: lab });
  expect(output.observations.map(({ folio }) => folio).sort()).toEqual(['B1-OBS-0001', 'B1-OBS-0002', 'B1-OBS-0004']);
});
