// Says of a contribution, or of what came too late, that it does not go into the text, and why.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { outcomeReasonLimit } from '@cocrea/shared/domain/origin.ts';
import { useState, type ReactNode } from 'react';
import { useSettling, useSettlingLate } from '../../api/consolidation.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { Quote } from './Quote.tsx';
import type { DeskSource } from './source.ts';
import { useWords } from './words.ts';

interface RefuseDialogProps {
  readonly draft: DraftDocument;
  readonly source: DeskSource;
  readonly onClose: () => void;
}

export function RefuseDialog({ draft, source, onClose }: RefuseDialogProps): ReactNode {
  const words = useWords();
  const say = words.consolidation.refuse;
  const place = { lab: draft.labId, document: draft.id };
  const contribution = useSettling(place);
  const late = useSettlingLate(place);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<object | null>(null);
  const { beside, whole } = refusalWords(contribution.error ?? late.error, { fields: ['reason'], words });
  const missing = refusal !== null && reason.trim() === '' ? words.ui.required : undefined;

  function send(): void {
    if (reason.trim() === '') return setRefusal({});
    const then = {
      onSuccess: () => {
        tell(say.done(source.label));
        onClose();
      },
      onError: setRefusal,
    };
    if (source.late === null) contribution.mutate({ contributionIds: [source.id], reason }, then);
    else late.mutate({ id: source.id, version: source.late.version, reason }, then);
  }

  return (
    <Dialog title={say.title(source.label)} onClose={onClose} firm>
      <Form onSubmit={send} refusal={refusal}>
        <Quote label={say.words}>{source.text}</Quote>
        <LinesField
          label={say.reason}
          hint={say.hint}
          value={reason}
          limit={outcomeReasonLimit}
          error={missing ?? beside.reason}
          onChange={setReason}
          autoFocus
        />
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{words.ui.cancel}</Button>
          <Button look="primary" type="submit" pending={contribution.isPending || late.isPending}>
            {say.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
