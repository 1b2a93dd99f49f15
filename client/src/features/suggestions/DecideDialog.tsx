// A decision on several suggestions, or one that deserves a reason: what will happen, and why, for whoever reads it.
import { suggestionReasonLimit } from '@cocrea/shared/domain/suggestion.ts';
import { lengthOf } from '@cocrea/shared/domain/person.ts';
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from './words.ts';

export type DecisionLook = 'accept' | 'reject' | 'withdraw';

interface DecideDialogProps {
  readonly look: DecisionLook;
  readonly count: number;
  readonly pending: boolean;
  readonly onDecide: (reason: string | null) => void;
  readonly onClose: () => void;
}

export function DecideDialog({ look, count, pending, onDecide, onClose }: DecideDialogProps): ReactNode {
  const { ui, suggestions } = useWords();
  const { decide: say, panel } = suggestions;
  const [reason, setReason] = useState('');
  const tooLong = lengthOf(reason.trim()) > suggestionReasonLimit;
  return (
    <Dialog title={say[`${look}Title`](count)} onClose={onClose} firm>
      <Form onSubmit={() => !tooLong && !pending && onDecide(reason.trim() === '' ? null : reason.trim())}>
        <p>{say[`${look}What`]}</p>
        {look !== 'withdraw' && (
          <TextField
            label={say.reason}
            hint={say.reasonHint}
            optional
            value={reason}
            limit={suggestionReasonLimit}
            onChange={setReason}
          />
        )}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button type="submit" look={look === 'accept' ? 'primary' : 'danger'} pending={pending}>
            {panel[look]}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
