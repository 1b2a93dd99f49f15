// The consultation a lab is born with: the frozen draft, what was observed on it and answered, and the next draft begun from it, as their verbs
// would have left them.
import { createHash, getRandomValues, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { bodyOfUpdate } from '@cocrea/shared/document/body.ts';
import { canonicalDraft, fingerprintOf } from '@cocrea/shared/document/canonical.ts';
import { seedUpdate, type DocumentJson } from '@cocrea/shared/document/seed.ts';
import { wordedBlocks, type WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import { writtenBy } from '@cocrea/shared/document/written-by.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import type { NewDocument } from '../storage/document-store.ts';
import type { Tables } from '../storage/tables.ts';
import { changedBody, placeOf } from './changed-body.ts';
import type { FoundingConsultation, FoundingObservation } from './consultation-founding.ts';
import { foundComments } from './found-comments.ts';
import { houseUserId } from './first-text.ts';
import { foundingContributionId } from './found-tables.ts';
import type { FoundingDraft, LabFounding } from './lab-founding.ts';

const day = 24 * 60 * 60_000;

interface Context {
  readonly database: Kysely<Tables>;
  readonly founding: LabFounding;
  readonly at: number;
}

function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function newClient(): number {
  const [clientId = 1] = getRandomValues(new Uint32Array(1));
  return clientId;
}

/** Null where the lab has none. */
export function foundConsultation(context: Context) {
  const { founding, at } = context;
  const { consultation } = founding;
  if (consultation === null) return { queries: [], documents: [], events: [], seals: [] };
  const draft = draftOf(founding, consultation.draftId);
  const next = draftOf(founding, consultation.nextDraftId);
  const times = {
    frozen: at - consultation.frozenDaysAgo * day,
    closed: at - (consultation.frozenDaysAgo - consultation.days) * day,
  };
  const first = consultedText(draft, { consultation, at: times.frozen });
  const frozen = bodyOfUpdate(first.firstUpdate);
  const changes = changedBody(frozen, consultation.changes);
  const second = nextText(next, { first, body: changes.body, consultation, at: times.closed });
  const written = { ...context, consultation, draft, next, times, blocks: wordedBlocks(frozen), destinations: changes.blocks };
  const version = idOf(draft.id, 'frozen');
  const canonical = canonicalDraft({ lab: founding.lab.id, draftNo: draft.draftNo, title: draft.title, body: frozen });
  const observations = consultation.observations.map((one, index) => observationRow(written, { one, no: index + 1 }));
  const origins = originRows(written);
  const outcomes = outcomeRows(written);
  const place = { database: context.database, labId: founding.lab.id, text: second, idOf, at: at - day };
  const comments = foundComments(place, consultation.comments);
  return {
    queries: [
      context.database.insertInto('draft_versions').values({
        ...{ id: version, lab_id: founding.lab.id, document_id: draft.id, seq: 1, kind: 'frozen' as const },
        ...{ actor_id: consultation.consolidatorId, at: times.frozen, fingerprint: fingerprintOf(canonical), canonical },
      }),
      context.database.insertInto('drafts').values({
        ...{ document_id: draft.id, lab_id: founding.lab.id, frozen_version_id: version, version: 4 },
        ...{ consultation_from: times.frozen, consultation_to: times.closed, published_at: times.frozen },
      }),
      context.database.insertInto('observations').values(observations),
      context.database.insertInto('block_origins').values(origins),
      context.database.insertInto('contribution_outcomes').values(outcomes),
      ...outcomes.map(({ contribution_id: id, outcome }) =>
        context.database.updateTable('contributions').set({ state: outcome }).where('id', '=', id),
      ),
      ...comments.queries,
    ],
    documents: [first, second],
    events: [...eventsOf(written, { version, observations, origins, outcomes }), ...comments.events],
    seals: [{ documentId: draft.id, seq: 1 }],
  };
}

function draftOf(founding: LabFounding, id: string): FoundingDraft {
  const draft = founding.documents.find((document) => document.id === id);
  if (draft?.kind !== 'draft') throw new Error(`there is no draft ${id}`);
  return draft;
}

/** Each section under the client of whoever wrote it. */
function consultedText(
  draft: FoundingDraft,
  { consultation, at }: { consultation: FoundingConsultation; at: number },
): NewDocument {
  if (draft.text === null) throw new Error(`${draft.id} has no text`);
  const { content = [] } = draft.text;
  let writer: string = houseUserId;
  const writers = content.map((block) => {
    if (block.type === 'heading')
      writer = consultation.writers[(block.content ?? []).map(({ text }) => text).join('')] ?? houseUserId;
    return block.type === 'heading' ? houseUserId : writer;
  });
  const people = [...new Set(writers)].filter((one) => one !== houseUserId);
  const clients = [houseUserId, ...people].map((userId) => ({ clientId: newClient(), userId }));
  const upTo = (count: number): DocumentJson => {
    const present = new Set([houseUserId, ...people.slice(0, count)]);
    return { type: 'doc', content: content.filter((_, index) => present.has(writers[index] ?? houseUserId)) };
  };
  const hands = people.map((_, index) => ({ clientId: clients[index + 1]?.clientId ?? 0, body: upTo(index + 1) }));
  const begun = seedUpdate(upTo(0), { clientId: clients[0]?.clientId ?? 0 });
  return { documentId: draft.id, generation: randomUUID(), at, firstUpdate: writtenBy(begun, hands), clients };
}

function nextText(
  next: FoundingDraft,
  { first, body, consultation, at }: { first: NewDocument; body: DocumentJson; consultation: FoundingConsultation; at: number },
): NewDocument {
  const clientId = newClient();
  return {
    documentId: next.id,
    generation: randomUUID(),
    at,
    firstUpdate: writtenBy(first.firstUpdate, [{ clientId, body }]),
    clients: [...first.clients, { clientId, userId: consultation.consolidatorId }],
  };
}

interface Written extends Context {
  readonly consultation: FoundingConsultation;
  readonly draft: FoundingDraft;
  readonly next: FoundingDraft;
  readonly times: { readonly frozen: number; readonly closed: number };
  readonly blocks: readonly WordedBlock[];
  /** Blocks of the next draft by the key of the change that made them. */
  readonly destinations: ReadonlyMap<string, readonly string[]>;
}

function observationRow(written: Written, { one, no }: { one: FoundingObservation; no: number }) {
  const { founding, consultation, draft, next, times, blocks, destinations } = written;
  const person = founding.people.find(({ id }) => id === one.by);
  if (person === undefined) throw new Error(`observation ${no} is by nobody of the lab`);
  const { block, from } = placeOf(blocks, one.on);
  const receivedAt = times.frozen + Math.round(((times.closed - times.frozen) * no) / (consultation.observations.length + 1));
  const { answer } = one;
  const whole = answer !== undefined && (answer.response !== undefined || answer.disposition === 'duplicate');
  const into = (answer?.into ?? []).flatMap((key) => destinations.get(key) ?? []);
  const { satisfied } = answer ?? {};
  return {
    ...{ id: idOf(draft.id, 'observation', no), lab_id: founding.lab.id, document_id: draft.id, no },
    ...{ block_id: block.id, quote: one.on, quote_from: from, quote_to: from + one.on.length, kind: one.kind },
    ...{ proposed_text: one.proposes ?? null, justification: one.because, author_id: one.by },
    actor_kind: one.letter === true ? 'otro' : person.actorKind,
    institution: one.letter === true ? null : person.institution,
    ...{ on_behalf_of: one.onBehalfOf ?? null, show_name: one.showName === true ? 1 : 0 },
    ...{ way: one.letter === true ? 'letter' : 'screen', late: 0, written_at: receivedAt, received_at: receivedAt },
    state: whole ? 'resolved' : one.analysing === true ? 'analysing' : 'received',
    disposition: answer?.disposition ?? null,
    duplicate_of: answer?.duplicateOf === undefined ? null : idOf(draft.id, 'observation', answer.duplicateOf),
    response: answer?.response ?? null,
    destinations: JSON.stringify(into.map((blockId) => ({ documentId: next.id, blockId }))),
    decided_by: answer === undefined ? null : consultation.consolidatorId,
    decided_at: answer === undefined ? null : times.closed + no * 60_000,
    satisfaction: satisfied === undefined ? 'none' : satisfied === true ? 'satisfied' : 'unsatisfied',
    satisfaction_reason: satisfied === undefined || satisfied === true ? null : satisfied.no,
    satisfaction_at: satisfied === undefined ? null : times.closed + no * 3_600_000,
    version: 1 + (one.analysing === true ? 1 : 0) + (answer === undefined ? 0 : 1) + (satisfied === undefined ? 0 : 1),
  };
}

function originRows({ founding, consultation, next, times, destinations }: Written) {
  return consultation.changes.flatMap(({ key, from }) => {
    const sources = [
      ...(from?.contributions ?? []).map((place) => ({
        source_kind: 'contribution',
        source_id: foundingContributionId(...place),
      })),
      ...(from?.proposals ?? []).map((id) => ({ source_kind: 'proposal', source_id: id })),
      ...(from?.inap === undefined ? [] : [{ source_kind: 'inap_edit', source_id: null, reason: from.inap }]),
    ];
    return (destinations.get(key) ?? []).flatMap((blockId) =>
      sources.map((source) => ({
        ...{ id: idOf(next.id, 'origin', blockId, source.source_id ?? 'inap'), lab_id: founding.lab.id, document_id: next.id },
        ...{ block_id: blockId, added_by: consultation.consolidatorId, added_at: times.closed + 3_600_000, ...source },
      })),
    );
  });
}

function outcomeRows({ founding, consultation, times }: Written) {
  const common = { lab_id: founding.lab.id, decided_by: consultation.consolidatorId, decided_at: times.closed + 3_600_000 };
  const incorporated = consultation.changes.flatMap(({ from }) =>
    (from?.contributions ?? []).map((place) => foundingContributionId(...place)),
  );
  return [
    ...[...new Set(incorporated)].map((id) => ({ ...common, contribution_id: id, outcome: 'incorporated', reason: null })),
    ...consultation.notIncorporated.map(({ contribution, reason }) => ({
      ...common,
      contribution_id: foundingContributionId(...contribution),
      outcome: 'not_incorporated',
      reason,
    })),
  ];
}

function eventsOf(
  { founding, consultation, draft, next }: Written,
  rows: {
    version: string;
    observations: readonly ReturnType<typeof observationRow>[];
    origins: ReturnType<typeof originRows>;
    outcomes: ReturnType<typeof outcomeRows>;
  },
): NewEvent[] {
  const actorId = consultation.consolidatorId;
  const { draftNo } = draft;
  const place = { documentId: draft.id, draftNo };
  const tableOf = (contributionId: string): number =>
    founding.subTables.find(({ id }) =>
      Array.from({ length: 99 }, (_, no) => foundingContributionId(id, no + 1)).includes(contributionId),
    )?.no ?? 0;
  return [
    { actorId, type: 'document.frozen', subjectId: draft.id, data: { draftNo, version: rows.version } },
    { actorId, type: 'document.consultation_opened', subjectId: draft.id, data: { draftNo, days: consultation.days } },
    ...rows.observations.map(
      (row): NewEvent => ({ actorId: row.author_id, type: 'observation.sent', subjectId: row.id, data: place }),
    ),
    { actorId, type: 'document.next_begun', subjectId: draft.id, data: { draftNo, next: next.id } },
    { actorId, type: 'document.began', subjectId: next.id, data: { draftNo: next.draftNo, from: draft.id } },
    ...rows.observations
      .filter(({ disposition }) => disposition !== null)
      .map((row): NewEvent => {
        const data = { ...place, disposition: row.disposition, resolved: row.state === 'resolved' };
        return { actorId, type: 'observation.answered', subjectId: row.id, data };
      }),
    ...rows.observations
      .filter(({ satisfaction }) => satisfaction !== 'none')
      .map((row): NewEvent => {
        const data = { ...place, satisfaction: row.satisfaction };
        return { actorId: row.author_id, type: 'observation.satisfaction_stated', subjectId: row.id, data };
      }),
    ...rows.origins.map((row): NewEvent => {
      const data = { documentId: next.id, blockId: row.block_id, kind: row.source_kind, sourceId: row.source_id };
      return { actorId, type: 'origin.added', subjectId: row.id, data };
    }),
    ...rows.outcomes.map(
      (row): NewEvent => ({
        actorId,
        type: row.outcome === 'incorporated' ? 'contribution.incorporated' : 'contribution.not_incorporated',
        subjectId: row.contribution_id,
        data: { table: tableOf(row.contribution_id) },
      }),
    ),
  ];
}
