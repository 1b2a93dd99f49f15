// The place of what is on its way, in its own measures, so that nothing jumps when it arrives. Says "loading" once to those who listen.
import type { ReactNode } from 'react';
import styles from './skeleton.module.css';
import { useWords } from './words.ts';

/** `lines` bars in the height of text; the last one shorter. */
export function Skeleton({ lines = 3, tall = false }: { readonly lines?: number; readonly tall?: boolean }): ReactNode {
  const { ui } = useWords();
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{ui.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={tall ? styles.tall : styles.bar} aria-hidden="true" />
      ))}
    </div>
  );
}
