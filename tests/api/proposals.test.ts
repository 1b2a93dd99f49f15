// Proposals over the API: begun once, filled in by who wrote them, moved by who may, carried by five kinds, merged, split, and brought back.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import { join } from '@cocrea/shared/api/join.ts';
import { sendContribution } from '@cocrea/shared/api/contributions.ts';
import * as api from '@cocrea/shared/api/proposals.ts';
import { listDocuments } from '@cocrea/shared/api/labs.ts';
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import { Cast } from '../support/cast.ts';
import { connect } from '../support/clients.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { openDatabase } from '../support/server-database.ts';
import { connectWitness } from '../support/witness.ts';
import { ask, bearer, joinForm, type As } from './ask.ts';

let server: RunningServer;
let cast: Cast;
let facilitator: As;
let consolidator: As;
let author: As;
let authorToken: string;
let authorId: string;
const params = { lab: demoLab };

beforeAll(async () => {
  server = await startServer();
  cast = new Cast(server);
  facilitator = as('facilitator');
  consolidator = as('consolidator');
  const player = cast.person({ role: 'participant' });
  authorId = player.personId;
  authorToken = player.token ?? '';
  author = bearer(authorToken);
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

function as(role: Role): As {
  return bearer(cast.person({ role }).token ?? '');
}

/** Somebody of a kind, with an institution, who came in with the poster's code. */
async function joined(actorKind: ActorKind, institution: string | null = `Institución de ${actorKind}`): Promise<As> {
  const form = joinForm(`${actorKind} ${randomUUID().slice(0, 8)}`, { actorKind, institution });
  const { status, session } = await ask(server, join, { params: { code: 'GENTE9' }, body: form });
  expect(status).toBe(201);
  return session;
}

const whole = {
  problem: 'Nadie sabe en qué va su trámite.',
  users: 'Sirve a quienes viven lejos de la capital.',
  action: 'Avisar por mensaje.',
  measure: 'Se cuentan las visitas.',
  ogp_value: 'Los tiempos se publican y cualquiera los compara.',
};
const measured = { indicator: 'Trámites que avisan', baseline: '3', target: '40', date: 'junio 2020' };

async function create(given: Partial<BodyOf<typeof api.createProposal>> = {}, by: As = author): Promise<api.ProposalWhole> {
  const body = { id: randomUUID(), title: `Propuesta ${randomUUID().slice(0, 8)}`, sources: [], text: whole, ...given };
  const { status, output, error } = await ask(server, api.createProposal, { as: by, params, body });
  expect(status, error.message).toBe(201);
  return output;
}
const at = (id: string) => ({ lab: demoLab, id });
const read = async (id: string, by: As = author) => (await ask(server, api.readProposal, { as: by, params: at(id) })).output;

type Change = Omit<BodyOf<typeof api.changeProposal>, 'commandId'>;
const change = (id: string, body: Change, by: As = author) =>
  ask(server, api.changeProposal, { as: by, params: at(id), body: { commandId: randomUUID(), ...body } });

type Step = BodyOf<typeof api.moveProposal>['step'];
/** From the version it has now, unless told otherwise. */
async function move(
  id: string,
  step: Step,
  { by = author, ...more }: { by?: As } & Partial<BodyOf<typeof api.moveProposal>> = {},
) {
  const version = more.version ?? (await read(id)).proposal.version;
  return ask(server, api.moveProposal, { as: by, params: at(id), body: { commandId: randomUUID(), step, ...more, version } });
}
async function moved(id: string, step: Step, more: Parameters<typeof move>[2] = {}): Promise<void> {
  const { status, error } = await move(id, step, more);
  expect(status, error.message).toBe(200);
}
const endorse = (id: string, by: As, institution: string | null = null) =>
  ask(server, api.endorseProposal, { as: by, params: at(id), body: { commandId: randomUUID(), institution } });
const withdraw = (id: string, by: As) =>
  ask(server, api.withdrawEndorsement, { as: by, params: at(id), body: { commandId: randomUUID() } });

describe('a new proposal', () => {
  test('[RE2] is there once, with its author, its text and its event, however often it is sent', async () => {
    const body = {
      id: randomUUID(),
      title: 'Avisar por mensaje',
      sources: ['a-1', 'a-2', 'a-1'],
      text: { problem: 'Uno.\nDos.' },
    };
    const send = () => ask(server, api.createProposal, { as: author, params, body });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 201]);
    const { proposal, sources, history, names } = await read(body.id);
    expect(proposal).toMatchObject({ title: body.title, state: 'draft', authors: [authorId], opening: 'Uno.\nDos.', version: 1 });
    expect(sources.map(({ id }) => id)).toEqual(['a-1', 'a-2']);
    expect(history.map(({ type, actorId }) => [type, actorId])).toEqual([['proposal.created', authorId]]);
    expect(names[authorId]).toMatch(/^Persona /);
  });

  test('is written together like any document, and read only by who observes', async () => {
    const { proposal } = await create();
    const writer = await connect(server, proposal.id, { token: authorToken });
    const reader = await connect(server, proposal.id, { token: cast.person({ role: 'observer' }).token ?? '' });
    const body = (client: typeof writer) => client.doc.getXmlFragment('default').toString();
    expect(body(writer)).toContain('Nadie sabe en qué va su trámite.');
    writer.doc.getMap('prueba').set('palabra', true);
    await reader.waitFor(() => reader.doc.getMap('prueba').has('palabra'), 'what the author wrote');
    writer.close();
    reader.close();
  });

  test('out of contributions keeps them linked, in their words, and their authors beside its own', async () => {
    const speaker = cast.person({ role: 'participant' });
    const said = {
      question: 1,
      language: 'es' as const,
      way: 'phone' as const,
      circle: null,
      onBehalfOf: null,
      writtenAt: Date.now(),
    };
    const send = async (more: Partial<BodyOf<typeof sendContribution>>): Promise<string> => {
      const body = { id: randomUUID(), text: 'Nadie sabe en qué va su trámite.', ...said, ...more };
      const { status, error } = await ask(server, sendContribution, {
        as: bearer(speaker.token ?? ''),
        params: { lab: demoLab, table: '1' },
        body,
      });
      expect(status, error.message).toBe(201);
      return body.id;
    };
    const own = await send({});
    const proposal = await create({ sources: [own, 'nobody-knows-it'] });
    expect(proposal.proposal.authors).toEqual([authorId, speaker.personId]);
    expect(proposal.sources.find(({ id }) => id === own)).toMatchObject({
      folio: expect.stringMatching(/^M1-A-\d{4}$/) as string,
      text: 'Nadie sabe en qué va su trámite.',
    });
    expect(proposal.sources.find(({ id }) => id === 'nobody-knows-it')).toMatchObject({ folio: null, text: null });
    // What was typed for somebody else is theirs, not the typist's.
    const forAnother = await send({ onBehalfOf: 'Una señora de la aldea' });
    expect((await create({ sources: [forAnother] })).proposal.authors).toEqual([authorId]);
  });

  test('is a document of the lab, with its state', async () => {
    const { proposal } = await create();
    const { output } = await ask(server, listDocuments, { as: author, params });
    expect(output.documents.find(({ id }) => id === proposal.id)).toMatchObject({
      kind: 'proposal',
      title: proposal.title,
      proposalState: 'draft',
      becameOthers: false,
    });
  });

  test.each([
    ['without a title', { title: '  ' }, 'missing_field', 'title'],
    ['with an endless title', { title: 'T'.repeat(121) }, 'text_too_long', 'title'],
    ['with an endless section', { text: { users: 'u'.repeat(5001) } }, 'text_too_long', 'users'],
  ])('%s is refused', async (_what, given, code, field) => {
    const body = { id: randomUUID(), title: 'Título', sources: [], text: {}, ...given };
    const { status, error } = await ask(server, api.createProposal, { as: author, params, body });
    expect([status, error.code, error.details['field']]).toEqual([400, code, field]);
  });

  test('whose id is somebody else’s is refused', async () => {
    const { proposal } = await create();
    const body = { id: proposal.id, title: 'Otra', sources: [], text: {} };
    const { error } = await ask(server, api.createProposal, { as: facilitator, params, body });
    expect(error.code).toBe('id_taken');
  });
});

