// What whoever consolidates does next with a draft: one button for the step that leads on, the others in a menu. Freezing waits until all that was
// said before is answered, and says how much is not.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { isInConsultation, type DraftStep } from '@cocrea/shared/domain/draft.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { ListChecks } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useBlockers } from '../../api/drafts.ts';
import { useActor } from '../../api/session.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusFallback } from '../../ui/focus-fallback.ts';
import { Menu } from '../../ui/Menu.tsx';
import { serverNow } from '../../api/server-time.ts';
import { BlockersDialog } from './BlockersDialog.tsx';
import styles from './draft-head.module.css';
import { openSteps } from './open-steps.ts';
import { ProlongDialog } from './ProlongDialog.tsx';
import { StepDialog } from './StepDialog.tsx';
import { useWords } from './words.ts';

interface DraftStepsProps {
  readonly draft: DraftDocument;
  readonly previous: DraftDocument | null;
  readonly next: DraftDocument | null;
}

export function DraftSteps({ draft, previous, next }: DraftStepsProps): ReactNode {
  const { drafts: say } = useWords();
  const actor = useActor();
  const why = useId();
  const [asked, setAsked] = useState<DraftStep | 'blockers' | 'prolong' | null>(null);
  const [place, focusPlace] = useFocusFallback<HTMLDivElement>();
  const mine = can(actor, 'draft.move', { labId: draft.labId });
  const { leading, others } = openSteps(draft, next);
  // The first draft waits for nothing.
  const waits = mine && leading === 'freeze' && draft.draftNo > 1;
  const blocked = useBlockers(draft.labId, draft.id, { wanted: waits });
  if (!mine) return null;
  const missing = waits ? blocked.data?.blockers.length : 0;
  const { consultation } = draft.life;
  const prolongs = isInConsultation(draft.life, { state: draft.state, now: serverNow() });
  const close = (): void => setAsked(null);
  return (
    <div ref={place} tabIndex={-1} className={styles.steps}>
      {leading !== null && (
        <Button
          look="primary"
          disabled={leading === 'freeze' && missing !== 0}
          aria-describedby={waits ? why : undefined}
          onClick={() => setAsked(leading)}
        >
          {say.steps[leading].action}
        </Button>
      )}
      {waits && (
        <span id={why}>
          {missing === undefined && !blocked.isError ? null : (
            <Button look="quiet" icon={<ListChecks aria-hidden="true" />} onClick={() => setAsked('blockers')}>
              {missing === undefined ? say.freeze.list : say.freeze.blocked(missing)}
            </Button>
          )}
        </span>
      )}
      {(prolongs || others.length > 0) && (
        <Menu
          of={say.head.more(draft.title)}
          actions={[
            ...(prolongs ? [{ id: 'prolong', label: say.prolong.action, onAct: () => setAsked('prolong') }] : []),
            ...others.map((step) => ({ id: step, label: say.steps[step].action, onAct: () => setAsked(step) })),
          ]}
        />
      )}
      {asked === 'blockers' && <BlockersDialog draft={draft} blocked={blocked} onClose={close} />}
      {asked === 'prolong' && consultation !== null && (
        <ProlongDialog draft={draft} consultation={consultation} onClose={close} />
      )}
      {asked !== null && asked !== 'blockers' && asked !== 'prolong' && (
        <StepDialog
          draft={draft}
          previous={previous}
          next={next}
          step={asked}
          onClose={close}
          onDone={() => {
            close();
            focusPlace();
          }}
        />
      )}
    </div>
  );
}
