// What somebody wrote into a draft without a connection and brings after it was frozen: kept apart under a folio, and settled like anything else.
import { sql } from 'kysely';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { sendLateWriting as sendContract, settleLateWriting as settleContract } from '@cocrea/shared/api/consolidation.ts';
import { isFrozen } from '@cocrea/shared/domain/draft.ts';
import { lateWritingLimit, outcomeReasonLimit, type LateWriting } from '@cocrea/shared/domain/origin.ts';
import { requiredText, typedText } from '@cocrea/shared/domain/typed-text.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { lateWritingOf } from './late-record.ts';
import { lostPlaces, takingOffPlaces } from './lost-places.ts';
import type { ConsolidationDesk } from './ports.ts';

type Sent = BodyOf<typeof sendContract> & { labId: string; documentId: string };

/** Throws AppError `draft_step_refused` while the draft can still be written, `missing_field`, `text_too_long`, `id_taken`. */
export async function sendLateWriting(
  desk: ConsolidationDesk,
  caller: Caller,
  { labId, documentId, id, blockId, before, text, writtenAt }: Sent,
): Promise<{ created: boolean; output: LateWriting }> {
  const { personId } = caller.actor;
  await requireLab(desk, labId);
  authorize(caller, 'late_writing.send', { labId });
  const draft = await desk.drafts.of({ labId, documentId });
  if (!isFrozen(draft.state)) throw new AppError('draft_step_refused');
  const at = desk.now();
  const words = typedText(text, { field: 'text', limit: lateWritingLimit });
  const stood = typedText(before, { field: 'before', limit: lateWritingLimit });
  // Without words of its own it says that a block was taken out.
  if (words === '' && stood === '') throw new AppError('missing_field', { field: 'text' });
  const insert = desk.database.insertInto('late_writings').values({
    id,
    lab_id: labId,
    document_id: documentId,
    no: sql<number>`(SELECT COALESCE(MAX(no), 0) + 1 FROM late_writings WHERE document_id = ${documentId})`,
    block_id: blockId,
    before: stood,
    text: words,
    author_id: personId,
    written_at: Math.min(Math.max(Math.trunc(writtenAt), 0), at),
    received_at: at,
    state: 'received',
  });
  const { outcome, events } = await desk.records.record({
    labId,
    commandId: id,
    statements: [{ query: insert.compile(), expectRows: 1 }],
    events: [{ actorId: personId, type: 'late_writing.sent', subjectId: id, data: { documentId, draftNo: draft.draftNo } }],
  });
  const [did] = events;
  if (did?.type !== 'late_writing.sent' || did.actorId !== personId) throw new AppError('id_taken');
  return { created: outcome === 'recorded', output: await lateWritingOf(desk, { labId, id }) };
}

type Settled = BodyOf<typeof settleContract> & { labId: string; id: string };

/** Throws AppError `late_writing_not_found`, `source_settled` for one that stands in a block, `missing_field`, `stale`. One whose blocks are gone is taken off them. */
export async function settleLateWriting(desk: ConsolidationDesk, caller: Caller, asked: Settled): Promise<LateWriting> {
  const { labId, id, commandId, version } = asked;
  await requireLab(desk, labId);
  authorize(caller, 'consolidate', { labId });
  const late = await lateWritingOf(desk, { labId, id });
  if (await wasDone(desk, { labId, commandId })) return late;
  const lost = late.state === 'incorporated' ? (await lostPlaces(desk, { labId })).get(id) : [];
  if (lost === undefined) throw new AppError('source_settled');
  const reason = requiredText(asked.reason, { field: 'reason', limit: outcomeReasonLimit });
  const actorId = caller.actor.personId;
  const query = desk.database
    .updateTable('late_writings')
    .set({ state: 'not_incorporated', reason, decided_by: actorId, decided_at: desk.now(), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version);
  const takenOff = takingOffPlaces(desk, { places: lost, actorId });
  await desk.records.record({
    labId,
    commandId,
    statements: [{ query: query.compile(), expectRows: 1 }, ...takenOff.statements],
    events: [...takenOff.events, { actorId, type: 'late_writing.settled', subjectId: id, data: { outcome: 'not_incorporated' } }],
  });
  return lateWritingOf(desk, { labId, id });
}
