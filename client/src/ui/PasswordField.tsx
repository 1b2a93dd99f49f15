// A password, hidden until asked for: whoever types one on a phone, or makes one for somebody else, may look at it first.
import { Eye, EyeOff } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { FieldError } from './FieldError.tsx';
import styles from './field.module.css';
import { useWords } from './words.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `new-password` lets the browser offer a strong one. */
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

export function PasswordField({ label, value, onChange, autoComplete, hint, error }: PasswordFieldProps): ReactNode {
  const { ui } = useWords();
  const id = useId();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={styles.withButton}>
        <input
          id={id}
          type={shown ? 'text' : 'password'}
          className={styles.control}
          value={value}
          autoComplete={autoComplete}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={error !== undefined}
          aria-required
          aria-describedby={hint === undefined ? `${id}-error` : `${id}-hint ${id}-error`}
          onChange={(event) => onChange(event.target.value)}
        />
        <IconButton label={shown ? ui.hidePassword : ui.showPassword} onClick={() => setShown(!shown)}>
          <Icon aria-hidden="true" />
        </IconButton>
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}
