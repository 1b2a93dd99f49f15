// Which steps of its life a draft can take now, and which of them leads on: the first is the one button of its head, the rest are in a menu.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { draftSteps, stepOfDraft, type DraftStep } from '@cocrea/shared/domain/draft.ts';

type Draft = Pick<DraftDocument, 'state' | 'draftNo' | 'life'>;

interface OpenSteps {
  /** Null where nothing is waited for. */
  readonly leading: DraftStep | null;
  readonly others: readonly DraftStep[];
}

/** `next` is the draft after it; null where it is the last of the process. */
export function openSteps(draft: Draft, next: Pick<DraftDocument, 'state'> | null): OpenSteps {
  const open = draftSteps.filter((step) => isOpen(step, { draft, next }));
  const leading = leadingOf(draft, open);
  return { leading, others: open.filter((step) => step !== leading) };
}

function isOpen(step: DraftStep, { draft, next }: { draft: Draft; next: Pick<DraftDocument, 'state'> | null }): boolean {
  if (!stepOfDraft(step).from.includes(draft.state)) return false;
  if (step === 'begin_next') return next?.state === 'planned';
  if (step === 'publish') return draft.life.frozen !== null && draft.life.publishedAt === null;
  return true;
}

/** The first draft is read by everybody when its consultation opens; the others bring the answers to the one before, and go out first. */
function leadingOf({ draftNo }: Draft, open: readonly DraftStep[]): DraftStep | null {
  const order: readonly DraftStep[] =
    draftNo === 1
      ? ['freeze', 'open_consultation', 'begin_next', 'publish']
      : ['freeze', 'publish', 'open_consultation', 'begin_next'];
  return order.find((step) => open.includes(step)) ?? null;
}
