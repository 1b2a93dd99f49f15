// Dots as dots, with their number: what a table gave most weight to is seen before it is read.
import type { ReactNode } from 'react';
import { useWords } from './words.ts';
import styles from './dots.module.css';

/** Drawn up to this many; the number says the rest. */
const drawn = 15;

export function Dots({ count }: { readonly count: number }): ReactNode {
  const { ballots: say } = useWords();
  return (
    <p className={styles.dots}>
      <span className={styles.drawn} aria-hidden="true">
        {Array.from({ length: Math.min(count, drawn) }, (_, dot) => (
          <span key={dot} className={styles.dot} />
        ))}
      </span>
      {say.dots(count)}
    </p>
  );
}
