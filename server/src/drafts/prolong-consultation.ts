// Give an open consultation more days, with a reason everybody reads. It only ever ends later than was promised; one that is over stays over, since
// what came after it was told that it was late.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { prolongConsultation as contract } from '@cocrea/shared/api/drafts.ts';
import { consultationDays, prolongedEnd } from '@cocrea/shared/domain/consultation.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { isInConsultation, prolongReasonLimit } from '@cocrea/shared/domain/draft.ts';
import { requiredText } from '@cocrea/shared/domain/typed-text.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { draftWithNeighbours, lives } from './draft-step.ts';
import type { DraftDesk } from './ports.ts';

type Asked = BodyOf<typeof contract> & { labId: string; id: string };

/** Throws AppError `consultation_not_open`, `stale`, `invalid_field` for the days, and those of a reason. */
export async function prolongConsultation(desk: DraftDesk, caller: Caller, asked: Asked): Promise<{ document: DraftDocument }> {
  const { labId, id, commandId, version, days } = asked;
  await requireLab(desk, labId);
  authorize(caller, 'draft.move', { labId });
  const { draft } = await draftWithNeighbours(desk, { labId, id });
  if (await wasDone(desk, { labId, commandId })) return { document: draft };
  const { consultation } = draft.life;
  if (consultation === null || !isInConsultation(draft.life, { state: draft.state, now: desk.now() }))
    throw new AppError('consultation_not_open');
  if (draft.life.version !== version) throw new AppError('stale');
  if (!Number.isInteger(days) || days < consultationDays.least || days > consultationDays.most)
    throw new AppError('invalid_field', { field: 'days' });
  const reason = requiredText(asked.reason, { field: 'reason', limit: prolongReasonLimit });
  const to = prolongedEnd(consultation.to, days);
  const { personId } = caller.actor;
  const lived = { consultation_to: to, consultation_was_to: consultation.to, prolonged_because: reason };
  await desk.records.record({
    labId,
    commandId,
    statements: [lives(desk, { labId, draft, version }, lived)],
    events: [
      {
        actorId: personId,
        type: 'document.consultation_prolonged',
        subjectId: draft.id,
        data: { draftNo: draft.draftNo, from: consultation.to, to },
      },
    ],
  });
  return { document: (await draftWithNeighbours(desk, { labId, id })).draft };
}
