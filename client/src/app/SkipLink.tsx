// The first thing a keyboard reaches: past what every page repeats, to what is only here.
import type { ReactNode } from 'react';
import { useWords } from '../ui/words.ts';
import styles from './skip-link.module.css';

export function SkipLink(): ReactNode {
  const { app } = useWords();
  return (
    <a
      href="#contenido"
      className={styles.skip}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('contenido')?.focus();
      }}
    >
      {app.shell.skip}
    </a>
  );
}