describe('what is filled in', () => {
  test('is changed by who saw the last, once, and dates stay as typed', async () => {
    const { proposal } = await create();
    const body = { commandId: randomUUID(), version: 1, ...measured, typology: 'service' as const, title: 'Otro título' };
    for (const _time of [1, 2]) {
      const { status, output } = await ask(server, api.changeProposal, { as: author, params: at(proposal.id), body });
      expect(status).toBe(200);
      expect(output.proposal).toMatchObject({ title: 'Otro título', version: 2, checks: { unmeasured: [] } });
      expect(output.proposal.fields.date).toEqual({ text: 'junio 2020', kind: 'month', start: '2020-06-01', end: '2020-06-30' });
    }
    expect((await change(proposal.id, { version: 1, target: '50' })).error.code).toBe('stale');
  });

  test('names an institution of the lab by its id, any other by its name', async () => {
    const { proposal } = await create();
    const own = await change(proposal.id, { version: 1, responsible: { institutionId: 'inap', name: 'lo que sea' } });
    expect(own.output.proposal.fields.responsible).toEqual({ institutionId: 'inap', name: 'INAP' });
    const other = await change(proposal.id, { version: 2, responsible: { institutionId: null, name: ' Municipalidad  de X ' } });
    expect(other.output.proposal.fields.responsible).toEqual({ institutionId: null, name: 'Municipalidad de X' });
    const unknown = await change(proposal.id, { version: 3, responsible: { institutionId: 'nadie', name: '' } });
    expect([unknown.status, unknown.error.code]).toEqual([400, 'invalid_field']);
    const nobody = await change(proposal.id, { version: 3, responsible: null, date: '' });
    expect(nobody.output.proposal.fields).toMatchObject({ responsible: null, date: null });
  });

  test('is not for those who did not write it, unless they facilitate, take notes or consolidate', async () => {
    const { proposal } = await create();
    expect((await change(proposal.id, { version: 1, target: '1' }, as('participant'))).error.code).toBe('forbidden');
    expect((await change(proposal.id, { version: 1, target: '1' }, as('note_taker'))).status).toBe(200);
  });

  test('[JU4] and the text are closed once it is submitted, also for those who have it open, and open again with observations', async () => {
    const { proposal } = await create();
    const writer = await connectWitness(server, proposal.id, { token: authorToken });
    const mayNow = () => expect.poll(() => writer.hello()?.role, { timeout: 20_000 });
    await mayNow().toBe('write');
    await moved(proposal.id, 'submit');
    await mayNow().toBe('read');
    expect((await change(proposal.id, { version: 2, target: '1' })).error.code).toBe('proposal_not_written');
    await moved(proposal.id, 'observe', { by: consolidator, reason: 'Falta la meta.' });
    await mayNow().toBe('write');
    expect((await change(proposal.id, { version: 3, target: '1' })).status).toBe(200);
    writer.close();
  });
});

