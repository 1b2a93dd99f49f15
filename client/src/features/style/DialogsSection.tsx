// Dialogs, one at a time: with a field, long, to confirm, to confirm what cannot be undone, under way, refused.
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../../ui/words.ts';
import { useStyleWords } from './use-style-words.ts';
import { Piece } from './Piece.tsx';
import styles from './row.module.css';

const dialogs = ['field', 'long', 'confirm', 'danger', 'working', 'refused'] as const;
type Open = (typeof dialogs)[number];

function Shown({ open, onClose }: { readonly open: Open; readonly onClose: () => void }): ReactNode {
  const style = useStyleWords();
  const { ui } = useWords();
  const say = style.dialogs;
  const [title, setTitle] = useState<string>(say.noteTitle);
  switch (open) {
    case 'field':
      return (
        <Dialog title={say.fieldTitle} onClose={onClose}>
          <Form onSubmit={onClose}>
            <TextField label={style.fields.title} value={title} onChange={setTitle} autoFocus />
            <FormActions>
              <Button onClick={onClose}>{ui.cancel}</Button>
              <Button look="primary" type="submit">
                {ui.save}
              </Button>
            </FormActions>
          </Form>
        </Dialog>
      );
    case 'long':
      return (
        <Dialog title={say.longTitle} onClose={onClose}>
          <div className={styles.column}>
            {Array.from({ length: 12 }, (_, index) => (
              <p key={index}>{say.longWords}</p>
            ))}
          </div>
        </Dialog>
      );
    case 'confirm':
      return (
        <ConfirmDialog title={say.confirmTitle} action={say.confirmAction} onConfirm={onClose} onClose={onClose}>
          <p>{say.confirmWords}</p>
        </ConfirmDialog>
      );
    default:
      return (
        <ConfirmDialog
          title={say.dangerTitle}
          action={say.dangerAction}
          danger
          pending={open === 'working'}
          failure={open === 'refused' ? ui.networkFailure : undefined}
          onConfirm={onClose}
          onClose={onClose}
        >
          <p>{say.dangerWords}</p>
        </ConfirmDialog>
      );
  }
}

export function DialogsSection(): ReactNode {
  const style = useStyleWords();
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <Piece name="dialogs">
      <div className={styles.row}>
        {dialogs.map((dialog) => (
          <Button key={dialog} onClick={() => setOpen(dialog)}>
            {style.dialogs[dialog]}
          </Button>
        ))}
      </div>
      {open !== null && <Shown open={open} onClose={() => setOpen(null)} />}
    </Piece>
  );
}
