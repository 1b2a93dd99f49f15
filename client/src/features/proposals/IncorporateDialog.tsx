// Says in which blocks of which draft a proposal now stands: found by their words, chosen one by one.
import { foldName } from '@cocrea/shared/domain/person.ts';
import type { Proposal, ProposalStep } from '@cocrea/shared/domain/proposal.ts';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useDestinations, useMoveProposal } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FieldError } from '../../ui/FieldError.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import styles from './panel.module.css';

interface IncorporateDialogProps {
  readonly labId: string;
  readonly proposal: Proposal;
  readonly step: ProposalStep;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function IncorporateDialog({ labId, proposal, step, onClose, onDone }: IncorporateDialogProps): ReactNode {
  const words = useWords();
  const { proposals, ui } = words;
  const { action, title, what, done } = proposals.steps[step];
  const { blocks: say } = proposals;
  const { data, error, isFetching, refetch } = useDestinations(labId);
  const move = useMoveProposal(labId, proposal.id);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const wanted = foldName(search);
  // What was chosen stays in sight, whatever is looked for next.
  const drafts = (data?.drafts ?? []).map((draft) => ({
    ...draft,
    blocks: draft.blocks.filter(({ id, text }) => chosen.includes(id) || foldName(text).includes(wanted)),
  }));
  const none = asked && chosen.length === 0 ? say.missing : undefined;
  const { beside, whole } = refusalWords(move.error, { fields: ['blocks'], words });

  function send(): void {
    setAsked(true);
    if (chosen.length === 0) return;
    move.mutate(
      { step, version: proposal.version, blocks: [...chosen] },
      {
        onSuccess: () => {
          tell(done);
          onDone();
        },
      },
    );
  }

  return (
    <Dialog title={title} onClose={onClose} firm>
      <Form onSubmit={send}>
        <p>{what}</p>
        <TextField type="search" label={say.search} value={search} onChange={setSearch} autoComplete="off" />
        {!data && !error && <Skeleton lines={6} />}
        {!data && error && (
          <ErrorState onRetry={() => void refetch()} pending={isFetching}>
            {failureWords(error, words)}
          </ErrorState>
        )}
        <div className={styles.blocks} tabIndex={0} role="group" aria-label={say.label} aria-describedby="blocks-error">
          {drafts.map((draft) => (
            <div key={draft.id}>
              <p className={styles.draft}>{draft.title}</p>
              {draft.blocks.map(({ id, level, text }) => (
                <div key={id} data-level={level ?? undefined}>
                  <Checkbox
                    label={text}
                    checked={chosen.includes(id)}
                    onChange={(yes) => setChosen(yes ? [...chosen, id] : chosen.filter((one) => one !== id))}
                  />
                </div>
              ))}
              {draft.blocks.length === 0 && <p className={styles.quiet}>{say.none}</p>}
            </div>
          ))}
        </div>
        <p className={styles.quiet} role="status">
          {say.chosen(chosen.length)}
        </p>
        <FieldError id="blocks-error">{none ?? beside.blocks}</FieldError>
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
