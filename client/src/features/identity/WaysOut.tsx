// The ways out: of this device, or of all of them. Asks first, and says what becomes of words that were not sent yet.
import type { Me } from '@cocrea/shared/api/session.ts';
import { LogOut } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { countUnsentContributions } from '../../outbox/unsent-contributions.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { beginAs, signOut } from '../../api/session.ts';
import { useSending } from '../../api/use-sending.ts';
import { paths } from '../../app/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Section } from '../../ui/Page.tsx';
import { useAccountWords } from './use-account-words.ts';
import styles from './account-page.module.css';
import { UnsentWords } from './UnsentWords.tsx';
import { useUnsentWords } from './use-unsent-words.ts';

type Way = 'here' | 'everywhere';

export function WaysOut({ me }: { readonly me: Me }): ReactNode {
  const { leave: say } = useAccountWords().account;
  const [asked, setAsked] = useState<Way | null>(null);
  return (
    <Section title={say.title}>
      <div className={styles.way}>
        <Button icon={<LogOut aria-hidden="true" />} onClick={() => setAsked('here')}>
          {say.here}
        </Button>
        <p className={styles.hint}>{me.account ? say.hereWhat : say.deviceWhat}</p>
      </div>
      {me.account && (
        <div className={styles.way}>
          <Button onClick={() => setAsked('everywhere')}>{say.everywhere}</Button>
          <p className={styles.hint}>{say.everywhereWhat}</p>
        </div>
      )}
      {asked && <LeaveDialog me={me} way={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

interface LeaveDialogProps {
  readonly me: Me;
  readonly way: Way;
  readonly onClose: () => void;
}

function LeaveDialog({ me, way, onClose }: LeaveDialogProps): ReactNode {
  const words = useAccountWords();
  const { leave: say } = words.account;
  const [, go] = useLocation();
  const leaving = useSending(signOut);
  const unsent = useUnsentWords(me.personId);
  const inDocuments = unsent !== 'looking' && unsent !== 'unknown' && unsent.length > 0;
  const losing = !me.account && (inDocuments || countUnsentContributions(me.personId) > 0);

  function leave(): void {
    leaving.send(
      { everywhere: way === 'everywhere' },
      {
        onSuccess: (nobody) => {
          beginAs(nobody);
          go(paths.first);
        },
      },
    );
  }

  return (
    <ConfirmDialog
      danger={!me.account}
      title={way === 'here' ? say.askHere : say.askEverywhere}
      action={losing ? say.goAnyway : way === 'here' ? say.goHere : say.goEverywhere}
      pending={leaving.pending}
      failure={refusalWords(leaving.error, { fields: [], words }).whole}
      onClose={onClose}
      onConfirm={leave}
    >
      {way === 'everywhere' && <p>{say.everywhereWhat}</p>}
      {me.account ? (
        <p>{say.accountAgain}</p>
      ) : (
        <>
          <p>
            <strong>{say.deviceForgets}</strong>
          </p>
          <p>{say.deviceKeeps}</p>
        </>
      )}
      <UnsentWords me={me} unsent={unsent} />
      {way === 'everywhere' && <p>{say.unsentElsewhere}</p>}
    </ConfirmDialog>
  );
}
