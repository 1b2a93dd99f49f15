// One's own endorsement: given, seen, and taken back while nothing rests on it.
import type { ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import { canEndorsementBeWithdrawn, isEndorsable } from '@cocrea/shared/domain/proposal.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { CircleCheck, Handshake } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useWithdrawEndorsement } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { useActor } from '../../api/session.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useFocusFallback } from '../../ui/focus-fallback.ts';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import { EndorseDialog } from './EndorseDialog.tsx';
import styles from './gate.module.css';

export function Endorsing({ labId, whole }: { readonly labId: string; readonly whole: ProposalWhole }): ReactNode {
  const words = useWords();
  const { endorse: say } = words.proposals;
  const language = useLanguage();
  const actor = useActor();
  const { id, state, becameIds, endorsements } = whole.proposal;
  const withdraw = useWithdrawEndorsement(labId, id);
  const [asked, setAsked] = useState<'endorse' | 'withdraw' | null>(null);
  const [place, focusPlace] = useFocusFallback<HTMLDivElement>();
  if (!can(actor, 'proposal.endorse', { labId }) || becameIds.length > 0) return null;
  const mine = endorsements.find(({ personId }) => personId === actor?.personId);
  const close = (): void => setAsked(null);
  return (
    <div ref={place} tabIndex={-1} className={styles.endorsing}>
      {mine && (
        <StatusPill tone="good" icon={<CircleCheck aria-hidden="true" />}>
          {say.yours(momentInWords(mine.at, language))}
        </StatusPill>
      )}
      {mine && canEndorsementBeWithdrawn(state) && (
        <Button look="quiet" onClick={() => setAsked('withdraw')}>
          {say.withdraw}
        </Button>
      )}
      {!mine && isEndorsable(state) && (
        <Button look="primary" icon={<Handshake aria-hidden="true" />} onClick={() => setAsked('endorse')}>
          {say.action}
        </Button>
      )}
      {!mine && state === 'draft' && <p className={styles.what}>{say.notYet}</p>}
      {asked === 'endorse' && <EndorseDialog labId={labId} whole={whole} onClose={close} onDone={focusPlace} />}
      {asked === 'withdraw' && (
        <ConfirmDialog
          title={say.withdrawing}
          action={say.withdraw}
          pending={withdraw.isPending}
          failure={refusalWords(withdraw.error, { fields: [], words }).whole}
          onClose={close}
          onConfirm={() =>
            withdraw.mutate(undefined, {
              onSuccess: () => {
                tell(say.withdrawn);
                close();
                focusPlace();
              },
            })
          }
        >
          <p>{say.withdrawingWhat}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
