// Takes a person out of the lab, after saying what that means for them and for what they wrote.
import type { Member } from '@cocrea/shared/domain/person.ts';
import type { ReactNode } from 'react';
import { useRemovePerson } from '../../api/people.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';

interface RemovePersonDialogProps {
  readonly labId: string;
  readonly member: Member;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

export function RemovePersonDialog({ labId, member, onClose, onRemoved }: RemovePersonDialogProps): ReactNode {
  const words = useWords();
  const { people } = words;
  const { remove: say } = people;
  const removing = useRemovePerson(labId);
  const instead = { person_not_found: people.gone(member.name) };
  return (
    <ConfirmDialog
      danger
      title={say.title(member.name)}
      action={say.go}
      pending={removing.isPending}
      failure={refusalWords(removing.error, { fields: [], words, instead }).whole}
      onClose={onClose}
      onConfirm={() =>
        removing.mutate(member, {
          onSuccess: () => {
            tell(say.done(member.name));
            onClose();
            onRemoved();
          },
        })
      }
    >
      {say.what.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </ConfirmDialog>
  );
}
