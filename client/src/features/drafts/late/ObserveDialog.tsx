// While the consultation is open, what came too late for the text can be sent as observations on it: they need a reason to be answered.
import { observationLimits } from '@cocrea/shared/domain/observation.ts';
import { lengthOf } from '@cocrea/shared/domain/person.ts';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldError } from '../../../ui/FieldError.tsx';
import fieldStyles from '../../../ui/field.module.css';
import { Form, FormActions } from '../../../ui/Form.tsx';
import { useWords } from '../words.ts';
import styles from './late-return.module.css';
import type { LateReturn } from './use-late-return.ts';

interface ObserveDialogProps {
  readonly count: number;
  readonly back: LateReturn;
  readonly onClose: () => void;
}

export function ObserveDialog({ count, back, onClose }: ObserveDialogProps): ReactNode {
  const { drafts, ui } = useWords();
  const say = drafts.late;
  const id = useId();
  const [why, setWhy] = useState('');
  const [refusal, setRefusal] = useState<object | null>(null);
  const tooLong = lengthOf(why) > observationLimits.justification;
  const wrong = tooLong
    ? ui.tooLong(String(observationLimits.justification))
    : refusal !== null && why.trim() === ''
      ? say.whyMissing
      : undefined;

  function send(): void {
    if (why.trim() === '' || tooLong) return setRefusal({});
    onClose();
    void back.observe(why, { afterThis: say.afterThis, takeOut: say.takeOut });
  }

  return (
    <Dialog title={say.observe(count)} onClose={onClose} firm>
      <Form refusal={refusal} onSubmit={send}>
        <p>{say.observeWhat}</p>
        <div className={fieldStyles.field}>
          <label className={fieldStyles.label} htmlFor={id}>
            {say.why}
          </label>
          <p className={fieldStyles.hint} id={`${id}-hint`}>
            {say.whyHint}
          </p>
          <textarea
            id={id}
            className={`${fieldStyles.control} ${styles.area}`}
            value={why}
            aria-invalid={wrong !== undefined}
            aria-describedby={`${id}-hint ${id}-error`}
            aria-required="true"
            onChange={(event) => setWhy(event.target.value)}
          />
          <FieldError id={`${id}-error`}>{wrong}</FieldError>
        </div>
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit">
            {say.observe(count)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
