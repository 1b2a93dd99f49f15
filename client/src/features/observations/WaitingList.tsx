// One's observations that have not reached the server yet: what waits, what was refused and why, and what can be done about it.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { useState, type ReactNode } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FormActions } from '../../ui/Form.tsx';
import styles from './observations.module.css';
import { stopWaiting, tryAgain, useWaiting } from './waiting-observations.ts';
import { useWords } from './words.ts';

export function WaitingList({ draft }: { readonly draft: DraftDocument }): ReactNode {
  const { waiting: say } = useWords().observations;
  const all = useWaiting(({ items }) => items);
  const [discarding, setDiscarding] = useState<string | null>(null);
  const items = all.filter(({ document }) => document === draft.id);
  if (items.length === 0) return null;
  return (
    <Banner tone="warning">
      <p>{say.title(items.length)}</p>
      <p className={styles.small}>{say.why}</p>
      <ul className={styles.list}>
        {items.map(({ body, refused }) => (
          <li key={body.id} className={styles.card}>
            <p lang="es">{body.justification}</p>
            {refused !== null && <p className={styles.small}>{say.refused}</p>}
            <FormActions>
              <Button look="quiet" onClick={() => setDiscarding(body.id)}>
                {say.discard}
              </Button>
              <Button onClick={() => tryAgain(body.id)}>{say.again}</Button>
            </FormActions>
          </li>
        ))}
      </ul>
      {discarding !== null && (
        <ConfirmDialog
          title={say.discard}
          action={say.discard}
          danger
          onClose={() => setDiscarding(null)}
          onConfirm={() => {
            stopWaiting(discarding);
            setDiscarding(null);
          }}
        >
          {say.sureDiscard}
        </ConfirmDialog>
      )}
    </Banner>
  );
}
