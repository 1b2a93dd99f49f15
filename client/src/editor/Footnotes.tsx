// The footnotes of the text listed at its end: a view of what stands in the text, not a second copy.
import type { Editor } from '@tiptap/core';
import { ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/Button.tsx';
import { useWords } from './words.ts';
import { footnotesIn, sameFootnotes } from './footnotes-in.ts';
import styles from './footnotes.module.css';
import { goToPosition } from './Outline.tsx';
import { useDocFact } from './use-doc-fact.ts';

const reading = { read: footnotesIn, same: sameFootnotes };

interface FootnotesProps {
  readonly editor: Editor;
  readonly editable: boolean;
  readonly onEdit: (pos: number) => void;
}

export function Footnotes({ editor, editable, onEdit }: FootnotesProps): ReactNode {
  const words = useWords().editor.footnote;
  const notes = useDocFact(editor, reading);
  if (notes.length === 0) return null;
  return (
    <section className={styles.notes} aria-label={words.list}>
      <ol>
        {notes.map(({ no, pos, text }) => (
          <li key={pos} className={styles.note}>
            <span className={styles.no} aria-hidden="true">
              {no}
            </span>
            {editable ? (
              <button
                type="button"
                className={styles.text}
                lang="es"
                aria-label={`${words.edit(no)}: ${text || words.empty}`}
                onClick={() => onEdit(pos)}
              >
                {text || words.empty}
              </button>
            ) : (
              <span className={styles.text} lang="es">
                {text || words.empty}
              </span>
            )}
            <IconButton label={words.back(no)} onClick={() => goToPosition(editor, pos)}>
              <ArrowUp aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ol>
    </section>
  );
}
