// Asks before what cannot be taken back, and says what will happen. The button names the action.
import { useId, type ReactNode } from 'react';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { FormActions } from './Form.tsx';
import styles from './confirm-dialog.module.css';
import { useWords } from './words.ts';

interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: string;
  readonly danger?: boolean;
  readonly pending?: boolean;
  readonly failure?: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog({
  title,
  children,
  action,
  danger = false,
  pending = false,
  failure,
  onConfirm,
  onClose,
}: ConfirmDialogProps): ReactNode {
  const { ui } = useWords();
  const words = useId();
  return (
    <Dialog title={title} onClose={onClose} grave describedBy={words}>
      <div className={styles.body}>
        <div id={words} className={styles.words}>
          {children}
        </div>
        {failure !== undefined && <Banner tone="danger">{failure}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look={danger ? 'danger' : 'primary'} pending={pending} onClick={onConfirm}>
            {action}
          </Button>
        </FormActions>
      </div>
    </Dialog>
  );
}
