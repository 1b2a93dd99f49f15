// Begins a proposal with a title. Those that already say the same are shown first; creating it anyway takes a second tap.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { createProposal } from '@cocrea/shared/api/proposals.ts';
import { mostAlike } from '@cocrea/shared/domain/similarity.ts';
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import { proposalLimits, type Proposal } from '@cocrea/shared/domain/proposal.ts';
import { AppError } from '@cocrea/shared/errors.ts';
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
import { useWords } from './words.ts';
import { AlikeList } from './AlikeList.tsx';
import { isActive } from './find-proposals.ts';
import styles from './panel.module.css';

interface CreateProposalDialogProps {
  readonly labId: string;
  readonly proposals: readonly Proposal[];
  /** They are still on their way: nothing is made before they could be looked at. */
  readonly looking: boolean;
  /** What it comes from: contributions that stay linked, and words that are there from the beginning. */
  readonly origin?: Pick<BodyOf<typeof createProposal>, 'sources' | 'text'>;
  readonly onClose: () => void;
}

const scratch = { sources: [], text: {} };

/** Alike ones shown before a new one is made. */
const shown = 3;

export function CreateProposalDialog({
  labId,
  proposals,
  looking,
  origin = scratch,
  onClose,
}: CreateProposalDialogProps): ReactNode {
  const words = useWords();
  const { proposals: say, ui } = words;
  const [, navigate] = useLocation();
  const create = useCreateProposal(labId);
  const [title, setTitle] = useState('');
  const [refusal, setRefusal] = useState<object | null>(null);
  /** Those alike that were shown, and the title they are alike to. */
  const [warned, setWarned] = useState<{ title: string; alike: readonly Proposal[] } | null>(null);
  const [idOf] = useState(createSendingIds);
  const isWarned = warned?.title === title;
  const tooMuch = create.error instanceof AppError && create.error.details['field'] !== 'title';
  const instead = tooMuch ? { text_too_long: say.making.tooMuch(String(proposalLimits.section)) } : {};
  const { beside, whole } = refusalWords(create.error, { fields: ['title'], words, instead });
  const missing = refusal !== null && title.trim() === '' ? say.making.missing : undefined;

  function send(): void {
    if (looking) return;
    if (title.trim() === '') return setRefusal({});
    if (!isWarned) {
      const one = { id: '', title, opening: origin.text.problem ?? '' };
      const alike = mostAlike(one, { among: proposals.filter(isActive), most: shown });
      if (alike.length > 0) return setWarned({ title, alike });
    }
    const form = { title, ...origin };
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
        {origin.text.problem !== undefined && <p className={styles.quote}>{origin.text.problem}</p>}
        {isWarned && (
          <Banner tone="warning">
            <p>
              <strong>{say.making.alike}</strong>
            </p>
            <p>{say.making.alikeWhat}</p>
            <AlikeList labId={labId} proposals={warned.alike} />
          </Banner>
        )}
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={create.isPending || looking}>
            {isWarned ? say.making.goAnyway : say.making.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
