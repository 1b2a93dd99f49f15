// What became of the words with a folio. Whoever is not of the lab sees what is published: the words, how far their way is, and once the draft that
// answers them is out, the answer. Names only where their author lets them be shown.
import type { FolioRecord } from '@cocrea/shared/api/folios.ts';
import { wordRuns } from '@cocrea/shared/document/word-runs.ts';
import { whereWordsStand } from '@cocrea/shared/document/derived-from.ts';
import { wordedBlocks, type WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import { actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import type { LateWriting } from '@cocrea/shared/domain/origin.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { can } from '@cocrea/shared/permissions.ts';
import type { Recognised } from '../http/caller.ts';
import type { FolioDesk, FolioDraft } from './ports.ts';

/** Folios as they are written: of a draft, or of a table. */
const shape = /^(?:B(\d{1,2})-(OBS|T)-\d{4,}|M\d{1,3}-A-\d{4,})$/;

interface Reader {
  readonly personId: string | null;
  readonly isMember: boolean;
}
type Lab = FolioRecord['lab'];

/** Throws AppError `folio_not_found`. */
export async function readFolio(desk: FolioDesk, who: Recognised, typed: string): Promise<{ found: FolioRecord[] }> {
  const folio = typed.trim().toUpperCase();
  const parts = shape.exec(folio);
  if (parts === null) throw new AppError('folio_not_found');
  const actor = 'caller' in who ? who.caller.actor : null;
  const labs = await desk.records.read(desk.database.selectFrom('labs').select(['id', 'name']).orderBy('name').compile());
  const found: FolioRecord[] = [];
  for (const lab of labs) {
    const reader = { personId: actor?.personId ?? null, isMember: can(actor, 'lab.read', { labId: lab.id }) };
    const record = await recordIn(desk, { lab, reader, folio, what: parts[2] ?? 'A' });
    if (record !== null) found.push(record);
  }
  if (found.length === 0) throw new AppError('folio_not_found');
  return { found };
}

async function recordIn(
  desk: FolioDesk,
  { lab, reader, folio, what }: { lab: Lab; reader: Reader; folio: string; what: string },
): Promise<FolioRecord | null> {
  if (what === 'OBS') {
    const all = await desk.observations.inLab(lab.id);
    const one = all.find((observation) => observation.folio === folio);
    return one === undefined ? null : observationRecord(desk, { lab, reader, one, all });
  }
  if (what === 'T') {
    const one = (await desk.lateWritings.inLab(lab.id)).find((late) => late.folio === folio);
    return one === undefined ? null : lateRecord(desk, { lab, reader, one });
  }
  const one = (await desk.contributions.inLab(lab.id)).find((contribution) => contribution.folio === folio);
  return one === undefined ? null : contributionRecord(desk, { lab, reader, one });
}

async function observationRecord(
  desk: FolioDesk,
  { lab, reader, one, all }: { lab: Lab; reader: Reader; one: Observation; all: readonly Observation[] },
): Promise<FolioRecord> {
  const parent = one.duplicateOf === null ? undefined : all.find(({ id }) => id === one.duplicateOf);
  // A duplicate carries the outcome of its original.
  const answer = parent ?? one;
  const published = one.answeredAt !== null;
  const decided = one.state === 'resolved' || one.state === 'answered';
  const shown = decided && (published || reader.isMember);
  const isMine = reader.personId === one.authorId;
  const named = one.showName || reader.isMember;
  const next = await desk.drafts.numbered({ labId: lab.id, draftNo: one.draftNo + 1 });
  const blocks = await blocksOf(desk, {
    draft: await desk.drafts.of({ labId: lab.id, documentId: one.documentId }),
    next: shown ? next : null,
    observed: one.blockId,
    destinations: shown ? answer.destinations.map(({ blockId }) => blockId) : [],
  });
  const analysed = one.state === 'received' ? null : one.decidedAt;
  return {
    ...{ folio: one.folio, what: 'observation', lab, draftNo: one.draftNo, draftId: one.documentId },
    ...{ text: one.justification, quote: one.quote, proposedText: one.proposedText, kind: one.kind, actorKind: one.actorKind },
    name: named ? one.authorName : null,
    onBehalfOf: named ? one.onBehalfOf : null,
    late: one.late,
    timeline: [
      { step: 'written', at: one.writtenAt },
      { step: 'received', at: one.receivedAt },
      ...(one.state === 'received' ? [] : [{ step: 'analysing' as const, at: shown ? analysed : null }]),
      ...(shown ? [{ step: 'decided' as const, at: answer.decidedAt }] : []),
      ...(published ? [{ step: 'published' as const, at: one.answeredAt }] : []),
    ],
    disposition: shown ? answer.disposition : null,
    outcome: null,
    response: shown ? answer.response : null,
    signedBy: shown ? answer.decidedByName : null,
    decidedAt: shown ? answer.decidedAt : null,
    duplicateOf: shown && parent !== undefined ? parent.folio : null,
    blocks,
    satisfaction: shown ? one.satisfaction : 'none',
    satisfactionReason: shown ? one.satisfactionReason : null,
    mine: isMine && decided ? { id: one.id, version: one.version } : null,
  };
}

async function contributionRecord(
  desk: FolioDesk,
  { lab, reader, one }: { lab: Lab; reader: Reader; one: Contribution },
): Promise<FolioRecord> {
  const [outcomes, origins] = await Promise.all([desk.contributions.outcomes(lab.id), desk.origins.ofSource(lab.id, one.id)]);
  const outcome = outcomes.find(({ contributionId }) => contributionId === one.id);
  const standing = await standingOf(desk, { labId: lab.id, reader, origins });
  // What a table said is of the lab until the draft it went into is out.
  const shown = reader.isMember || standing.published;
  return {
    ...{ folio: one.folio, what: 'contribution', lab, draftNo: null, draftId: standing.draftId },
    text: reader.isMember || standing.published ? one.text : '',
    ...{ quote: null, proposedText: null, kind: null },
    actorKind: actorKinds.find((kind) => kind === one.authorKind) ?? null,
    name: reader.isMember ? one.authorName : null,
    onBehalfOf: reader.isMember ? one.onBehalfOf : null,
    late: one.late,
    timeline: [
      { step: 'written', at: one.writtenAt },
      { step: 'received', at: one.receivedAt },
      ...(shown && outcome !== undefined ? [{ step: 'decided' as const, at: outcome.decidedAt }] : []),
    ],
    disposition: null,
    outcome: shown ? (outcome?.outcome ?? null) : null,
    response: shown ? (outcome?.reason ?? null) : null,
    ...{ signedBy: null, decidedAt: shown ? (outcome?.decidedAt ?? null) : null, duplicateOf: null },
    blocks: standing.blocks,
    ...{ satisfaction: 'none', satisfactionReason: null, mine: null },
  };
}

async function lateRecord(
  desk: FolioDesk,
  { lab, reader, one }: { lab: Lab; reader: Reader; one: LateWriting },
): Promise<FolioRecord> {
  const standing = await standingOf(desk, { labId: lab.id, reader, origins: await desk.origins.ofSource(lab.id, one.id) });
  const shown = reader.isMember || standing.published;
  const outcome = one.state === 'received' ? null : one.state;
  return {
    ...{ folio: one.folio, what: 'late_writing', lab, draftNo: one.draftNo, draftId: one.documentId },
    text: shown ? one.text : '',
    quote: shown ? one.before : null,
    ...{ proposedText: null, kind: null, actorKind: null },
    name: reader.isMember ? one.authorName : null,
    ...{ onBehalfOf: null, late: true },
    timeline: [
      { step: 'written', at: one.writtenAt },
      { step: 'received', at: one.receivedAt },
      ...(shown && outcome !== null ? [{ step: 'decided' as const, at: null }] : []),
    ],
    disposition: null,
    outcome: shown ? outcome : null,
    response: shown ? one.reason : null,
    ...{ signedBy: null, decidedAt: null, duplicateOf: null },
    blocks: standing.blocks,
    ...{ satisfaction: 'none', satisfactionReason: null, mine: null },
  };
}

/** Where something that was incorporated stands, as far as the reader may see it. */
async function standingOf(
  desk: FolioDesk,
  { labId, reader, origins }: { labId: string; reader: Reader; origins: readonly { documentId: string; blockId: string }[] },
): Promise<{ blocks: FolioRecord['blocks']; draftId: string | null; published: boolean }> {
  const [first] = origins;
  if (first === undefined) return { blocks: [], draftId: null, published: false };
  const draft = await desk.drafts.of({ labId, documentId: first.documentId });
  const published = draft.publishedAt !== null;
  if (!published && !reader.isMember) return { blocks: [], draftId: null, published };
  const before = await desk.drafts.numbered({ labId, draftNo: draft.draftNo - 1 });
  const destinations = origins.filter(({ documentId }) => documentId === draft.id).map(({ blockId }) => blockId);
  return {
    blocks: await blocksOf(desk, { draft: before, next: draft, observed: null, destinations }),
    draftId: draft.id,
    published,
  };
}

async function blocksOf(
  desk: FolioDesk,
  {
    draft,
    next,
    observed,
    destinations,
  }: { draft: FolioDraft | null; next: FolioDraft | null; observed: string | null; destinations: readonly string[] },
): Promise<FolioRecord['blocks']> {
  const earlier = await wordsOf(desk, draft);
  const later = await wordsOf(desk, next);
  const stands = whereWordsStand(later);
  const wanted = [...new Set([...(observed === null ? [] : [observed]), ...destinations])];
  return wanted.map((blockId) => {
    const before = earlier.find(({ id }) => id === blockId)?.text ?? '';
    // What was merged into another paragraph is read there.
    const standing = stands.get(blockId)?.[0] ?? blockId;
    const after = next === null ? before : (later.find(({ id }) => id === standing)?.text ?? '');
    return { blockId, before, after, runs: wordRuns(before, after), observed: blockId === observed };
  });
}

async function wordsOf(desk: FolioDesk, draft: FolioDraft | null): Promise<readonly WordedBlock[]> {
  if (draft === null || draft.state === 'planned') return [];
  return draft.frozenVersionId === null ? wordedBlocks(await desk.texts.bodyOf(draft.id)) : desk.drafts.frozenBlocks(draft);
}
