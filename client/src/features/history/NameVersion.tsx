// Gives the text as it is now a name, to be found by later.
import { newId } from '@cocrea/shared/domain/ids.ts';
import { versionNameLimit } from '@cocrea/shared/domain/draft.ts';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useNameVersion } from '../../api/history.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';

export function NameVersion({ labId, documentId }: { readonly labId: string; readonly documentId: string }): ReactNode {
  const words = useWords();
  const { history: say } = words;
  const naming = useNameVersion(labId, documentId);
  const [id, setId] = useState(newId);
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const error = missing ? say.nameMissing : naming.error ? failureWords(naming.error, words) : undefined;
  return (
    <Form
      refusal={error}
      onSubmit={() => {
        setMissing(name.trim() === '');
        if (name.trim() === '' || naming.isPending) return;
        naming.mutate(
          { id, name },
          {
            onSuccess: (version) => {
              tell(say.named(version.name ?? ''));
              setName('');
              setId(newId());
            },
          },
        );
      }}
    >
      <TextField
        label={say.nameField}
        hint={say.nameHint}
        value={name}
        limit={versionNameLimit}
        error={error}
        onChange={(typed) => {
          setName(typed);
          setMissing(false);
        }}
      />
      <Button type="submit" pending={naming.isPending}>
        {say.save}
      </Button>
    </Form>
  );
}
