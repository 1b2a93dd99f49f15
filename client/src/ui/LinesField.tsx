// Several lines of words, such as a reason. Label, hint, what is left of the limit, and what is wrong, as every other field.
import { lengthOf } from '@cocrea/shared/domain/person.ts';
import { useId, type ReactNode, type RefObject } from 'react';
import { FieldError } from './FieldError.tsx';
import styles from './field.module.css';
import { useWords } from './words.ts';

interface LinesFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly optional?: boolean;
  readonly limit?: number;
  readonly rows?: number;
  readonly box?: RefObject<HTMLTextAreaElement | null>;
  readonly autoFocus?: boolean;
}

/** The share of a limit that is left when the field begins to count. */
const nearEnd = 0.2;

export function LinesField(props: LinesFieldProps): ReactNode {
  const { label, hint, value, error, onChange, optional = false, limit, rows = 4, box, autoFocus } = props;
  const { ui } = useWords();
  const id = useId();
  const left = limit === undefined ? null : limit - lengthOf(value);
  const near = limit !== undefined && left !== null && left >= 0 && left <= limit * nearEnd;
  const wrong = error ?? (left !== null && left < 0 ? ui.tooLong(String(limit)) : undefined);
  return (
    <div className={styles.field}>
      <div className={styles.over}>
        <label className={styles.label} htmlFor={id}>
          {label}
          {optional && <span className={styles.optional}>{ui.optional}</span>}
        </label>
        {near && (
          <span className={styles.left} id={`${id}-left`}>
            {ui.charactersLeft(String(left))}
          </span>
        )}
      </div>
      {hint !== undefined && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        ref={box}
        id={id}
        className={`${styles.control} ${styles.lines}`}
        value={value}
        rows={rows}
        lang="es"
        autoFocus={autoFocus}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-hint ${id}-left ${id}-error`}
        aria-required={!optional}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      <FieldError id={`${id}-error`}>{wrong}</FieldError>
    </div>
  );
}
