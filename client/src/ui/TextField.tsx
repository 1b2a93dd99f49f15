// One line of text: label, hint, and what is wrong in words. Never cuts what somebody types: too long is said, not done to them.
import { useId, type ComponentProps, type ReactNode } from 'react';
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
}

export function TextField({
  label,
  value,
  onChange,
  hint,
  error,
  optional = false,
  large = false,
  type = 'text',
  ...rest
}: TextFieldProps): ReactNode {
  const { ui } = useWords();
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}>{ui.optional}</span>}
      </label>
      {hint !== undefined && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
      <input
        {...rest}
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={large ? `${styles.control} ${styles.large}` : styles.control}
        aria-invalid={error !== undefined}
        aria-describedby={hint === undefined ? errorId : `${hintId} ${errorId}`}
        aria-required={!optional && type !== 'search'}
      />
      <FieldError id={errorId}>{error}</FieldError>
    </div>
  );
}
