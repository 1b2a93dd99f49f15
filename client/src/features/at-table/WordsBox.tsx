// A box for some sentences, with a limit that is said and never done: what is too long stays, with how much it is too long by.
import { lengthOf } from '@cocrea/shared/domain/person.ts';
import { contributionLimit } from '@cocrea/shared/domain/contribution.ts';
import { useId, type ReactNode, type RefObject } from 'react';
import { FieldError } from '../../ui/FieldError.tsx';
import fieldStyles from '../../ui/field.module.css';
import styles from './words-box.module.css';
import { useWords } from './words.ts';

interface WordsBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly language: string;
  readonly box?: RefObject<HTMLTextAreaElement | null>;
}

/** How many characters before the limit the box begins to count. */
const near = 200;

export function WordsBox(props: WordsBoxProps): ReactNode {
  const { label, value, onChange, onBlur, error, placeholder, language, box } = props;
  const { ui } = useWords();
  const id = useId();
  // Characters are at most as many as code units: far from the limit nobody has to count them.
  const left = contributionLimit - (value.length > contributionLimit - near ? lengthOf(value) : value.length);
  const wrong = left < 0 ? ui.tooLong(String(contributionLimit)) : error;
  return (
    <div className={fieldStyles.field}>
      <div className={fieldStyles.over}>
        <label htmlFor={id} className={fieldStyles.label}>
          {label}
        </label>
        {left <= near && (
          <span className={fieldStyles.left} id={`${id}-left`}>
            {left < 0 ? `${contributionLimit - left} / ${contributionLimit}` : ui.charactersLeft(String(left))}
          </span>
        )}
      </div>
      <textarea
        ref={box}
        id={id}
        className={`${fieldStyles.control} ${styles.box}`}
        value={value}
        rows={4}
        lang={language}
        placeholder={placeholder}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-left ${id}-error`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        onKeyDown={(event) => {
          // Whoever types for a table does not leave the keyboard.
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      <FieldError id={`${id}-error`}>{wrong}</FieldError>
    </div>
  );
}

/** What keeps these words from being sent; undefined where nothing does. Their length the box says itself. */
export function isTooLong(text: string): boolean {
  return text.length > contributionLimit && lengthOf(text.trim()) > contributionLimit;
}
