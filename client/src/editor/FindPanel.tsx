// Looks for words in the whole document, also in what is far from the screen; accents and case aside.
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { IconButton } from '../ui/Button.tsx';
import { useWords } from './words.ts';
import styles from './find-panel.module.css';
import { findState } from './find-highlights.ts';

interface FindPanelProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

export function FindPanel({ editor, onClose }: FindPanelProps): ReactNode {
  const words = useWords().editor.find;
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(() => selectedWords(editor));
  const { current, total } = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const found = findState(now.state);
      return { current: found.current, total: found.matches.length };
    },
  });
  useEffect(() => {
    field.current?.select();
    return () => {
      if (!editor.isDestroyed) editor.commands.find('');
    };
  }, [editor]);
  useEffect(() => {
    editor.commands.find(query);
    showFound(editor);
  }, [editor, query]);
  const step = (by: 1 | -1) => {
    editor.commands.findStep(by);
    showFound(editor);
  };
  const close = () => {
    editor.commands.selectFound();
    onClose();
    editor.commands.focus(null, { scrollIntoView: false });
  };
  return (
    <search className={styles.panel}>
      <input
        ref={field}
        type="search"
        className={styles.field}
        aria-label={words.label}
        placeholder={words.placeholder}
        value={query}
        enterKeyHint="search"
        autoFocus
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <output className={styles.count} aria-live="polite">
        {query.trim() !== '' && (total === 0 ? words.none : words.count(current + 1, total))}
      </output>
      <IconButton label={words.previous} onClick={() => step(-1)}>
        <ChevronUp aria-hidden="true" />
      </IconButton>
      <IconButton label={words.next} onClick={() => step(1)}>
        <ChevronDown aria-hidden="true" />
      </IconButton>
      <IconButton label={words.close} onClick={close}>
        <X aria-hidden="true" />
      </IconButton>
    </search>
  );
}

function selectedWords({ state: { doc, selection } }: Editor): string {
  const words = doc.textBetween(selection.from, selection.to, '\n');
  return words.length <= 80 && !words.includes('\n') ? words : '';
}

function showFound(editor: Editor): void {
  requestAnimationFrame(() => {
    if (!editor.isDestroyed) editor.view.dom.querySelector('.found-current')?.scrollIntoView({ block: 'center' });
  });
}
