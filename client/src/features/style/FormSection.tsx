// A form: what is wrong is said beside the field that takes the focus, and the actions stand at its foot.
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from '../../ui/words.ts';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

export function FormSection(): ReactNode {
  const style = useStyleWords();
  const { ui } = useWords();
  const [title, setTitle] = useState('');
  const [refusals, setRefusals] = useState(0);
  const error = refusals > 0 && title.trim() === '' ? ui.required : undefined;
  function submit(): void {
    if (title.trim() === '') return setRefusals((before) => before + 1);
    setRefusals(0);
    tell(style.form.done(title));
  }
  return (
    <Piece name="form">
      <Specimens>
        <Specimen label={style.form.tryEmpty}>
          <Form onSubmit={submit} refusal={refusals}>
            <TextField label={style.fields.title} value={title} onChange={setTitle} error={error} />
            <FormActions>
              <Button onClick={() => setTitle('')}>{ui.cancel}</Button>
              <Button look="primary" type="submit">
                {ui.save}
              </Button>
            </FormActions>
          </Form>
        </Specimen>
      </Specimens>
    </Piece>
  );
}
