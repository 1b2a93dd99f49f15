// Where a comment is written: its words, the people it names, and what is wrong. What is typed is kept on the device with every letter.
import { commentLimits, stillNamed } from '@cocrea/shared/domain/comment.ts';
import { isBlank, lengthOf } from '@cocrea/shared/domain/person.ts';
import { useState, type ReactNode } from 'react';
import { refusalWords } from '../../api/refusal-words.ts';
import { createSendingIds } from '../../api/sending-id.ts';
import { useSending } from '../../api/use-sending.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import styles from './comments.module.css';
import { forgetWords, keepWords, keptWords, type KeptWords } from './kept-words.ts';
import { useMentioning, type Mentioning } from './use-mentioning.ts';
import { useWords } from './words.ts';

export interface SaidNow {
  /** The same while the words are: sending them twice says them once. */
  readonly id: string;
  readonly text: string;
  readonly mentions: string[];
}

interface CommentBoxProps {
  readonly place: { readonly lab: string; readonly document: string };
  /** Under which name unsent words are kept. */
  readonly keptAs: string;
  readonly label: string;
  readonly action: string;
  readonly cancel: string;
  readonly begun?: KeptWords;
  readonly onSend: (said: SaidNow) => Promise<unknown>;
  /** After it was sent. */
  readonly onDone?: () => void;
  readonly onCancel: () => void;
}

export function CommentBox(props: CommentBoxProps): ReactNode {
  const { place, keptAs, label, action, cancel, begun, onSend, onDone, onCancel } = props;
  const words = useWords();
  const { box: say } = words.comments;
  const [typed, setTyped] = useState(() => keptWords(keptAs, begun));
  const [ids] = useState(createSendingIds);
  const [refusal, setRefusal] = useState<object | null>(null);
  const sending = useSending(onSend);
  const change = (next: KeptWords): void => {
    setTyped(next);
    keepWords(keptAs, next);
  };
  const mentioning = useMentioning({
    place,
    ...typed,
    onChoose: (text, person) => change({ text, chosen: [...typed.chosen, person] }),
  });
  const { beside, whole } = refusalWords(sending.error, { fields: ['text'], words });
  const missing = refusal !== null && isBlank(typed.text);

  function send(): void {
    const { text, chosen } = typed;
    if (isBlank(text) || lengthOf(text.trim()) > commentLimits.text) return setRefusal({});
    const said = { text, mentions: stillNamed(text, chosen).map(({ personId }) => personId) };
    sending.send(
      { ...said, id: ids(said) },
      {
        onSuccess: () => {
          forgetWords(keptAs);
          setTyped({ text: '', chosen: [] });
          setRefusal(null);
          onDone?.();
        },
        onError: () => setRefusal({}),
      },
    );
  }

  return (
    <Form onSubmit={send} refusal={refusal}>
      <div onKeyDownCapture={mentioning.onKeyDown} onKeyUp={mentioning.look} onClick={mentioning.look}>
        <LinesField
          label={label}
          hint={say.hint}
          rows={3}
          autoFocus
          box={mentioning.box}
          value={typed.text}
          limit={commentLimits.text}
          error={missing ? words.ui.required : beside.text}
          onChange={(text) => {
            change({ ...typed, text });
            mentioning.look();
          }}
        />
        <Offered {...mentioning} />
      </div>
      {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
      <FormActions>
        <Button
          look="quiet"
          onClick={() => {
            forgetWords(keptAs);
            onCancel();
          }}
        >
          {cancel}
        </Button>
        <Button look="primary" type="submit" pending={sending.pending}>
          {action}
        </Button>
      </FormActions>
    </Form>
  );
}

function Offered({ offered, listId, active, optionId, choose }: Mentioning): ReactNode {
  const { ui, comments } = useWords();
  const { box: say } = comments;
  return (
    <>
      <p className="visually-hidden" role="status">
        {offered !== null && (offered.length === 0 ? say.noneOffered : say.offered(offered.length))}
      </p>
      {offered !== null && offered.length === 0 && <p className={styles.small}>{say.noneOffered}</p>}
      {offered !== null && offered.length > 0 && (
        <ul id={listId} role="listbox" aria-label={say.offering} className={styles.offered}>
          {offered.map((person, index) => (
            <li
              key={person.personId}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              className={styles.option}
              // The box keeps the focus, and a phone its keyboard.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <PersonMark name={person.name} color={person.color} kind={person.actorKind} silent />
              <span>{person.name}</span>
              <span className={styles.small}>{ui.actorKinds[person.actorKind]}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
