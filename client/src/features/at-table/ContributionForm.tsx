// The box in which somebody answers: what they type is kept with every letter, belongs to the question it was begun for, and is in the queue
// of this phone the moment *Enviar* is pressed, with or without a line.
import { onBehalfLimit } from '@cocrea/shared/domain/contribution.ts';
import { isBlank, lengthOf } from '@cocrea/shared/domain/person.ts';
import { questionOf, type TableSession } from '@cocrea/shared/domain/table-session.ts';
import { Send } from 'lucide-react';
import { useState, type ReactNode, type RefObject } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Outbox, OutboxView } from '../../outbox/outbox.ts';
import styles from './contribution-form.module.css';
import { FormOptions } from './FormOptions.tsx';
import { emptyDraft, type Draft, type Use } from './kept-draft.ts';
import { OutboxStatus } from './OutboxStatus.tsx';
import type { TableLine } from './use-table-line.ts';
import { useWords } from './words.ts';
import { isTooLong, WordsBox } from './WordsBox.tsx';

interface ContributionFormProps {
  readonly no: number;
  readonly session: TableSession | null;
  readonly questions: readonly string[];
  readonly staff: boolean;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly use: Use;
  readonly onUse: (use: Use) => void;
  readonly outbox: Outbox;
  readonly view: OutboxView;
  readonly line: TableLine;
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

export function ContributionForm(props: ContributionFormProps): ReactNode {
  const { no, session, questions, staff, draft, onDraft, use, onUse, outbox, view, line, box } = props;
  const { form: say } = useWords().atTable;
  const [missing, setMissing] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [passOn, setPassOn] = useState(false);
  const asked = session === null ? 1 : questionOf(session.phase);
  // Where the table is at no question, or everybody answers in their own time, one says oneself which one it is.
  const ownTime = session?.mode === 'until';
  const chooses = ownTime || (session?.phase !== 'welcome' && (asked === null || use.way === 'paper'));
  const [chosen, setChosen] = useState<number | null>(null);
  const question = draft.question ?? chosen ?? asked ?? 1;
  const left = asked !== null && !chooses && chosen === null && draft.text !== '' && question !== asked;

  function type(text: string): void {
    setMissing(false);
    setPassOn(false);
    onDraft({ ...draft, text, question: text === '' ? null : question });
    line.typing(text !== '');
  }

  function choose(value: string): void {
    setChosen(Number(value));
    onDraft({ ...draft, question: draft.text === '' ? null : Number(value) });
  }

  function send(): void {
    const empty = isBlank(draft.text);
    if (empty || isTooLong(draft.text) || lengthOf(draft.onBehalfOf) > onBehalfLimit) {
      setMissing(empty);
      setAttempt(attempt + 1);
      return;
    }
    const { text, language, onBehalfOf } = draft;
    const written = { table: no, question, text, language, ...use, onBehalfOf: onBehalfOf.trim() === '' ? null : onBehalfOf };
    outbox.add(written, { onLine: line.open });
    line.typing(false);
    onDraft({ ...emptyDraft, language });
    if (!chooses) setChosen(null);
    setPassOn(use.way === 'shared_phone');
    box.current?.focus();
  }

  const choice = (
    <Select
      label={chooses ? say.question : say.otherQuestion}
      value={String(question)}
      onChange={choose}
      {...(ownTime && { hint: questions[question - 1] ?? '' })}
      options={questions.map((words, index) => ({ value: String(index + 1), label: say.questionOption(index + 1, words) }))}
    />
  );
  return (
    <Form onSubmit={send} refusal={attempt}>
      {chooses && choice}
      {left && (
        <Banner action={<Button onClick={() => onDraft({ ...draft, question: asked })}>{say.moveToo(asked)}</Button>}>
          {say.movedOn(asked, question)}
        </Banner>
      )}
      <WordsBox
        box={box}
        label={say.box(question)}
        value={draft.text}
        onChange={type}
        onBlur={() => line.typing(false)}
        error={missing ? say.empty : undefined}
        placeholder={say.placeholder}
        language={draft.language}
      />
      <FormOptions draft={draft} onDraft={onDraft} use={use} onUse={onUse} staff={staff} question={chooses ? null : choice} />
      <div className={styles.foot}>
        <OutboxStatus view={view} {...(passOn && { done: say.passOn })} />
        <Button type="submit" look="primary" icon={<Send aria-hidden="true" />} wide>
          {say.send}
        </Button>
      </div>
    </Form>
  );
}
