// The headings of the text, to jump by.
import type { Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import { useWords } from './words.ts';
import { outlineOf, sameOutline } from './outline.ts';
import styles from './side-panel.module.css';
import { useDocFact } from './use-doc-fact.ts';

const reading = { read: outlineOf, same: sameOutline };

interface OutlineProps {
  readonly editor: Editor;
  readonly onJump?: () => void;
}

/** Goes to a place of the text: into view, and for those with a keyboard with the caret in it. */
export function goToPosition(editor: Editor, pos: number): void {
  const node = editor.view.nodeDOM(pos);
  const element = node instanceof HTMLElement ? node : node?.parentElement;
  editor.commands.setTextSelection(Math.min(pos + 1, editor.state.doc.content.size));
  if (matchMedia('(hover: hover)').matches) editor.commands.focus(null, { scrollIntoView: false });
  element?.scrollIntoView({ block: 'start' });
}

export function Outline({ editor, onJump }: OutlineProps): ReactNode {
  const words = useWords().editor.outline;
  const entries = useDocFact(editor, reading);
  const highest = Math.min(3, ...entries.map(({ level }) => level));
  return (
    <nav aria-label={words.label} className={styles.section}>
      <h2 className={styles.title}>{words.label}</h2>
      {entries.length === 0 ? (
        <p className={styles.empty}>{words.empty}</p>
      ) : (
        <ul className={styles.list}>
          {entries.map(({ level, text }, index) => (
            <li key={index} data-depth={level - highest}>
              <button
                type="button"
                className={styles.entry}
                lang="es"
                onClick={() => {
                  const pos = outlineOf(editor.state.doc)[index]?.pos;
                  if (pos !== undefined) goToPosition(editor, pos);
                  onJump?.();
                }}
              >
                {text || words.untitled}
              </button>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
