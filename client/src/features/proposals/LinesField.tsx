// Several lines of words, such as a reason. Label, hint, and what is wrong, as every other field.
import { useId, type ReactNode } from 'react';
import { FieldError } from '../../ui/FieldError.tsx';
import fieldStyles from '../../ui/field.module.css';
import styles from './panel.module.css';

interface LinesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

export function LinesField({ label, hint, value, error, onChange }: LinesFieldProps): ReactNode {
  const id = useId();
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        {label}
      </label>
      <p className={fieldStyles.hint} id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        className={`${fieldStyles.control} ${styles.area}`}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        aria-required="true"
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}
