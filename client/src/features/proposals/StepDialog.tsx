// Confirms a step, after saying what it means; asks for a reason where the step needs one. Incorporating has a dialog of its own.
import { stepOf, type Proposal, type ProposalStep } from '@cocrea/shared/domain/proposal.ts';
import { useState, type ReactNode } from 'react';
import { useMoveProposal } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import { IncorporateDialog } from './IncorporateDialog.tsx';

interface StepDialogProps {
  readonly labId: string;
  readonly proposal: Proposal;
  readonly step: ProposalStep;
  /** What to think of before the step is taken. */
  readonly warning?: string | undefined;
  readonly onClose: () => void;
  /** Instead of `onClose`, once the step is taken: its button is no longer there. */
  readonly onDone: () => void;
}

export function StepDialog(props: StepDialogProps): ReactNode {
  switch (stepOf(props.step).asks) {
    case 'reason':
      return <ReasonDialog {...props} />;
    case 'blocks':
      return <IncorporateDialog {...props} />;
    default:
      return <PlainDialog {...props} />;
  }
}

function PlainDialog({ labId, proposal, step, warning, onClose, onDone }: StepDialogProps): ReactNode {
  const words = useWords();
  const { action, title, what, done } = words.proposals.steps[step];
  const move = useMoveProposal(labId, proposal.id);
  return (
    <ConfirmDialog
      title={title}
      action={action}
      danger={step === 'withdraw'}
      pending={move.isPending}
      failure={refusalWords(move.error, { fields: [], words }).whole}
      onClose={onClose}
      onConfirm={() =>
        move.mutate(
          { step, version: proposal.version },
          {
            onSuccess: () => {
              tell(done);
              onDone();
            },
          },
        )
      }
    >
      <p>{what}</p>
      {warning !== undefined && <Banner tone="warning">{warning}</Banner>}
    </ConfirmDialog>
  );
}

function ReasonDialog({ labId, proposal, step, onClose, onDone }: StepDialogProps): ReactNode {
  const words = useWords();
  const { proposals: say, ui } = words;
  const { action, title, what, done } = say.steps[step];
  const move = useMoveProposal(labId, proposal.id);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<object | null>(null);
  const { beside, whole } = refusalWords(move.error, { fields: ['reason'], words });
  const missing = refusal !== null && reason.trim() === '' ? say.reasonMissing : undefined;

  function send(): void {
    if (reason.trim() === '') return setRefusal({});
    move.mutate(
      { step, version: proposal.version, reason },
      {
        onSuccess: () => {
          tell(done);
          onDone();
        },
        onError: setRefusal,
      },
    );
  }

  return (
    <Dialog title={title} onClose={onClose} firm>
      <Form refusal={refusal} onSubmit={send}>
        <p>{what}</p>
        <LinesField
          label={say.reason}
          hint={say.reasonHint}
          value={reason}
          error={missing ?? beside.reason}
          onChange={setReason}
        />
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={move.isPending}>
            {action}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
