// Gives a person another role in the lab; their open screens follow at once.
import type { Member } from '@cocrea/shared/domain/person.ts';
import { useState, type ReactNode } from 'react';
import { useChangePerson } from '../../api/people.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { useActor } from '../../api/session.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import { actionsOn } from './actions-on.ts';

interface ChangeRoleDialogProps {
  readonly labId: string;
  readonly member: Member;
  readonly onClose: () => void;
}

export function ChangeRoleDialog({ labId, member, onClose }: ChangeRoleDialogProps): ReactNode {
  const words = useWords();
  const { people: say, ui } = words;
  const actor = useActor();
  const change = useChangePerson(labId);
  const [role, setRole] = useState(member.role);
  const instead = { stale: say.stale, person_not_found: say.gone(member.name) };
  const { whole } = refusalWords(change.error, { fields: [], words, instead });
  const { roles } = actionsOn(actor, { labId, member });

  function save(): void {
    if (role === member.role) return onClose();
    change.mutate(
      { member, change: { role } },
      {
        onSuccess: (changed) => {
          tell(say.role.done(changed.name, ui.roles[changed.role]));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={say.role.title(member.name)} onClose={onClose}>
      <Form onSubmit={save}>
        <RadioCards
          legend={say.role.legend}
          value={role}
          cards={roles.map((value) => ({ value, label: ui.roles[value], hint: ui.roleHints[value] }))}
          onChange={(chosen) => {
            setRole(chosen);
            change.reset();
          }}
        />
        {member.personId === actor?.personId ? <Banner tone="warning">{say.role.own}</Banner> : <p>{say.role.hint}</p>}
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
