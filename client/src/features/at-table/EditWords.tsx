// Changing words that were written before: a box, *Guardar*, and what keeps them from being saved.
import { isBlank } from '@cocrea/shared/domain/person.ts';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { useWords } from './words.ts';
import { isTooLong, WordsBox } from './WordsBox.tsx';

interface EditWordsProps {
  readonly text: string;
  readonly language: string;
  readonly pending?: boolean;
  readonly failure?: string | undefined;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

export function EditWords({ text, language, pending = false, failure, onSave, onCancel }: EditWordsProps): ReactNode {
  const { atTable } = useWords();
  const { mine: say } = atTable;
  const [words, setWords] = useState(text);
  const [missing, setMissing] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  function save(): void {
    const empty = isBlank(words);
    if (!empty && !isTooLong(words)) return onSave(words);
    setMissing(empty);
    setAttempt(attempt + 1);
  }
  return (
    <Form onSubmit={save} refusal={attempt}>
      <WordsBox
        box={box}
        label={say.words}
        value={words}
        onChange={setWords}
        language={language}
        error={missing ? atTable.form.empty : undefined}
      />
      {failure !== undefined && <Banner tone="danger">{failure}</Banner>}
      <FormActions>
        <Button onClick={onCancel}>{say.cancel}</Button>
        <Button type="submit" look="primary" pending={pending}>
          {say.save}
        </Button>
      </FormActions>
    </Form>
  );
}
