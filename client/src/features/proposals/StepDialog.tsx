// Confirms a step, after saying what it means; asks for a reason or for the blocks of the draft where the step needs them.
import { stepOf, type Proposal, type ProposalStep } from '@cocrea/shared/domain/proposal.ts';
import { useState, type ReactNode } from 'react';
import { useMoveProposal } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from '../../ui/words.ts';
import { LinesField } from './LinesField.tsx';

interface StepDialogProps {
  readonly labId: string;
  readonly proposal: Proposal;
  readonly step: ProposalStep;
  readonly onClose: () => void;
}

export function StepDialog({ labId, proposal, step, onClose }: StepDialogProps): ReactNode {
  const words = useWords();
  const { proposals: say, ui } = words;
  const { action, title, what, done } = say.steps[step];
  const { asks } = stepOf(step);
  const move = useMoveProposal(labId, proposal.id);
  const [lines, setLines] = useState('');
  const [refusal, setRefusal] = useState<object | null>(null);
  const { beside, whole } = refusalWords(move.error, { fields: ['reason', 'blocks'], words });

  function send(more: { reason?: string; blocks?: string[] } = {}): void {
    move.mutate(
      { step, version: proposal.version, ...more },
      {
        onSuccess: () => {
          tell(done);
          onClose();
        },
        onError: setRefusal,
      },
    );
  }

  if (asks !== 'reason' && asks !== 'blocks') {
    return (
      <ConfirmDialog
        title={title}
        action={action}
        danger={step === 'withdraw'}
        pending={move.isPending}
        failure={whole}
        onClose={onClose}
        onConfirm={() => send()}
      >
        <p>{what}</p>
      </ConfirmDialog>
    );
  }
  const reason = asks === 'reason';
  const missing = refusal !== null && lines.trim() === '' ? (reason ? say.reasonMissing : say.blocksMissing) : undefined;
  return (
    <Dialog title={title} onClose={onClose} firm>
      <Form
        refusal={refusal}
        onSubmit={() => {
          if (lines.trim() === '') return setRefusal({});
          return send(reason ? { reason: lines } : { blocks: lines.split(/\s+/).filter((block) => block !== '') });
        }}
      >
        <p>{what}</p>
        <LinesField
          label={reason ? say.reason : say.blocks}
          hint={reason ? say.reasonHint : say.blocksHint}
          value={lines}
          error={missing ?? beside.reason ?? beside.blocks}
          onChange={setLines}
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
