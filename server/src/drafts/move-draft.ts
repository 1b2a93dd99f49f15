// Take one step of a draft's life: only from where it stands, by whoever consolidates, once.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { moveDraft as contract } from '@cocrea/shared/api/drafts.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { stepOfDraft, type DraftStep } from '@cocrea/shared/domain/draft.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { beginNext } from './begin-next.ts';
import { draftWithNeighbours, type AskedStep } from './draft-step.ts';
import { freeze } from './freeze.ts';
import { openConsultation } from './open-consultation.ts';
import type { DraftDesk } from './ports.ts';
import { publish } from './publish.ts';

type Asked = BodyOf<typeof contract> & { labId: string; id: string };

const steps: Readonly<Record<DraftStep, (desk: DraftDesk, asked: AskedStep) => Promise<void>>> = {
  freeze,
  open_consultation: openConsultation,
  begin_next: beginNext,
  publish,
};

export async function moveDraft(desk: DraftDesk, caller: Caller, asked: Asked): Promise<{ document: DraftDocument }> {
  const { labId, id, commandId, step, version, days } = asked;
  await requireLab(desk, labId);
  authorize(caller, 'draft.move', { labId });
  const neighbours = await draftWithNeighbours(desk, { labId, id });
  const { draft } = neighbours;
  if (!(await wasDone(desk, { labId, commandId }))) {
    if (!stepOfDraft(step).from.includes(draft.state)) throw new AppError('draft_step_refused');
    if (draft.life.version !== version) throw new AppError('stale');
    const { personId } = caller.actor;
    await steps[step](desk, { labId, commandId, personId, step, version, days, ...neighbours });
  }
  return { document: (await draftWithNeighbours(desk, { labId, id })).draft };
}
