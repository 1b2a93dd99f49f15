// Words with the footnotes that stand among them: a raised word says that a note begins, and the note follows in small type.
import { notePieces } from '@cocrea/shared/document/note-pieces.ts';
import type { ReactNode } from 'react';
import styles from './footnoted-words.module.css';
import { useWords } from './words.ts';

interface FootnotedWordsProps {
  readonly words: string;
  /** They go on inside a note that began before them. */
  readonly inside?: boolean;
}

export function FootnotedWords({ words, inside = false }: FootnotedWordsProps): ReactNode {
  const { footnote } = useWords().history;
  const { pieces } = notePieces(words, inside);
  return pieces.map(({ text, isNote, opens }, at) => {
    if (!isNote) return text;
    return (
      // Pieces have no name of their own: their place is all that tells them apart.
      <span key={`${at} ${text.length}`} className={styles.note}>
        {opens && <sup className={styles.sign}>{footnote.sign}</sup>}
        {text}
      </span>
    );
  });
}
