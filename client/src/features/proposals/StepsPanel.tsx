// What the reader can do next with a proposal: the steps its state and their role allow, and splitting it. Validating waits for the gate.
import type { Gate } from '@cocrea/shared/domain/endorsement.ts';
import { canBecomeOthers, stepOf, stepsFrom, type Proposal, type ProposalStep } from '@cocrea/shared/domain/proposal.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { Split } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useActor } from '../../api/session.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusFallback } from '../../ui/focus-fallback.ts';
import { useWords } from './words.ts';
import { lacksOf } from './lacks-of.ts';
import { Panel } from './Panel.tsx';
import styles from './panel.module.css';
import { SplitDialog } from './SplitDialog.tsx';
import { StepDialog } from './StepDialog.tsx';

interface StepsPanelProps {
  readonly labId: string;
  readonly proposal: Proposal;
  readonly gate: Gate;
  /** Facts were filled in and not saved: submitting would leave them out. */
  readonly unsaved: boolean;
}

/** What leads on; the others are ways out. */
const forward: readonly ProposalStep[] = ['submit', 'start_validation', 'validate', 'incorporate'];

export function StepsPanel({ labId, proposal, gate, unsaved }: StepsPanelProps): ReactNode {
  const words = useWords();
  const { proposals: say } = words;
  const actor = useActor();
  const [asked, setAsked] = useState<ProposalStep | 'split' | null>(null);
  const [place, focusPlace] = useFocusFallback<HTMLDivElement>();
  const { authors, state, becameIds } = proposal;
  const open = stepsFrom(proposal);
  const mine = open.filter((step) => {
    if (step === 'submit' || step === 'withdraw') return can(actor, 'proposal.change', { labId, authors });
    return can(actor, step === 'start_validation' ? 'proposal.start_validation' : 'proposal.decide', { labId });
  });
  const splits = becameIds.length === 0 && canBecomeOthers(state) && can(actor, 'proposal.merge', { labId });
  if (becameIds.length > 0 && asked === null) return null;
  const lacks = lacksOf(gate, words);
  const close = (): void => setAsked(null);
  return (
    <Panel title={say.page.steps}>
      {open.length === 0 && <p className={styles.quiet}>{say.page.stepsNone}</p>}
      {open.length > 0 && mine.length === 0 && <p className={styles.quiet}>{say.page.stepsOthers}</p>}
      {mine.includes('validate') && !gate.fulfilled && (
        <ul id="lacks" className={styles.items}>
          {lacks.map((lack) => (
            <li key={lack} className={styles.said}>
              {lack}
            </li>
          ))}
        </ul>
      )}
      <div ref={place} tabIndex={-1} className={styles.actions}>
        {mine.map((step) => {
          const waits = stepOf(step).asks === 'gate' && !gate.fulfilled;
          return (
            <Button
              key={step}
              look={forward.includes(step) ? 'primary' : step === 'withdraw' ? 'quiet' : 'secondary'}
              disabled={waits}
              aria-describedby={waits ? 'lacks' : undefined}
              onClick={() => setAsked(step)}
            >
              {say.steps[step].action}
            </Button>
          );
        })}
        {splits && (
          <Button look="quiet" icon={<Split aria-hidden="true" />} onClick={() => setAsked('split')}>
            {say.splitting.action}
          </Button>
        )}
      </div>
      {asked !== null && asked !== 'split' && (
        <StepDialog
          labId={labId}
          proposal={proposal}
          step={asked}
          warning={unsaved && asked === 'submit' ? say.fields.unsavedBeforeSubmit : undefined}
          onClose={close}
          onDone={() => {
            close();
            focusPlace();
          }}
        />
      )}
      {asked === 'split' && <SplitDialog labId={labId} proposal={proposal} onClose={close} />}
    </Panel>
  );
}
