// Makes an account for somebody of the team: a name, a password handed over in person, from where they speak, what they may do.
import { actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import { passwordMinimum } from '@cocrea/shared/domain/person.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import { useState, type ReactNode } from 'react';
import { useLab } from '../../api/labs.ts';
import { useCreatePerson } from '../../api/people.ts';
import { refusalWords, suggestionIn } from '../../api/refusal-words.ts';
import { createSendingIds } from '../../api/sending-id.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import { emptyAccount, formOf, problemsOf, type AccountDraft } from './account-draft.ts';
import { NameField } from './NameField.tsx';

const institutions = 'institutions-of-the-lab';

interface CreateAccountDialogProps {
  readonly labId: string;
  readonly roles: readonly Role[];
  readonly onClose: () => void;
}

export function CreateAccountDialog({ labId, roles, onClose }: CreateAccountDialogProps): ReactNode {
  const words = useWords();
  const { people, ui } = words;
  const { create: say } = people;
  const create = useCreatePerson(labId);
  const lab = useLab(labId).data?.lab;
  const [draft, setDraft] = useState(emptyAccount);
  const [idOf] = useState(createSendingIds);
  const [refusal, setRefusal] = useState<object | null>(null);
  const { beside, whole } = refusalWords(create.error, { fields: ['name', 'password', 'institution'], words });
  const problems = refusal === null ? {} : problemsOf(draft, words);

  const change = (part: Partial<AccountDraft>): void => {
    setDraft({ ...draft, ...part });
    create.reset();
  };
  function send(): void {
    const form = formOf(draft);
    if (form === null || Object.keys(problemsOf(draft, words)).length > 0) return setRefusal({});
    create.mutate(
      { ...form, id: idOf(form) },
      {
        onSuccess: ({ name }) => {
          tell(say.done(name));
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
        <NameField
          label={say.name}
          hint={say.nameHint}
          value={draft.name}
          onChange={(name) => change({ name })}
          error={problems.name ?? beside.name}
          suggestion={suggestionIn(create.error)}
        />
        <PasswordField
          label={say.password}
          hint={say.passwordHint(String(passwordMinimum))}
          autoComplete="new-password"
          value={draft.password}
          onChange={(password) => change({ password })}
          error={problems.password ?? beside.password}
        />
        <TextField
          optional
          label={say.institution}
          list={institutions}
          autoComplete="off"
          value={draft.institution}
          onChange={(institution) => change({ institution })}
          error={problems.institution ?? beside.institution}
        />
        <datalist id={institutions}>
          {lab?.facts.institutions.map(({ id, acronym, name }) => (
            <option key={id} value={acronym}>
              {name}
            </option>
          ))}
        </datalist>
        <RadioCards
          legend={say.kind}
          value={draft.actorKind}
          cards={actorKinds.map((value) => ({
            value,
            label: ui.actorKinds[value],
            hint: ui.actorKindHints[value],
            mark: <ActorKindMark kind={value} silent />,
          }))}
          onChange={(actorKind) => change({ actorKind })}
          error={problems.actorKind}
        />
        <RadioCards
          legend={say.role}
          value={draft.role}
          cards={roles.map((value) => ({ value, label: ui.roles[value], hint: ui.roleHints[value] }))}
          onChange={(role) => change({ role })}
          error={problems.role}
        />
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={create.isPending}>
            {say.action}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
