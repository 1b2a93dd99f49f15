// Observe on a frozen draft. A phone may send the same one many times: its id makes it one. What comes after the consultation has closed is
// kept as late; nothing that was written is refused for being late.
import { sql } from 'kysely';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { sendObservation as contract } from '@cocrea/shared/api/observations.ts';
import { observationLimits, type Observation } from '@cocrea/shared/domain/observation.ts';
import { requiredText, typedLine, typedText } from '@cocrea/shared/domain/typed-text.ts';
import { isFrozen } from '@cocrea/shared/domain/draft.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { observationOf } from './observation-record.ts';
import { findQuote } from './find-quote.ts';
import type { ObservationDesk } from './ports.ts';

type Sent = BodyOf<typeof contract>;

/** Throws AppError `consultation_not_open`, `block_not_found`, `missing_field`, `text_too_long`, `id_taken`, and those of `authorize`. */
export async function sendObservation(
  desk: ObservationDesk,
  caller: Caller,
  { labId, documentId, sent }: { labId: string; documentId: string; sent: Sent },
): Promise<{ created: boolean; output: Observation }> {
  const { database } = desk;
  const { personId } = caller.actor;
  await requireLab(desk, labId);
  authorize(caller, 'observation.send', { labId });
  const draft = await desk.drafts.of({ labId, documentId });
  if (!isFrozen(draft.state) || draft.consultation === null) throw new AppError('consultation_not_open');
  const quote = findQuote(await desk.drafts.frozenBlocks(draft), sent);
  const proposedText = typedText(sent.proposedText ?? '', { field: 'proposedText', limit: observationLimits.proposedText });
  const [person] = await desk.records.read(
    database.selectFrom('people').where('id', '=', personId).select(['institution', 'actor_kind']).compile(),
  );
  const at = desk.now();
  const insert = database.insertInto('observations').values({
    id: sent.id,
    lab_id: labId,
    document_id: documentId,
    // Number and lateness are decided where it is stored, in the transaction.
    no: sql<number>`(SELECT COALESCE(MAX(no), 0) + 1 FROM observations WHERE document_id = ${documentId})`,
    late: sql<number>`(SELECT CASE WHEN documents.state <> 'in_consultation' OR drafts.consultation_to <= ${at} THEN 1 ELSE 0 END FROM documents
      JOIN drafts ON drafts.document_id = documents.id WHERE documents.id = ${documentId})`,
    ...quote,
    kind: sent.kind,
    proposed_text: proposedText === '' ? null : proposedText,
    justification: requiredText(sent.justification, { field: 'justification', limit: observationLimits.justification }),
    author_id: personId,
    actor_kind: person?.actor_kind ?? caller.actorKind,
    institution: person?.institution ?? null,
    on_behalf_of: typedLine(sent.onBehalfOf, { field: 'onBehalfOf', limit: observationLimits.onBehalfOf }),
    show_name: sent.showName ? 1 : 0,
    way: 'screen',
    // A phone whose clock is wrong cannot have written it in the future.
    written_at: Math.min(Math.max(Math.trunc(sent.writtenAt), 0), at),
    received_at: at,
    state: 'received',
  });
  const { outcome, events } = await desk.records.record({
    labId,
    commandId: sent.id,
    statements: [{ query: insert.compile(), expectRows: 1 }],
    events: [{ actorId: personId, type: 'observation.sent', subjectId: sent.id, data: { draftNo: draft.draftNo, documentId } }],
  });
  const [did] = events;
  if (did?.type !== 'observation.sent' || did.actorId !== personId) throw new AppError('id_taken');
  return { created: outcome === 'recorded', output: await observationOf(desk, { labId, id: sent.id }) };
}
