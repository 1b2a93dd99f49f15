// Merges the proposals that were chosen, after saying what stays, what goes along and what does not.
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import type { Proposal } from '@cocrea/shared/domain/proposal.ts';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useMergeProposals } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { createSendingIds } from '../../api/sending-id.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import styles from './panel.module.css';

interface MergeDialogProps {
  readonly labId: string;
  /** In the order in which their words will stand. */
  readonly proposals: readonly Proposal[];
  readonly onClose: () => void;
}

export function MergeDialog({ labId, proposals, onClose }: MergeDialogProps): ReactNode {
  const words = useWords();
  const { proposals: all, ui } = words;
  const { merging: say } = all;
  const [, navigate] = useLocation();
  const merge = useMergeProposals(labId);
  const [title, setTitle] = useState(proposals[0]?.title ?? '');
  const [refusal, setRefusal] = useState<object | null>(null);
  const [idOf] = useState(createSendingIds);
  const { beside, whole } = refusalWords(merge.error, { fields: ['title'], words });
  const missing = refusal !== null && title.trim() === '' ? all.making.missing : undefined;

  function send(): void {
    if (title.trim() === '') return setRefusal({});
    const form = { title, from: proposals.map(({ id, version }) => ({ id, version })) };
    merge.mutate(
      { ...form, id: idOf(form) },
      {
        onSuccess: ({ proposal }) => {
          tell(say.done);
          navigate(paths.proposal(labId, proposal.id));
        },
        onError: setRefusal,
      },
    );
  }

  return (
    <Dialog title={say.title(proposals.length)} onClose={onClose} firm>
      <Form onSubmit={send} refusal={refusal}>
        <ul className={styles.items}>
          {proposals.map(({ id, title: original }) => (
            <li key={id} className={styles.said}>
              {original}
            </li>
          ))}
        </ul>
        <p>{say.what}</p>
        <p>{say.endorsements}</p>
        <TextField
          label={say.field}
          value={title}
          limit={documentTitleLimit}
          error={missing ?? beside.title}
          onChange={setTitle}
        />
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={merge.isPending}>
            {say.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
