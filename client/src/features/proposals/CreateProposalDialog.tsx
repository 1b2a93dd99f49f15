// Begins a proposal with a title. Those that already say the same are shown first; creating it anyway takes a second tap.
import { mostAlike } from '@cocrea/shared/domain/similarity.ts';
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import type { Proposal } from '@cocrea/shared/domain/proposal.ts';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useCreateProposal } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { createSendingIds } from '../../api/sending-id.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from '../../ui/words.ts';
import { AlikeList } from './AlikeList.tsx';
import { isActive } from './find-proposals.ts';

interface CreateProposalDialogProps {
  readonly labId: string;
  readonly proposals: readonly Proposal[];
  readonly onClose: () => void;
}

/** Alike ones shown before a new one is made. */
const shown = 3;

export function CreateProposalDialog({ labId, proposals, onClose }: CreateProposalDialogProps): ReactNode {
  const words = useWords();
  const { proposals: say, ui } = words;
  const [, navigate] = useLocation();
  const create = useCreateProposal(labId);
  const [title, setTitle] = useState('');
  const [refusal, setRefusal] = useState<object | null>(null);
  /** The title whose alike ones have been shown. */
  const [warned, setWarned] = useState<string | null>(null);
  const [idOf] = useState(createSendingIds);
  const alike = mostAlike({ id: '', title, opening: '' }, { among: proposals.filter(isActive), most: shown });
  const isWarned = warned === title && alike.length > 0;
  const { beside, whole } = refusalWords(create.error, { fields: ['title'], words });
  const missing = refusal !== null && title.trim() === '' ? say.making.missing : undefined;

  function send(): void {
    if (title.trim() === '') return setRefusal({});
    if (alike.length > 0 && !isWarned) return setWarned(title);
    const form = { title, sources: [], text: {} };
    create.mutate(
      { ...form, id: idOf(form) },
      {
        onSuccess: ({ proposal }) => {
          tell(say.making.done);
          navigate(paths.proposal(labId, proposal.id));
        },
        onError: setRefusal,
      },
    );
  }

  return (
    <Dialog title={say.making.title} onClose={onClose} firm>
      <Form onSubmit={send} refusal={refusal}>
        <TextField
          autoFocus
          label={say.making.field}
          hint={say.making.hint}
          value={title}
          limit={documentTitleLimit}
          error={missing ?? beside.title}
          onChange={(typed) => {
            setTitle(typed);
            create.reset();
          }}
        />
        {isWarned && (
          <Banner tone="warning">
            <p>
              <strong>{say.making.alike}</strong>
            </p>
            <p>{say.making.alikeWhat}</p>
            <AlikeList labId={labId} proposals={alike} />
          </Banner>
        )}
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={create.isPending}>
            {isWarned ? say.making.goAnyway : say.making.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