describe('a step', () => {
  test('is taken only from where the proposal stands, once, and by who saw it there', async () => {
    const { proposal } = await create();
    expect((await move(proposal.id, 'start_validation', { by: facilitator })).error.code).toBe('proposal_step_refused');
    const commandId = randomUUID();
    for (const _time of [1, 2]) await moved(proposal.id, 'submit', { commandId, version: 1 });
    expect((await move(proposal.id, 'withdraw', { version: 1 })).error.code).toBe('stale');
    const { proposal: now, history } = await read(proposal.id);
    expect([now.state, now.version]).toEqual(['submitted', 2]);
    expect(history.map(({ type }) => type)).toEqual(['proposal.created', 'proposal.submitted']);
  });

  test('asks for its reason and keeps it out of the log', async () => {
    const { proposal } = await create();
    await moved(proposal.id, 'submit');
    expect((await move(proposal.id, 'observe', { by: consolidator, reason: ' \n ' })).error.details['field']).toBe('reason');
    await moved(proposal.id, 'observe', { by: consolidator, reason: 'Falta la meta.\n\nY la fecha.' });
    const { history } = await read(proposal.id);
    const [, , observed] = history;
    expect(observed).toMatchObject({ type: 'proposal.observed', reason: 'Falta la meta.\nY la fecha.' });
    expect(JSON.stringify(observed?.data)).not.toContain('meta');
  });

  test('is for those whom it concerns', async () => {
    const { proposal } = await create();
    const refused = async (step: Step, by: As) =>
      expect((await move(proposal.id, step, { by, reason: 'r' })).error.code).toBe('forbidden');
    await refused('submit', as('participant'));
    await refused('submit', as('observer'));
    await refused('submit', as('admin'));
    await moved(proposal.id, 'submit', { by: as('note_taker') });
    await refused('start_validation', author);
    await refused('observe', facilitator);
    await moved(proposal.id, 'start_validation', { by: facilitator });
    await refused('validate', facilitator);
    await refused('not_incorporate', facilitator);
    await moved(proposal.id, 'withdraw');
    expect((await move(proposal.id, 'submit')).error.code).toBe('proposal_step_refused');
  });

  test('on a proposal that is not there says so', async () => {
    const { status, error } = await move(randomUUID(), 'submit', { version: 1 });
    expect([status, error.code]).toEqual([404, 'proposal_not_found']);
  });
});

