// A question that has to be answered before going on: one at a time, closed with Escape, a sheet at the foot of a phone.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './Button.tsx';
import styles from './dialog.module.css';
import { useWords } from './words.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** For what must be decided and not dismissed by a touch beside it. */
  readonly grave?: boolean;
  /** For a form of some length, which a touch beside it must not throw away. */
  readonly firm?: boolean;
  /** The id of what should be read out with the title. */
  readonly describedBy?: string;
}

/** Open as long as it is rendered. */
export function Dialog({ title, onClose, children, grave = false, firm = false, describedBy }: DialogProps): ReactNode {
  const { ui } = useWords();
  return (
    <ModalOverlay
      isOpen
      isDismissable={!grave && !firm}
      onOpenChange={(open) => !open && onClose()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog
          role={grave ? 'alertdialog' : 'dialog'}
          className={styles.dialog ?? ''}
          {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
        >
          <div className={styles.head}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            <IconButton label={ui.close} onClick={onClose}>
              <X aria-hidden="true" />
            </IconButton>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
