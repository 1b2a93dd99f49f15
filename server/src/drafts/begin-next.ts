// Begin the next draft from the one that was consulted: it starts as what was frozen, with the ids of its blocks and whose words they are; what is
// still suggested for that one is suggested for this one, and the consultation is over.
import { stepOfDraft } from '@cocrea/shared/domain/draft.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { lives, movesTo, type AskedStep } from './draft-step.ts';
import type { DraftDesk } from './ports.ts';

export async function beginNext(desk: DraftDesk, asked: AskedStep): Promise<void> {
  const { labId, commandId, personId, draft, next, step } = asked;
  const { records, database, texts } = desk;
  if (next === null) throw new AppError('next_draft_missing');
  if (next.state !== 'planned') throw new AppError('draft_step_refused');
  const at = desk.now();
  const { consultation } = draft.life;
  const closes = consultation !== null && at < consultation.to ? { consultation_to: at } : {};
  const text = await texts.successor(draft.id, { id: next.id, draftNo: next.draftNo, at });
  const carried = await desk.suggestions.carried({ labId, draftId: draft.id, next: text, actorId: personId });
  await records.record({
    labId,
    commandId,
    statements: [
      movesTo(desk, asked),
      lives(desk, asked, closes),
      {
        query: database
          .updateTable('documents')
          .set({ state: 'writing' })
          .where('id', '=', next.id)
          .where('state', '=', 'planned')
          .compile(),
        expectRows: 1,
      },
      ...carried.statements,
    ],
    documents: [text, ...carried.documents],
    events: [
      {
        actorId: personId,
        type: stepOfDraft(step).event,
        subjectId: draft.id,
        data: { draftNo: draft.draftNo, next: next.id },
      },
      { actorId: personId, type: 'document.began', subjectId: next.id, data: { draftNo: next.draftNo, from: draft.id } },
      ...carried.events,
    ],
  });
}
