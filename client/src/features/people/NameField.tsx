// A name somebody will be seen under, with a name like it to take where it is already somebody's.
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from './words.ts';
import styles from './name-field.module.css';

interface NameFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  /** A free name like the one refused. */
  readonly suggestion?: string | null;
  readonly autoComplete?: 'off' | 'name' | 'nickname';
  readonly autoFocus?: boolean;
}

export function NameField({
  label,
  hint,
  value,
  onChange,
  error,
  suggestion,
  autoComplete,
  autoFocus,
}: NameFieldProps): ReactNode {
  const { people: say } = useWords();
  return (
    <div className={styles.name}>
      <TextField
        label={label}
        {...(hint !== undefined && { hint })}
        value={value}
        onChange={onChange}
        error={error}
        autoComplete={autoComplete ?? 'off'}
        autoFocus={autoFocus ?? false}
        spellCheck={false}
      />
      {suggestion && suggestion !== value && (
        <Button onClick={() => onChange(suggestion)}>{say.rename.useSuggestion(suggestion)}</Button>
      )}
    </div>
  );
}
