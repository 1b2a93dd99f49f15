// The guiding questions of a table, worded anew while nobody has opened it.
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { questionLimit } from '@cocrea/shared/domain/table-session.ts';
import { useState, type ReactNode } from 'react';
import { refusalWords } from '../../api/refusal-words.ts';
import { useChangeQuestions } from '../../api/tables.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import styles from './dialogs.module.css';

interface QuestionsDialogProps {
  readonly lab: string;
  readonly subTable: SubTable;
  readonly onClose: () => void;
}

export function QuestionsDialog({ lab, subTable, onClose }: QuestionsDialogProps): ReactNode {
  const words = useWords();
  const { tables, ui } = words;
  const say = tables.wording;
  const change = useChangeQuestions({ lab, no: subTable.no });
  // As they were when the dialog opened: what the change is based on, whatever arrives meanwhile.
  const [basedOn] = useState(subTable.questions);
  const [questions, setQuestions] = useState(subTable.questions);
  const [tried, setTried] = useState(0);
  const refusal = refusalWords(change.error, { fields: [], words, instead: { stale: say.stale } }).whole;

  function send(): void {
    setTried(tried + 1);
    if (questions.some((question) => question.trim() === '')) return;
    change.mutate(
      { basedOn, questions },
      {
        onSuccess: () => {
          tell(say.done);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={say.title(subTable.no)} onClose={onClose} firm>
      <p className={styles.theme}>{say.what}</p>
      <Form onSubmit={send} refusal={tried}>
        {questions.map((question, index) => (
          <TextField
            key={index}
            label={tables.question(index + 1)}
            value={question}
            limit={questionLimit}
            error={tried > 0 && question.trim() === '' ? say.missing : undefined}
            onChange={(typed) => setQuestions(questions.map((one, place) => (place === index ? typed : one)))}
          />
        ))}
        {refusal !== undefined && <Banner tone="danger">{refusal}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={change.isPending}>
            {say.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
