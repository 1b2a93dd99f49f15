// The whole fingerprint of a frozen draft, to copy, and the way to check a file against it.
import type { ReactNode } from 'react';
import { draftPaths } from '../../app/draft-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormActions } from '../../ui/Form.tsx';
import styles from './draft-head.module.css';
import { useWords } from './words.ts';

interface FingerprintDialogProps {
  readonly fingerprint: string;
  readonly onClose: () => void;
}

export function FingerprintDialog({ fingerprint, onClose }: FingerprintDialogProps): ReactNode {
  const { fingerprint: say } = useWords().drafts;
  return (
    <Dialog title={say.title} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{say.what}</p>
        <CopyField label={say.field} value={fingerprint} />
        <FormActions>
          <ButtonLink href={draftPaths.verify}>{say.verify}</ButtonLink>
        </FormActions>
      </div>
    </Dialog>
  );
}
