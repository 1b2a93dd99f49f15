// The line at the foot of a question in which whoever takes the notes types what is said: Enter sends it, and the line is ready for the next.
// What could not be sent stays in it, with the reason; its id stays the same, so that trying again makes no second one.
import { contributionLimit, onBehalfLimit } from '@cocrea/shared/domain/contribution.ts';
import { isBlank, lengthOf } from '@cocrea/shared/domain/person.ts';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useNoteContribution } from '../../api/contributions.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { createSendingIds } from '../../api/sending-id.ts';
import { serverNow } from '../../api/server-time.ts';
import type { TablePlace } from '../../api/tables.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldError } from '../../ui/FieldError.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from './words.ts';
import styles from './write-contribution.module.css';

interface WriteContributionProps {
  readonly place: TablePlace;
  readonly question: number;
}

const ways = ['spoken', 'paper'] as const;

export function WriteContribution({ place, question }: WriteContributionProps): ReactNode {
  const words = useWords();
  const { board: say, ui } = words;
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [way, setWay] = useState<(typeof ways)[number]>('spoken');
  const [onBehalfOf, setOnBehalfOf] = useState('');
  const [empty, setEmpty] = useState(false);
  const [open, setOpen] = useState(false);
  const [idOf, setIdOf] = useState(createSendingIds);
  const note = useNoteContribution(place);
  const refusal = refusalWords(note.error, { fields: ['text', 'onBehalfOf'], words });
  const tooLong = lengthOf(text) > contributionLimit;
  const wrong = tooLong
    ? ui.tooLong(String(contributionLimit))
    : empty
      ? say.write.empty
      : (refusal.beside.text ?? refusal.whole);

  function send(): void {
    if (note.isPending || tooLong) return;
    if (isBlank(text)) {
      setEmpty(true);
      return;
    }
    const form = { question, text, way, onBehalfOf: onBehalfOf.trim() === '' ? null : onBehalfOf };
    const writtenAt = Math.trunc(serverNow());
    note.mutate(
      { id: idOf(form), ...form, language: 'es', circle: null, writtenAt },
      {
        onSuccess: () => {
          // What was typed while it was on its way stays.
          setText((now) => (now === text ? '' : now));
          setOnBehalfOf('');
          // The same words from now on are somebody else's: two people may say one thing.
          setIdOf(createSendingIds);
          box.current?.focus();
        },
      },
    );
  }

  return (
    <form
      className={styles.write}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onFocus={() => setOpen(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget) && text === '' && onBehalfOf === '') setOpen(false);
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {say.write.label(question)}
      </label>
      <textarea
        ref={box}
        id={id}
        className={styles.box}
        rows={1}
        value={text}
        lang="es"
        placeholder={say.write.placeholder}
        enterKeyHint="send"
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => {
          setText(target.value);
          setEmpty(false);
          if (note.isError) note.reset();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <FieldError id={`${id}-error`}>{wrong}</FieldError>
      {open && (
        <>
          <TextField
            label={say.write.onBehalf}
            value={onBehalfOf}
            onChange={setOnBehalfOf}
            limit={onBehalfLimit}
            error={refusal.beside.onBehalfOf}
            optional
            autoComplete="off"
          />
          <div className={styles.foot}>
            <select
              className={styles.way}
              aria-label={say.write.how}
              value={way}
              onChange={({ target }) => setWay(ways.find((one) => one === target.value) ?? 'spoken')}
            >
              {ways.map((value) => (
                <option key={value} value={value}>
                  {say.write.ways[value]}
                </option>
              ))}
            </select>
            <Button type="submit" pending={note.isPending}>
              {say.write.send}
            </Button>
          </div>
        </>
      )}
      <p role="status" className={styles.noted}>
        {note.data && text === '' && (note.data.late ? say.write.notedLate : say.write.noted)(note.data.folio)}
      </p>
    </form>
  );
}
