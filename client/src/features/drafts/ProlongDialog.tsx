// Gives an open consultation more days: how many, until when that is, and why, which everybody reads.
import { consultationDays, prolongedEnd } from '@cocrea/shared/domain/consultation.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { prolongReasonLimit } from '@cocrea/shared/domain/draft.ts';
import { closingDay } from '@cocrea/shared/i18n/dates.ts';
import { useState, type ReactNode } from 'react';
import { useProlonging } from '../../api/drafts.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';

interface ProlongDialogProps {
  readonly draft: DraftDocument;
  /** As it stands: its present end is what is added to. */
  readonly consultation: { readonly to: number };
  readonly onClose: () => void;
}

/** Days that are offered: a week more. */
const usual = 7;

export function ProlongDialog({ draft, consultation, onClose }: ProlongDialogProps): ReactNode {
  const words = useWords();
  const { prolong: say, consultation: about } = words.drafts;
  const { least, most } = consultationDays;
  const language = useLanguage();
  const prolonging = useProlonging(draft);
  const [typed, setTyped] = useState(String(usual));
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<object | null>(null);
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  const fits = days >= least && days <= most;
  const { beside, whole } = refusalWords(prolonging.error, { fields: ['days', 'reason'], words });

  function send(): void {
    if (!fits || reason.trim() === '') return setRefusal({});
    prolonging.mutate(
      { days, reason },
      {
        onSuccess: () => {
          tell(say.done(draft.title, closingDay(prolongedEnd(consultation.to, days), language)));
          onClose();
        },
        onError: setRefusal,
      },
    );
  }

  return (
    <Dialog title={say.title(draft.title)} onClose={onClose} firm>
      <Form refusal={refusal} onSubmit={send}>
        <p>{say.now(closingDay(consultation.to, language))}</p>
        <TextField
          label={say.days}
          hint={say.daysHint(least, most)}
          inputMode="numeric"
          value={typed}
          error={refusal !== null && !fits ? about.daysWrong(least, most) : beside.days}
          onChange={setTyped}
        />
        <p aria-live="polite">{fits && about.closes(closingDay(prolongedEnd(consultation.to, days), language))}</p>
        <LinesField
          label={say.reason}
          hint={say.reasonHint}
          rows={3}
          value={reason}
          limit={prolongReasonLimit}
          error={refusal !== null && reason.trim() === '' ? words.ui.required : beside.reason}
          onChange={setReason}
        />
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{words.ui.cancel}</Button>
          <Button look="primary" type="submit" pending={prolonging.isPending}>
            {say.action}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
