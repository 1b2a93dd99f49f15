// Gives a person another name, for everybody of the lab at once.
import { cleanName, type Member } from '@cocrea/shared/domain/person.ts';
import { useState, type ReactNode } from 'react';
import { useChangePerson } from '../../api/people.ts';
import { refusalWords, suggestionIn } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import { nameProblem } from './name-problem.ts';
import { NameField } from './NameField.tsx';

interface RenamePersonDialogProps {
  readonly labId: string;
  readonly member: Member;
  readonly onClose: () => void;
}

export function RenamePersonDialog({ labId, member, onClose }: RenamePersonDialogProps): ReactNode {
  const words = useWords();
  const { people: say, ui } = words;
  const change = useChangePerson(labId);
  // The title keeps the name the dialog was opened with, whatever happens to the person meanwhile.
  const [before] = useState(member.name);
  const [name, setName] = useState(member.name);
  const [refusal, setRefusal] = useState<object | null>(null);
  const instead = { stale: say.stale, person_not_found: say.gone(before) };
  const { beside, whole } = refusalWords(change.error, { fields: ['name'], words, instead });
  const problem = refusal === null ? undefined : nameProblem(name, { missing: say.rename.missing, words });

  function save(): void {
    if (nameProblem(name, { missing: say.rename.missing, words }) !== undefined) return setRefusal({});
    if (cleanName(name) === member.name) return onClose();
    change.mutate(
      { member, change: { name } },
      {
        onSuccess: (renamed) => {
          tell(say.rename.done(renamed.name));
          onClose();
        },
        onError: setRefusal,
      },
    );
  }

  return (
    <Dialog title={say.rename.title(before)} onClose={onClose}>
      <Form onSubmit={save} refusal={refusal}>
        <NameField
          autoFocus
          label={say.rename.field}
          hint={member.account ? `${say.rename.hint} ${say.rename.hintAccount}` : say.rename.hint}
          value={name}
          onChange={(typed) => {
            setName(typed);
            change.reset();
          }}
          error={problem ?? beside.name}
          suggestion={suggestionIn(change.error)}
        />
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
