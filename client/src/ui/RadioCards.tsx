// A choice of one where each choice deserves a picture and a line: cards to be touched with a thumb, radio buttons underneath.
import { useId, type ReactNode } from 'react';
import { FieldError } from './FieldError.tsx';
import fieldStyles from './field.module.css';
import styles from './radio-cards.module.css';

export interface Card<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly mark?: ReactNode;
}

interface RadioCardsProps<Value extends string> {
  readonly legend: string;
  readonly value: Value | null;
  readonly cards: readonly Card<Value>[];
  readonly onChange: (value: Value) => void;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  /** Small choices side by side, such as a theme. */
  readonly inRow?: boolean;
}

export function RadioCards<Value extends string>({
  legend,
  value,
  cards,
  onChange,
  error,
  disabled,
  inRow = false,
}: RadioCardsProps<Value>): ReactNode {
  const id = useId();
  return (
    <fieldset className={fieldStyles.field} disabled={disabled} aria-describedby={`${id}-error`}>
      <legend className={fieldStyles.label}>{legend}</legend>
      <div className={inRow ? styles.row : styles.cards}>
        {cards.map((card, index) => (
          <label key={card.value} className={styles.card}>
            <input
              type="radio"
              name={id}
              className={styles.radio}
              checked={card.value === value}
              aria-invalid={error !== undefined && index === 0 ? true : undefined}
              aria-describedby={card.hint === undefined ? undefined : `${id}-${card.value}`}
              onChange={() => onChange(card.value)}
            />
            {card.mark !== undefined && <span className={styles.mark}>{card.mark}</span>}
            <span className={styles.text}>
              <span className={styles.label}>{card.label}</span>
              {card.hint !== undefined && (
                <span className={styles.hint} id={`${id}-${card.value}`} aria-hidden="true">
                  {card.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}
