// What those think who do not agree: written beside what the table agreed on, in their words and without their name.
import { minorityViewLimit } from '@cocrea/shared/domain/contribution.ts';
import { lengthOf } from '@cocrea/shared/domain/person.ts';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldError } from '../../ui/FieldError.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { useWords } from './words.ts';
import { nameOf, type Card } from './board-view.ts';
import styles from './board-dialogs.module.css';

interface MinorityDialogProps {
  readonly card: Card;
  readonly onSave: (view: string | null) => void;
  readonly onClose: () => void;
}

export function MinorityDialog({ card, onSave, onClose }: MinorityDialogProps): ReactNode {
  const { board: say, ui } = useWords();
  const id = useId();
  const [view, setView] = useState(card.cluster.minorityView ?? '');
  const tooLong = lengthOf(view) > minorityViewLimit;
  return (
    <Dialog title={say.minorityOf(nameOf(card).folio)} onClose={onClose} firm>
      <Form
        onSubmit={() => {
          if (tooLong) return;
          const said = view.trim();
          if (said !== (card.cluster.minorityView ?? '')) onSave(said === '' ? null : said);
          onClose();
        }}
      >
        <p className={styles.quoted} lang={card.contributions[0].language}>
          {card.contributions[0].text}
        </p>
        <div className={styles.field}>
          <label htmlFor={id}>{say.minority}</label>
          <p id={`${id}-hint`} className={styles.hint}>
            {say.minorityHint}
          </p>
          <textarea
            id={id}
            className={styles.area}
            rows={4}
            lang="es"
            value={view}
            // The dialog is asked for in order to write here.
            autoFocus
            aria-invalid={tooLong}
            aria-describedby={`${id}-hint ${id}-error`}
            onChange={({ target }) => setView(target.value)}
          />
          <FieldError id={`${id}-error`}>{tooLong ? ui.tooLong(String(minorityViewLimit)) : undefined}</FieldError>
        </div>
        <FormActions>
          <Button type="submit" look="primary">
            {say.minoritySave}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
