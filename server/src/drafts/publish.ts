// Publish a frozen draft: from now on anybody reads it, and with it the matrix of the draft it answers; whoever observed on that one is told.
import { stepOfDraft } from '@cocrea/shared/domain/draft.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { lives, movesTo, type AskedStep } from './draft-step.ts';
import type { DraftDesk } from './ports.ts';

export async function publish(desk: DraftDesk, asked: AskedStep): Promise<void> {
  const { labId, commandId, personId, draft, previous, step } = asked;
  if (draft.life.frozen === null || draft.life.publishedAt !== null) throw new AppError('draft_step_refused');
  const at = desk.now();
  const told =
    previous === null ? { statements: [], events: [] } : await desk.answers.told({ labId, documentId: previous.id, at });
  await desk.records.record({
    labId,
    commandId,
    statements: [movesTo(desk, asked), lives(desk, asked, { published_at: at }), ...told.statements],
    events: [
      {
        actorId: personId,
        type: stepOfDraft(step).event,
        subjectId: draft.id,
        data: { draftNo: draft.draftNo, version: draft.life.frozen.versionId },
      },
      ...told.events,
    ],
  });
}
