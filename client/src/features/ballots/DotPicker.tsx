// Dots put on contributions with + and −: how many are left is said over the list, and stays in sight.
import { sumOf, type Dots as Given } from '@cocrea/shared/domain/ballot.ts';
import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from './words.ts';
import type { Choice } from './choices.ts';
import styles from './dot-picker.module.css';

interface DotPickerProps {
  readonly choices: readonly Choice[];
  readonly dots: Given;
  readonly quota: number;
  readonly onChange: (dots: Given) => void;
  /** For others than whoever holds the screen. */
  readonly counted?: boolean;
}

export function DotPicker({ choices, dots, quota, onChange, counted = false }: DotPickerProps): ReactNode {
  const { ballots: say } = useWords();
  const left = quota - sumOf(dots);
  const put = (id: string, more: 1 | -1): void => onChange({ ...dots, [id]: Math.max(0, (dots[id] ?? 0) + more) });
  return (
    <div className={styles.picker}>
      <p className={styles.left} role="status" data-over={left < 0}>
        <span className={styles.drawn} aria-hidden="true">
          {Array.from({ length: Math.min(quota, 20) }, (_, dot) => (
            <span key={dot} className={styles.dot} data-free={dot < left} />
          ))}
        </span>
        {(counted ? say.ballot.leftCounted : say.ballot.left)(left, quota)}
      </p>
      <ul className={styles.choices}>
        {choices.map(({ id, question, folio, text, language, others }, index) => {
          const given = dots[id] ?? 0;
          return (
            <li key={id} className={styles.choice} data-given={given > 0}>
              {choices[index - 1]?.question !== question && <p className={styles.question}>{say.question(question)}</p>}
              <div className={styles.row}>
                <div className={styles.words}>
                  <p className={styles.text} lang={language}>
                    {text}
                  </p>
                  <p className={styles.folio}>
                    {folio}
                    {others > 0 && ` ${say.ballot.others(others)}`}
                  </p>
                </div>
                <div className={styles.stepper}>
                  <button
                    type="button"
                    className={styles.step}
                    aria-label={say.ballot.less(folio)}
                    disabled={given === 0}
                    onClick={() => put(id, -1)}
                  >
                    <Minus aria-hidden="true" />
                  </button>
                  <span className={styles.given} aria-label={say.ballot.given(given)} role="img">
                    {given}
                  </span>
                  <button
                    type="button"
                    className={styles.step}
                    aria-label={say.ballot.more(folio)}
                    disabled={left <= 0}
                    onClick={() => put(id, 1)}
                  >
                    <Plus aria-hidden="true" />
                  </button>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
