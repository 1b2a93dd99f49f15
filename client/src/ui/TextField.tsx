// One line of text: label, hint, and what is wrong in words. Never cuts what somebody types: too long is said, not done to them.
import { lengthOf } from '@cocrea/shared/domain/person.ts';
import { useEffect, useId, useRef, type ComponentProps, type ReactNode } from 'react';
import { FieldError } from './FieldError.tsx';
import styles from './field.module.css';
import { useWords } from './words.ts';

interface TextFieldProps
  extends Pick<
    ComponentProps<'input'>,
    | 'type'
    | 'name'
    | 'autoComplete'
    | 'autoCapitalize'
    | 'autoCorrect'
    | 'spellCheck'
    | 'inputMode'
    | 'disabled'
    | 'readOnly'
    | 'enterKeyHint'
    | 'autoFocus'
    | 'list'
  > {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** For the few characters of a code. */
  readonly large?: boolean;
  /** How many characters fit, counted as a person counts them. Near it the field says how many are left; beyond it, that it is too long. */
  readonly limit?: number;
}

/** The share of a limit that is left when the field begins to count. */
const nearEnd = 0.2;

export function TextField({
  label,
  value,
  onChange,
  hint,
  error,
  optional = false,
  large = false,
  limit,
  type = 'text',
  ...rest
}: TextFieldProps): ReactNode {
  const { ui } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { autoFocus } = rest;
  useEffect(() => {
    // A field that opens with words in it is there to give others: typing replaces them.
    if (autoFocus) input.current?.select();
  }, [autoFocus]);
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const leftId = `${id}-left`;
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
          <span className={styles.left} id={leftId}>
            {ui.charactersLeft(String(left))}
          </span>
        )}
      </div>
      {hint !== undefined && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
      <input
        {...rest}
        ref={input}
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={large ? `${styles.control} ${styles.large}` : styles.control}
        aria-invalid={wrong !== undefined}
        aria-describedby={[hint !== undefined && hintId, near && leftId, errorId].filter(Boolean).join(' ')}
        aria-required={!optional && type !== 'search'}
      />
      <FieldError id={errorId}>{wrong}</FieldError>
    </div>
  );
}
