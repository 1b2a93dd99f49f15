// Confirms a step of a draft, after saying what it means and that it cannot be undone.
import { consultationDays, consultationEnd } from '@cocrea/shared/domain/consultation.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { DraftStep } from '@cocrea/shared/domain/draft.ts';
import { closingDay } from '@cocrea/shared/i18n/dates.ts';
import { useState, type ReactNode } from 'react';
import { useMoveDraft } from '../../api/drafts.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { serverNow } from '../../api/server-time.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useLanguage } from '../../ui/words.ts';
import { OpenSuggestions } from './OpenSuggestions.tsx';
import { useWords, type Words } from './words.ts';

interface StepDialogProps {
  readonly draft: DraftDocument;
  readonly previous: DraftDocument | null;
  readonly next: DraftDocument | null;
  readonly step: DraftStep;
  readonly onClose: () => void;
  /** Instead of `onClose`, once the step is taken: its button is no longer there. */
  readonly onDone: () => void;
}

export function StepDialog(props: StepDialogProps): ReactNode {
  return props.step === 'open_consultation' ? <ConsultationDialog {...props} /> : <PlainDialog {...props} />;
}

function PlainDialog({ draft, previous, next, step, onClose, onDone }: StepDialogProps): ReactNode {
  const words = useWords();
  const language = useLanguage();
  const move = useMoveDraft(draft);
  const { action, title, done } = words.drafts.steps[step];
  const about = step === 'begin_next' && next ? next.title : draft.title;
  return (
    <ConfirmDialog
      title={title(about)}
      action={action}
      pending={move.isPending}
      failure={refusalWords(move.error, { fields: [], words }).whole}
      onClose={onClose}
      onConfirm={() =>
        move.mutate(
          { step, days: null },
          {
            onSuccess: () => {
              tell(done(about));
              onDone();
            },
          },
        )
      }
    >
      {meaningOf(step, { draft, previous, next, say: words.drafts, day: (to) => closingDay(to, language) }).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {(step === 'freeze' || step === 'begin_next') && <OpenSuggestions draft={draft} next={next} step={step} />}
    </ConfirmDialog>
  );
}

interface Meaning extends Pick<StepDialogProps, 'draft' | 'previous' | 'next'> {
  readonly say: Words['drafts'];
  /** The last day of what ends then. */
  readonly day: (to: number) => string;
}

function meaningOf(step: DraftStep, { draft, previous, next, say, day }: Meaning): readonly string[] {
  switch (step) {
    case 'freeze':
      return [
        say.freeze.what,
        say.freeze.writing,
        ...(previous === null ? [] : [say.freeze.answers(previous.title)]),
        say.freeze.never,
      ];
    case 'begin_next': {
      const { consultation } = draft.life;
      const isOpen = draft.state === 'in_consultation' && consultation !== null && serverNow() < consultation.to;
      return [
        say.begin.what(draft.title, next?.title ?? ''),
        ...(isOpen ? [say.begin.open(day(consultation.to))] : []),
        say.begin.stays(draft.title),
        say.begin.never,
      ];
    }
    case 'publish':
      return [say.publish.what, ...(previous === null ? [] : [say.publish.matrix(previous.title)]), say.publish.never];
    case 'open_consultation':
      return [say.consultation.what, say.consultation.late];
  }
}

function ConsultationDialog({ draft, onClose, onDone }: StepDialogProps): ReactNode {
  const words = useWords();
  const { consultation: say, steps } = words.drafts;
  const { action, title, done } = steps.open_consultation;
  const { usual, least, most } = consultationDays;
  const language = useLanguage();
  const move = useMoveDraft(draft);
  const [typed, setTyped] = useState(String(usual));
  const [refusal, setRefusal] = useState<object | null>(null);
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  const fits = days >= least && days <= most;
  const { beside, whole } = refusalWords(move.error, { fields: ['days'], words });

  function open(): void {
    if (!fits) return setRefusal({});
    move.mutate(
      { step: 'open_consultation', days },
      {
        onSuccess: () => {
          tell(done(draft.title));
          onDone();
        },
        onError: setRefusal,
      },
    );
  }

  return (
    <Dialog title={title(draft.title)} onClose={onClose} firm>
      <Form refusal={refusal} onSubmit={open}>
        <p>{say.what}</p>
        <TextField
          label={say.days}
          hint={say.daysHint(least, most)}
          inputMode="numeric"
          value={typed}
          error={refusal !== null && !fits ? say.daysWrong(least, most) : beside.days}
          onChange={setTyped}
        />
        <p aria-live="polite">{fits && say.closes(closingDay(consultationEnd(serverNow(), days), language))}</p>
        <p>{say.late}</p>
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{words.ui.cancel}</Button>
          <Button look="primary" type="submit" pending={move.isPending}>
            {action}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