describe('an endorsement', () => {
  test('is one’s own, once, of one kind for ever', async () => {
    const { proposal } = await create();
    const ong = await joined('ong');
    expect((await endorse(proposal.id, ong)).error.code).toBe('endorsement_closed');
    await moved(proposal.id, 'submit');
    for (const _time of [1, 2]) expect((await endorse(proposal.id, ong)).status).toBe(200);
    const first = (await read(proposal.id)).proposal.endorsements;
    expect(first).toMatchObject([{ actorKind: 'ong', institution: 'Institución de ong' }]);
    const personId = first[0]?.personId ?? '';
    expect((await withdraw(proposal.id, ong)).output.proposal.endorsements).toEqual([]);
    expect((await withdraw(proposal.id, ong)).status).toBe(200);
    // The person speaks as something else from now on.
    const database = openDatabase(server.dataDir);
    database.prepare("UPDATE people SET actor_kind = 'academia' WHERE id = ?").run(personId);
    database.close();
    await endorse(proposal.id, ong, 'Otra institución');
    const { proposal: now, history } = await read(proposal.id);
    expect(now.endorsements).toMatchObject([{ personId, actorKind: 'ong', institution: 'Otra institución' }]);
    expect(history.slice(2).map(({ type }) => type)).toEqual([
      'proposal.endorsed',
      'proposal.endorsement_withdrawn',
      'proposal.endorsed',
    ]);
  });

  test('needs an institution, and is not for those who only observe or administer', async () => {
    const { proposal } = await create();
    await moved(proposal.id, 'submit');
    const citizen = await joined('ciudadania', null);
    expect((await endorse(proposal.id, citizen)).error).toMatchObject({
      code: 'missing_field',
      details: { field: 'institution' },
    });
    expect((await endorse(proposal.id, citizen, 'I'.repeat(121))).error.code).toBe('text_too_long');
    expect((await endorse(proposal.id, citizen, 'Barrio El Centro')).status).toBe(200);
    for (const role of ['observer', 'admin'] as const)
      expect((await endorse(proposal.id, as(role), 'X')).error.code).toBe('forbidden');
  });

  test('by many at the same moment is lost by nobody', async () => {
    const { proposal } = await create();
    await moved(proposal.id, 'submit');
    const people = await Promise.all(
      ['ong', 'academia', 'privado', 'ciudadania', 'ong'].map((kind) => joined(kind as ActorKind)),
    );
    const answers = await Promise.all(people.map((person) => endorse(proposal.id, person)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const late = await Promise.all(['ong', 'privado'].map((kind) => joined(kind as ActorKind)));
    const together = await Promise.all([
      move(proposal.id, 'start_validation', { by: facilitator, version: 2 }),
      ...late.map((person) => endorse(proposal.id, person)),
    ]);
    expect(together.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await read(proposal.id)).proposal.endorsements).toHaveLength(7);
  });
});

describe('the transversal gate', () => {
  test('opens with five kinds and three conditions, and says until then what is missing', async () => {
    const { proposal } = await create({ text: { ...whole, ogp_value: 'Mucho' } });
    const { id } = proposal;
    await change(id, { version: 1, ...measured, date: 'A la brevedad' });
    await moved(id, 'submit');
    for (const kind of ['ciudadania', 'ong', 'ong', 'sector_publico', 'privado', 'cooperacion'] as const) {
      expect((await endorse(id, await joined(kind))).status).toBe(200);
    }
    await moved(id, 'start_validation', { by: facilitator });
    const refused = await move(id, 'validate', { by: consolidator });
    expect(refused.status).toBe(409);
    expect(refused.error).toMatchObject({
      code: 'gate_not_fulfilled',
      details: { filled: 4, threshold: 5, missing: 'academia', lacks: 'ogp_value,date' },
    });
    expect(refused.error.message).toContain('Falta Academia');
    expect(refused.error.message).toContain('la fecha');
    await endorse(id, await joined('academia'));
    expect((await move(id, 'validate', { by: consolidator })).error.details['missing']).toBe('');

    await moved(id, 'observe', { by: consolidator, reason: 'Falta la fecha y el valor.' });
    expect((await change(id, { version: (await read(id)).proposal.version, date: 'junio 2020' })).status).toBe(200);
    const writer = await connect(server, id, { token: authorToken });
    const body = writer.doc.getXmlFragment('default');
    const last = body.get(body.length - 1) as { insert(index: number, content: unknown[]): void; toString(): string };
    const { XmlText } = await import('yjs');
    last.insert(0, [new XmlText('Los tiempos reales se publican y se comparan. ')]);
    await expect.poll(async () => (await read(id)).proposal.checks.ogpValue).toBe(true);
    writer.close();
    await moved(id, 'submit');
    await moved(id, 'start_validation', { by: facilitator });
    await moved(id, 'validate', { by: consolidator });
    const { proposal: valid } = await read(id);
    expect([valid.state, valid.endorsements.length]).toEqual(['validated', 7]);
    const last5 = await joined('ong');
    expect((await endorse(id, last5)).status).toBe(200);
    expect((await withdraw(id, last5)).error.code).toBe('endorsement_kept');

    expect((await move(id, 'incorporate', { by: consolidator, blocks: [' '] })).error.details['field']).toBe('blocks');
    expect((await move(id, 'incorporate', { by: consolidator, blocks: ['nowhere'] })).error.code).toBe('invalid_field');
    const { output: destinations } = await ask(server, api.listDestinations, { as: consolidator, params });
    expect(destinations.drafts.map(({ title }) => title)).toEqual(['Borrador 2']);
    const opening = destinations.drafts[0]?.blocks.find(({ id: block }) => block === 'nead50000001');
    expect(opening).toMatchObject({ level: null, text: expect.stringMatching(/^El hito 1 del compromiso/) as string });
    await moved(id, 'incorporate', { by: consolidator, blocks: ['nead50000001', 'nead50000001'] });
    expect((await read(id)).history.at(-1)).toMatchObject({ type: 'proposal.incorporated', blocks: ['nead50000001'] });
  });

  test('is the lab’s own rule: who facilitates or consolidates changes it, others do not, and no rule is nonsense', async () => {
    const { output } = await ask(server, api.listProposals, { as: author, params });
    expect(output.gate).toMatchObject({ threshold: 5, version: 0 });
    const set = (body: { version: number; kinds: readonly string[]; threshold: number }, by: As) =>
      ask(server, api.changeGate, {
        as: by,
        params,
        body: { commandId: randomUUID(), ...body } as BodyOf<typeof api.changeGate>,
      });
    expect((await set({ version: 0, kinds: ['ong'], threshold: 1 }, author)).error.code).toBe('forbidden');
    expect((await set({ version: 0, kinds: ['ong'], threshold: 2 }, facilitator)).error.code).toBe('invalid_field');
    expect((await set({ version: 0, kinds: ['cooperacion'], threshold: 1 }, facilitator)).error.code).toBe('invalid_field');
    const changed = await set({ version: 0, kinds: ['ong', 'academia'], threshold: 1 }, facilitator);
    expect(changed.output.gate).toEqual({ kinds: ['ong', 'academia'], threshold: 1, version: 1 });
    expect((await set({ version: 0, kinds: ['ong'], threshold: 1 }, consolidator)).error.code).toBe('stale');

    const { proposal } = await create();
    await change(proposal.id, { version: 1, ...measured });
    await moved(proposal.id, 'submit');
    await endorse(proposal.id, await joined('academia'));
    await moved(proposal.id, 'start_validation', { by: facilitator });
    await moved(proposal.id, 'validate', { by: consolidator });
    const back = await set(
      { version: 1, kinds: ['ciudadania', 'ong', 'sector_publico', 'academia', 'privado'], threshold: 5 },
      consolidator,
    );
    expect(back.output.gate).toMatchObject({ threshold: 5, version: 2 });
  });
});

describe('merging', () => {
  const merge = (from: readonly { id: string; version: number }[], by: As = facilitator, id = randomUUID()) =>
    ask(server, api.mergeProposals, { as: by, params, body: { id, title: 'Las dos juntas', from: [...from] } });

  async function two() {
    const other = as('civil_org');
    const [one, two] = [
      await create({ sources: ['s1'], text: { problem: 'El primero.', users: whole.users } }),
      await create({ sources: ['s1', 's2'], text: { problem: 'El segundo.' } }, other),
    ];
    await change(one.proposal.id, { version: 1, indicator: 'Uno' });
    await moved(one.proposal.id, 'submit');
    await endorse(one.proposal.id, await joined('ong'));
    const from = [await read(one.proposal.id), await read(two.proposal.id)].map(({ proposal: { id, version } }) => ({
      id,
      version,
    }));
    return { one: one.proposal, two: two.proposal, from };
  }

  test('keeps every word, author, source and the originals; support stays with them; undone, all is as before', async () => {
    const { one, two: second, from } = await two();
    const id = randomUUID();
    const answers = [await merge(from, facilitator, id), await merge(from, facilitator, id)];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    const { proposal, sources, lineage } = answers[0]!.output;
    expect(proposal).toMatchObject({ state: 'draft', endorsements: [], authors: [...one.authors, ...second.authors] });
    expect(proposal.fields.indicator).toBe('Uno');
    expect(sources.map((source) => source.id)).toEqual(['s1', 's2']);
    expect(proposal.opening).toBe(`${one.title}\nEl primero.\n${second.title}\nEl segundo.`);
    expect(proposal.checks.impact).toBe(true);
    expect(lineage).toMatchObject([{ id, kind: 'merge', undoneAt: null, into: [{ id }] }]);
    expect(lineage[0]?.endorsedBefore).toMatchObject([{ actorKind: 'ong' }]);

    const original = (await read(one.id)).proposal;
    expect([original.state, original.becameIds, original.endorsements.length]).toEqual(['submitted', [id], 1]);
    expect((await move(one.id, 'withdraw')).error.code).toBe('proposal_became_others');
    expect((await endorse(one.id, await joined('academia'))).error.code).toBe('proposal_became_others');
    expect((await change(second.id, { version: 2, target: '1' }, facilitator)).error.code).toBe('proposal_became_others');
    const { output } = await ask(server, listDocuments, { as: author, params });
    expect(output.documents.find((document) => document.id === second.id)).toMatchObject({ becameOthers: true });

    const undo = () =>
      ask(server, api.undoLineage, { as: facilitator, params: { lab: demoLab, lineage: id }, body: { commandId: randomUUID() } });
    expect([(await undo()).status, (await undo()).status]).toEqual([204, 204]);
    expect((await read(id)).proposal.state).toBe('withdrawn');
    const back = await read(one.id);
    expect([back.proposal.state, back.proposal.becameIds, back.proposal.endorsements.length]).toEqual(['submitted', [], 1]);
    expect(back.history.slice(-2).map(({ type }) => type)).toEqual(['proposal.merged', 'proposal.merge_undone']);
    await moved(one.id, 'withdraw');
  });

  test('is refused for what moved meanwhile, twice the same, unknown, with an outcome, or by who may not', async () => {
    const { one, from } = await two();
    const codeOf = async (asked: ReturnType<typeof merge>) => (await asked).error.code;
    expect(await codeOf(merge(from, author))).toBe('forbidden');
    expect(await codeOf(merge([from[0]!, from[0]!]))).toBe('invalid_field');
    expect(await codeOf(merge([from[0]!]))).toBe('invalid_field');
    expect(await codeOf(merge([from[0]!, { id: randomUUID(), version: 1 }]))).toBe('proposal_not_found');
    expect(await codeOf(merge([from[0]!, { ...from[1]!, version: 9 }]))).toBe('stale');
    await moved(one.id, 'withdraw');
    expect(await codeOf(merge([{ ...from[0]!, version: from[0]!.version + 1 }, from[1]!]))).toBe('proposal_step_refused');
  });

  test('at the same moment by two happens once', async () => {
    const { from } = await two();
    const answers = await Promise.all([merge(from), merge(from, consolidator)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
  });

  test('is not undone once what came of it went on', async () => {
    const { from } = await two();
    const { output } = await merge(from);
    await moved(output.proposal.id, 'submit', { by: facilitator });
    const undo = (lineage: string) =>
      ask(server, api.undoLineage, { as: facilitator, params: { lab: demoLab, lineage }, body: { commandId: randomUUID() } });
    expect((await undo(output.proposal.id)).error.code).toBe('lineage_advanced');
    await moved(output.proposal.id, 'observe', { by: consolidator, reason: 'Mejor separadas.' });
    expect((await undo(output.proposal.id)).status).toBe(204);
    expect((await undo(randomUUID())).error.code).toBe('lineage_not_found');
  });
});

describe('splitting', () => {
  test('makes two that each begin with everything; undone, the original is back', async () => {
    const { proposal } = await create({ sources: ['s9'] });
    const into = [
      { id: randomUUID(), title: 'La primera' },
      { id: randomUUID(), title: 'La segunda' },
    ];
    const commandId = randomUUID();
    const split = (by: As, version = 1) =>
      ask(server, api.splitProposal, { as: by, params: at(proposal.id), body: { commandId, version, into } });
    expect((await split(author)).error.code).toBe('forbidden');
    expect((await split(facilitator, 7)).error.code).toBe('stale');
    expect([(await split(facilitator)).status, (await split(facilitator)).status]).toEqual([200, 200]);
    for (const half of into) {
      const { proposal: made, sources, lineage } = await read(half.id);
      expect(made).toMatchObject({ title: half.title, authors: [authorId], opening: whole.problem, checks: { impact: true } });
      expect(sources.map(({ id }) => id)).toEqual(['s9']);
      expect(lineage).toMatchObject([{ id: commandId, kind: 'split', from: [{ id: proposal.id }] }]);
    }
    expect((await read(proposal.id)).proposal.becameIds).toEqual(into.map(({ id }) => id));
    // One half was withdrawn on its own: that is no hindrance.
    await moved(into[1]!.id, 'withdraw');
    const undone = await ask(server, api.undoLineage, {
      as: facilitator,
      params: { lab: demoLab, lineage: commandId },
      body: { commandId: randomUUID() },
    });
    expect(undone.status).toBe(204);
    const states = await Promise.all(
      [proposal.id, ...into.map(({ id }) => id)].map(async (id) => (await read(id)).proposal.state),
    );
    expect(states).toEqual(['draft', 'withdrawn', 'withdrawn']);
    expect((await read(proposal.id)).proposal.becameIds).toEqual([]);
  });
});

test('the demonstration has proposals in every state, and one that two became', async () => {
  const { output } = await ask(server, api.listProposals, { as: as('observer'), params });
  const born = output.proposals.filter(({ id }) => id.startsWith('compromiso-11.propuesta-'));
  expect(born.length).toBeGreaterThanOrEqual(12);
  expect([...new Set(born.map(({ state }) => state))].sort()).toEqual([
    'draft',
    'in_validation',
    'incorporated',
    'not_incorporated',
    'observed',
    'submitted',
    'validated',
    'withdrawn',
  ]);
  expect(born.filter(({ becameIds }) => becameIds.length > 0).map(({ id }) => id)).toEqual([
    'compromiso-11.propuesta-2',
    'compromiso-11.propuesta-3',
  ]);
  const named = born.flatMap(({ authors, endorsements }) => [...authors, ...endorsements.map(({ personId }) => personId)]);
  for (const personId of named) expect(output.names[personId]).toBeTruthy();
});
