// Gives one's endorsement: as what one speaks, for which institution, and who will see it.
import type { ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import { institutionLimit } from '@cocrea/shared/domain/person.ts';
import { useState, type ReactNode } from 'react';
import { useEndorse } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';

interface EndorseDialogProps {
  readonly labId: string;
  readonly whole: ProposalWhole;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function EndorseDialog({ labId, whole, onClose, onDone }: EndorseDialogProps): ReactNode {
  const words = useWords();
  const { proposals, ui } = words;
  const { endorse: say } = proposals;
  const { proposal, gate, mine } = whole;
  const endorse = useEndorse(labId, proposal.id);
  const [institution, setInstitution] = useState(mine.institution ?? '');
  const [refusal, setRefusal] = useState<object | null>(null);
  const { beside, whole: refused } = refusalWords(endorse.error, { fields: ['institution'], words });
  const missing = refusal !== null && institution.trim() === '' ? ui.required : undefined;
  const seated = gate.kinds.some((kind) => kind === mine.actorKind);

  function send(): void {
    if (institution.trim() === '') return setRefusal({});
    endorse.mutate(
      { institution },
      {
        onSuccess: () => {
          tell(say.done);
          onClose();
          onDone();
        },
        onError: setRefusal,
      },
    );
  }

  return (
    <Dialog title={say.title} onClose={onClose} firm>
      <Form onSubmit={send} refusal={refusal}>
        <p>
          <ActorKindMark kind={mine.actorKind} silent /> {say.as(ui.actorKinds[mine.actorKind])}{' '}
          {seated ? say.fixed : say.notCounted}
        </p>
        <TextField
          autoFocus
          label={say.institution}
          hint={say.institutionHint}
          value={institution}
          limit={institutionLimit}
          autoComplete="organization"
          error={missing ?? beside.institution}
          onChange={(typed) => {
            setInstitution(typed);
            endorse.reset();
          }}
        />
        <p>{say.seen}</p>
        {refused !== undefined && <Banner tone="danger">{refused}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={endorse.isPending}>
            {say.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
