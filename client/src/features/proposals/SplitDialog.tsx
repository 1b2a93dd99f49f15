// Splits a proposal in two, each with a title of its own.
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Proposal } from '@cocrea/shared/domain/proposal.ts';
import { useState, type ReactNode } from 'react';
import { useSplitProposal } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';

interface SplitDialogProps {
  readonly labId: string;
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

export function SplitDialog({ labId, proposal, onClose }: SplitDialogProps): ReactNode {
  const words = useWords();
  const { proposals, ui } = words;
  const { splitting: say } = proposals;
  const split = useSplitProposal(labId, proposal.id);
  // Kept as long as the same split is meant: sending it twice makes two, not four.
  const [ids] = useState(() => ({ commandId: newId(), first: newId(), second: newId() }));
  const [first, setFirst] = useState(proposal.title);
  const [second, setSecond] = useState('');
  const [refusal, setRefusal] = useState<object | null>(null);
  const missing = (title: string): string | undefined =>
    refusal !== null && title.trim() === '' ? proposals.making.missing : undefined;
  const { whole } = refusalWords(split.error, { fields: ['title'], words });

  function send(): void {
    if (first.trim() === '' || second.trim() === '') return setRefusal({});
    const into = [
      { id: ids.first, title: first },
      { id: ids.second, title: second },
    ];
    split.mutate(
      { commandId: ids.commandId, version: proposal.version, into },
      {
        onSuccess: () => {
          tell(say.done);
          onClose();
        },
        onError: setRefusal,
      },
    );
  }

  return (
    <Dialog title={say.title} onClose={onClose} firm>
      <Form onSubmit={send} refusal={refusal}>
        <p>{say.what}</p>
        <p>{say.endorsements}</p>
        <TextField label={say.first} value={first} limit={documentTitleLimit} error={missing(first)} onChange={setFirst} />
        <TextField label={say.second} value={second} limit={documentTitleLimit} error={missing(second)} onChange={setSecond} />
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={split.isPending}>
            {say.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
