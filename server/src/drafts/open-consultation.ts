// Put a frozen draft to consultation: from now until the end of its last day, observations are in time.
import { consultationDays, consultationEnd } from '@cocrea/shared/domain/consultation.ts';
import { stepOfDraft } from '@cocrea/shared/domain/draft.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { lives, movesTo, type AskedStep } from './draft-step.ts';
import type { DraftDesk } from './ports.ts';

export async function openConsultation(desk: DraftDesk, asked: AskedStep): Promise<void> {
  const { labId, commandId, personId, draft, step } = asked;
  const days = asked.days ?? consultationDays.usual;
  if (!Number.isInteger(days) || days < consultationDays.least || days > consultationDays.most) {
    throw new AppError('invalid_field', { field: 'days' });
  }
  const from = desk.now();
  const to = consultationEnd(from, days);
  await desk.records.record({
    labId,
    commandId,
    statements: [movesTo(desk, asked), lives(desk, asked, { consultation_from: from, consultation_to: to })],
    events: [
      {
        actorId: personId,
        type: stepOfDraft(step).event,
        subjectId: draft.id,
        data: { draftNo: draft.draftNo, from, to },
      },
    ],
  });
}
