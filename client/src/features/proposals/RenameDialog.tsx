// Gives a proposal another title.
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import type { Proposal } from '@cocrea/shared/domain/proposal.ts';
import { useState, type ReactNode } from 'react';
import { useChangeProposal } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from './words.ts';

interface RenameDialogProps {
  readonly labId: string;
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

export function RenameDialog({ labId, proposal, onClose }: RenameDialogProps): ReactNode {
  const words = useWords();
  const { proposals: say, ui } = words;
  const change = useChangeProposal(labId, proposal.id);
  const [before] = useState(proposal.title);
  const [title, setTitle] = useState(before);
  const [refusal, setRefusal] = useState<object | null>(null);
  const { beside, whole } = refusalWords(change.error, { fields: ['title'], words });
  const missing = refusal !== null && title.trim() === '' ? say.making.missing : undefined;

  function save(): void {
    if (title.trim() === '') return setRefusal({});
    change.mutate({ version: proposal.version, title }, { onSuccess: onClose, onError: setRefusal });
  }

  return (
    <Dialog title={say.page.renaming} onClose={onClose}>
      <Form onSubmit={save} refusal={refusal}>
        <TextField
          autoFocus
          label={say.making.field}
          value={title}
          limit={documentTitleLimit}
          error={missing ?? beside.title}
          onChange={setTitle}
        />
        {proposal.title !== before && !change.isPending && !change.isSuccess && (
          <Banner tone="warning">{say.page.renamedMeanwhile(proposal.title)}</Banner>
        )}
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={change.isPending}>
            {ui.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
