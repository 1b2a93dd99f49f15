// The life of drafts over the API and the wire: frozen once and for ever, put to consultation, continued by the next one, published.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import { incorporate } from '@cocrea/shared/api/consolidation.ts';
import * as api from '@cocrea/shared/api/drafts.ts';
import { sendObservation } from '@cocrea/shared/api/observations.ts';
import { listDocuments } from '@cocrea/shared/api/labs.ts';
import { listPublicLabs, readPublicLab } from '@cocrea/shared/api/publication.ts';
import { bodyOf } from '@cocrea/shared/document/body.ts';
import { canonicalJson, fingerprintOf, type CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import { wordedBlocks } from '@cocrea/shared/document/words-of-block.ts';
import { consultationEnd } from '@cocrea/shared/domain/consultation.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { Cast } from '../support/cast.ts';
import { connect, type Client } from '../support/clients.ts';
import { drafts, draftsLab, folderWithDrafts, saidInFirst } from '../support/lab-of-drafts.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { openDatabase, type ServerDatabase } from '../support/server-database.ts';
import { connectWitness } from '../support/witness.ts';
import { ask, bearer, type As } from './ask.ts';

let dataDir: string;
let server: RunningServer;
let cast: Cast;
let consolidator: As;
let writerToken: string;
let writerId: string;

beforeAll(async () => {
  dataDir = await folderWithDrafts();
  server = await startServer({ dataDir });
  cast = new Cast(server);
  consolidator = as('consolidator');
  const writer = cast.person({ role: 'facilitator', lab: draftsLab });
  writerToken = writer.token ?? '';
  writerId = writer.personId;
});
afterAll(async () => {
  cast?.[Symbol.dispose]();
  await server?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

function as(role: 'consolidator' | 'facilitator' | 'observer' | 'participant'): As {
  return bearer(cast.person({ role, lab: draftsLab }).token ?? '');
}
const at = (document: string) => ({ lab: draftsLab, document });
const draftOf = async (id: string): Promise<DraftDocument> => {
  const { output } = await ask(server, listDocuments, { as: consolidator, params: { lab: draftsLab } });
  return output.documents.find((document): document is DraftDocument => document.id === id && document.kind === 'draft')!;
};
type Move = Partial<BodyOf<typeof api.moveDraft>> & { by?: As };
/** From the version it has now, unless told otherwise. */
async function move(id: string, step: BodyOf<typeof api.moveDraft>['step'], { by = consolidator, ...more }: Move = {}) {
  const version = more.version ?? (await draftOf(id)).life.version;
  const body = { commandId: randomUUID(), step, days: null, ...more, version };
  return ask(server, api.moveDraft, { as: by, params: at(id), body });
}
/** A week more, unless told otherwise. */
function prolong({ by = consolidator, ...more }: Partial<BodyOf<typeof api.prolongConsultation>> & { by?: As }) {
  const body = { commandId: randomUUID(), version: 0, days: 7, reason: 'Hubo feriado.', ...more };
  return ask(server, api.prolongConsultation, { as: by, params: at(drafts.first), body });
}
const blockersOf = async (id: string) => (await ask(server, api.readBlockers, { as: as('observer'), params: at(id) })).output;
const words = ({ doc }: Pick<Client, 'doc'>): string => JSON.stringify(bodyOf(doc));

/** Writes straight into the records what other rooms would. */
function insert(table: string, row: Readonly<Record<string, string | number | null>>): void {
  const database = openDatabase(dataDir);
  const names = Object.keys(row);
  database
    .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(row));
  database.close();
}
function inDatabase<Answer>(work: (database: ServerDatabase) => Answer): Answer {
  const database = openDatabase(dataDir);
  try {
    return work(database);
  } finally {
    database.close();
  }
}
/** Everything that was said has an answer now. */
function answered(): void {
  inDatabase((database) => {
    database.exec("UPDATE observations SET disposition = 'not_accepted', response = 'No cabe.', state = 'resolved'");
    database.exec("UPDATE contributions SET state = 'not_incorporated'");
    database.exec("UPDATE late_writings SET state = 'not_incorporated'");
  });
}

describe('Borrador 1', () => {
  test('waits for nothing, and is frozen by whoever consolidates and nobody else', async () => {
    expect((await blockersOf(drafts.first)).blockers).toEqual([]);
    for (const role of ['facilitator', 'observer', 'participant'] as const) {
      expect((await move(drafts.first, 'freeze', { by: as(role) })).error.code).toBe('forbidden');
    }
    expect((await move(drafts.second, 'freeze')).error.code).toBe('draft_step_refused');
    expect((await move(drafts.first, 'open_consultation')).error.code).toBe('draft_step_refused');
    expect((await move(drafts.first, 'freeze', { version: 7 })).error.code).toBe('stale');
    expect((await move(`${draftsLab}.mesa-1`, 'freeze', { version: 0 })).error.code).toBe('document_not_found');
    expect((await ask(server, api.readFrozen, { as: consolidator, params: at(drafts.first) })).error.code).toBe(
      'version_not_found',
    );
  });

  test('[DU1] frozen twice at once while people type: one wins, all that was acknowledged is in it, the rest is refused', async () => {
    const writers = await Promise.all([0, 1, 2].map(() => connectWitness(server, drafts.first, { token: writerToken })));
    const reader = await connect(server, drafts.first, { token: writerToken });
    let typing = true;
    const typed = writers.map(async (writer, no) => {
      for (let count = 0; typing && count < 4000; count += 1) {
        writer.mark(() => writer.doc.getMap('tecleo').set(`${no}-${count}`, count));
        if (count % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    });
    await reader.waitFor(() => reader.doc.getMap('tecleo').size > 50, 'what they type');
    const version = (await draftOf(drafts.first)).life.version;
    const both = await Promise.all([move(drafts.first, 'freeze', { version }), move(drafts.first, 'freeze', { version })]);
    typing = false;
    await Promise.all(typed);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.error.code).toMatch(/^(?:draft_step_refused|stale)$/);
    for (const writer of writers) {
      await writer.waitFor(() => writer.hello()?.role === 'read', 'to be told that it is read only');
    }
    const late = await connect(server, drafts.first, { token: writerToken });
    const stored = late.doc.getMap('tecleo');
    for (const [no, writer] of writers.entries()) {
      for (let count = 0; count < writer.acknowledged(); count += 1) expect(stored.has(`${no}-${count}`)).toBe(true);
    }
    // What is written now reaches nobody, and stays with its author.
    writers[0]!.doc.getMap('tecleo').set('después', 1);
    late.doc.getMap('tecleo').set('de una copia', 1);
    const other = await connect(server, drafts.first, { token: writerToken });
    expect(other.doc.getMap('tecleo').has('después') || other.doc.getMap('tecleo').has('de una copia')).toBe(false);
    expect(other.doc.getMap('tecleo').size).toBe(stored.size - 1);
    for (const client of [...writers, reader, late, other]) client.close();
    expect(server.output()).not.toContain('given up');
  });

  test('its fingerprint recomputes, from the records as from the text, and a frozen row never changes', async () => {
    const { life, state } = await draftOf(drafts.first);
    expect(state).toBe('frozen');
    const { output } = await ask(server, api.readFrozen, { as: as('observer'), params: at(drafts.first) });
    expect(output.fingerprint).toBe(life.frozen?.fingerprint);
    expect(fingerprintOf(output.canonical)).toBe(output.fingerprint);
    const canonical = JSON.parse(output.canonical) as CanonicalDraft;
    expect(canonicalJson(canonical)).toBe(output.canonical);
    expect(output.canonical).toContain('Kʼicheʼ');
    const reader = await connect(server, drafts.first, { token: writerToken });
    expect(canonicalJson(bodyOf(reader.doc))).toBe(canonicalJson(canonical.body));
    reader.close();
    inDatabase((database) => {
      expect(() => database.exec("UPDATE draft_versions SET canonical = '{}'")).toThrow('never changes');
      expect(() => database.exec('DELETE FROM draft_versions')).toThrow('never changes');
    });
    // Nor does the desk write into it.
    const into = await ask(server, incorporate, {
      as: consolidator,
      params: at(drafts.first),
      body: {
        ...{ commandId: randomUUID(), blockId: wordedBlocks(canonical.body)[0]?.id ?? '', placement: 'append', text: 'más' },
        sources: [{ kind: 'contribution', id: randomUUID() }],
      },
    });
    expect(into.status).toBe(409);
    const { output: still } = await ask(server, api.readFrozen, { as: consolidator, params: at(drafts.first) });
    expect(still).toEqual(output);
  });

  test('is put to consultation until the end of its last day, for a number of days that can be', async () => {
    for (const days of [0, 91, 1.5]) {
      expect((await move(drafts.first, 'open_consultation', { days })).error.code).toBe('invalid_field');
    }
    const commandId = randomUUID();
    const version = (await draftOf(drafts.first)).life.version;
    const opened = await move(drafts.first, 'open_consultation', { commandId, version });
    expect(opened.output.document).toMatchObject({ state: 'in_consultation' });
    const { from = 0, to } = opened.output.document.life.consultation ?? {};
    expect(to).toBe(consultationEnd(from, 15));
    // Sent twice, it was done once.
    const again = await move(drafts.first, 'open_consultation', { commandId, version });
    expect(again.output.document.life).toEqual(opened.output.document.life);
    expect((await move(drafts.first, 'open_consultation')).error.code).toBe('draft_step_refused');
  });

  test('is given more days while its consultation is open, with a reason, and never fewer', async () => {
    const { life } = await draftOf(drafts.first);
    const ends = life.consultation?.to ?? 0;
    const { version } = life;
    for (const [days, reason, code] of [
      [0, 'Hubo feriado.', 'invalid_field'],
      [-3, 'Hubo feriado.', 'invalid_field'],
      [1.5, 'Hubo feriado.', 'invalid_field'],
      [91, 'Hubo feriado.', 'invalid_field'],
      [7, '  ', 'missing_field'],
      [7, 'a'.repeat(501), 'text_too_long'],
    ] as const)
      expect((await prolong({ version, days, reason })).error.code).toBe(code);
    expect((await prolong({ version: version - 1, days: 7 })).error.code).toBe('stale');
    expect((await prolong({ version, days: 7, by: as('facilitator') })).error.code).toBe('forbidden');
    const commandId = randomUUID();
    const longer = await prolong({ commandId, version, days: 7 });
    const { consultation } = longer.output.document.life;
    expect(consultation).toMatchObject({ to: ends + 7 * 86_400_000, prolonged: { before: ends, reason: 'Hubo feriado.' } });
    // Sent twice, it was done once; and everybody reads it.
    expect((await prolong({ commandId, version, days: 7 })).output.document.life.consultation).toEqual(consultation);
    const open = await ask(server, readPublicLab, { params: { lab: draftsLab } });
    expect(open.output.drafts[0]?.consultation).toEqual(consultation);
    const listed = await ask(server, listPublicLabs, {});
    expect(listed.output.labs.map(({ id }) => id)).toContain(draftsLab);
    const told = inDatabase((database) =>
      database.prepare("SELECT data FROM events WHERE lab_id = ? AND type = 'document.consultation_prolonged'").all(draftsLab),
    );
    expect(told.map(({ data }) => JSON.parse(String(data)) as unknown)).toEqual([
      { draftNo: 1, from: ends, to: ends + 7 * 86_400_000 },
    ]);
  });
});

const observationId = randomUUID();
describe('Borrador 2', () => {
  test('begins as what was frozen, with its block ids and authors, and its own number', async () => {
    const before = await connect(server, drafts.first, { token: writerToken });
    const begun = await move(drafts.first, 'begin_next');
    expect(begun.output.document, begun.error?.message).toMatchObject({ state: 'consolidating' });
    expect(begun.output.document.life.consultation?.to).toBeLessThanOrEqual(Date.now());
    // One that is over stays over.
    const { version } = begun.output.document.life;
    expect((await prolong({ version })).error.code).toBe('consultation_not_open');
    expect(await draftOf(drafts.second)).toMatchObject({ state: 'writing', life: { frozen: null } });
    const next = await connect(server, drafts.second, { token: writerToken });
    expect(words(next)).toBe(words(before).replace('Borrador 1,', 'Borrador 2,'));
    const owners = (id: string) =>
      inDatabase((database) =>
        database
          .prepare('SELECT client_id, user_id FROM yjs_clients WHERE document_id = ?')
          .all(id)
          .map((row) => JSON.stringify(row)),
      );
    for (const owner of owners(drafts.first)) expect(owners(drafts.second)).toContain(owner);
    expect(owners(drafts.second).length).toBe(owners(drafts.first).length + 1);
    expect(owners(drafts.second).some((owner) => owner.includes(writerId))).toBe(true);
    next.doc.getMap('tecleo').set('sigue', 1);
    const other = await connect(server, drafts.second, { token: writerToken });
    await other.waitFor(() => other.doc.getMap('tecleo').has('sigue'), 'what is written into the next draft');
    for (const client of [before, next, other]) client.close();
    expect((await move(drafts.first, 'begin_next')).error.code).toBe('draft_step_refused');
  });

  test('is not frozen while anything said before it has no answer, and the refusal lists each by its folio', async () => {
    const common = { lab_id: draftsLab, document_id: drafts.first, author_id: writerId, written_at: 1, received_at: 1 };
    insert('observations', {
      ...common,
      ...{ id: observationId, no: 42, block_id: 'b', quote: 'papel', quote_from: 0, quote_to: 5, kind: 'substance' },
      ...{ justification: 'Falta decir quién.', actor_kind: 'ong', show_name: 0, way: 'screen', late: 0, state: 'received' },
    });
    insert('late_writings', { ...common, id: randomUUID(), no: 3, before: 'a', text: 'Tarde', state: 'received' });
    const clusterId = randomUUID();
    insert('clusters', { id: clusterId, sub_table_id: `${draftsLab}.submesa-1`, question: 1, position: 1 });
    insert('contributions', {
      ...{
        id: randomUUID(),
        lab_id: draftsLab,
        sub_table_id: `${draftsLab}.submesa-1`,
        no: 7,
        question: 1,
        text: 'Dicho en la mesa',
      },
      ...{ language: 'es', author_id: writerId, way: 'phone', cluster_id: clusterId, state: 'validated', late: 0 },
      ...{ written_at: 1, received_at: 1 },
    });
    const { blockers, observations, contributions } = await blockersOf(drafts.second);
    expect(blockers.map(({ what, folio, lacks }) => [what, folio, lacks])).toEqual([
      ['observation', 'B1-OBS-0042', 'disposition'],
      ['contribution', 'M1-A-0007', 'outcome'],
      ['late_writing', 'B1-T-0003', 'outcome'],
    ]);
    expect(observations).toEqual({ total: 1, answered: 0 });
    expect(contributions).toEqual({ total: 1, settled: 0 });
    const { status, error } = await move(drafts.second, 'freeze');
    expect([status, error.code, error.details?.['count']]).toEqual([409, 'freeze_blocked', 3]);
    // A refusal leaves it as it was: people go on writing.
    const writer = await connect(server, drafts.second, { token: writerToken });
    const other = await connect(server, drafts.second, { token: writerToken });
    writer.doc.getMap('tecleo').set('tras el rechazo', 1);
    await other.waitFor(() => other.doc.getMap('tecleo').has('tras el rechazo'), 'what is written after the refusal');
    for (const client of [writer, other]) client.close();
  });

  test('frozen once all is answered, it answers the first; published, the authors of the first are told', async () => {
    answered();
    expect((await move(drafts.second, 'publish')).error.code).toBe('draft_step_refused');
    // Ten observe on the first while the second is frozen: each is answered before, or came after.
    const observer = bearer(cast.person({ role: 'civil_org', lab: draftsLab }).token ?? '');
    const { output: text } = await ask(server, api.readFrozen, { as: consolidator, params: at(drafts.first) });
    const blockId = wordedBlocks((JSON.parse(text.canonical) as CanonicalDraft).body)[0]?.id ?? '';
    const observe = () =>
      ask(server, sendObservation, {
        as: observer,
        params: at(drafts.first),
        body: {
          ...{ id: randomUUID(), blockId, quote: '', quoteFrom: 0, quoteTo: 0, kind: 'form', proposedText: null },
          ...{ justification: 'Llega tarde.', onBehalfOf: null, showName: false, writtenAt: 1 },
        },
      });
    const [raced] = await Promise.all([move(drafts.second, 'freeze'), ...Array.from({ length: 10 }, observe)]);
    if (raced.status !== 200) {
      expect(raced.error.code).toMatch(/^(?:freeze_blocked|stale)$/);
      answered();
      const frozen = await move(drafts.second, 'freeze');
      expect(frozen.status, frozen.error?.message).toBe(200);
    }
    const rows = inDatabase((database) =>
      database
        .prepare(
          `SELECT observations.disposition FROM events sent
           JOIN events frozen ON frozen.type = 'document.frozen' AND frozen.subject_id = ?
           JOIN observations ON observations.id = sent.subject_id
           WHERE sent.type = 'observation.sent' AND sent.seq < frozen.seq`,
        )
        .all(drafts.second),
    );
    expect(rows.filter(({ disposition }) => disposition === null)).toEqual([]);
    expect((await draftOf(drafts.first)).state).toBe('answered');
    const told = () =>
      inDatabase((database) => database.prepare('SELECT state, answered_at FROM observations WHERE id = ?').get(observationId));
    expect(told()).toMatchObject({ state: 'resolved', answered_at: null });
    const published = await move(drafts.second, 'publish');
    expect(published.output.document, published.error?.message).toMatchObject({ state: 'frozen' });
    expect(published.output.document.life.publishedAt).toBeGreaterThan(0);
    expect(told()).toMatchObject({ state: 'answered', answered_at: published.output.document.life.publishedAt });
    expect((await move(drafts.second, 'publish')).error.code).toBe('draft_step_refused');
    // The first is published too, although it was answered already.
    expect((await move(drafts.first, 'publish')).status).toBe(200);
  });

  test('what was frozen says the same after a restart, and there is no draft after the last', async () => {
    const { output: before } = await ask(server, api.readFrozen, { as: consolidator, params: at(drafts.first) });
    await server.restart();
    const { output: after } = await ask(server, api.readFrozen, { as: consolidator, params: at(drafts.first) });
    expect(after).toEqual(before);
    for (const said of saidInFirst) expect(after.canonical).toContain(said);
    expect((await move(drafts.second, 'begin_next')).status).toBe(200);
    expect((await move(drafts.third, 'freeze')).status).toBe(200);
    expect((await move(drafts.third, 'begin_next')).error.code).toBe('next_draft_missing');
  });
});
