// Creates a free note, or gives one another title. The id of a new note is made once for the dialog: sent twice, it is one note.
import { documentTitleLimit, type LabDocument } from '@cocrea/shared/domain/document.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { lengthOf } from '@cocrea/shared/domain/person.ts';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { failureWords } from '../../api/failure-words.ts';
import { useCreateNote, useRenameNote } from '../../api/labs.ts';
import { paths } from '../../app/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from './words.ts';

interface NoteDialogProps {
  readonly lab: string;
  /** The note to rename; null to create one. */
  readonly renames: LabDocument | null;
  readonly onClose: () => void;
}

export function NoteDialog({ lab, renames, onClose }: NoteDialogProps): ReactNode {
  const words = useWords();
  const { labPages, ui } = words;
  const [, go] = useLocation();
  const [id] = useState(newId);
  const [title, setTitle] = useState(renames?.title ?? '');
  const [refused, setRefused] = useState(0);
  const create = useCreateNote(lab);
  const rename = useRenameNote(lab);
  const pending = create.isPending || rename.isPending;
  const failure = create.error ?? rename.error;
  const missing = title.trim() === '';
  const long = lengthOf(title) > documentTitleLimit;

  function submit(): void {
    if (pending) return;
    setRefused(refused + 1);
    if (missing || long) return;
    const onError = (): void => setRefused((count) => count + 1);
    if (renames) {
      rename.mutate({ document: renames, title: title.trim() }, { onSuccess: onClose, onError });
    } else {
      create.mutate({ id, title: title.trim() }, { onSuccess: (document) => go(paths.document(lab, document.id)), onError });
    }
  }

  const wrong = missing ? labPages.lab.noteTitleMissing : long ? ui.tooLong(String(documentTitleLimit)) : undefined;
  return (
    <Dialog title={renames ? labPages.lab.renameNoteTitle : labPages.lab.createNoteTitle} onClose={onClose}>
      <Form onSubmit={submit} refusal={refused}>
        <TextField
          label={labPages.lab.noteTitle}
          hint={labPages.lab.noteTitleHint}
          value={title}
          onChange={setTitle}
          error={refused > 0 ? (wrong ?? (failure ? failureWords(failure, words) : undefined)) : undefined}
          autoFocus
          autoComplete="off"
          enterKeyHint="done"
        />
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button type="submit" look="primary" pending={pending}>
            {renames ? ui.save : labPages.lab.createNote}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
