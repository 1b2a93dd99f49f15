// The bar that stays in sight while one reads and writes: the tools, where one's words are, and the ways to find one's way.
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Keyboard, PanelRight, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/Button.tsx';
import { useWords } from './words.ts';
import styles from './editor-bar.module.css';
import { useDocFact } from './use-doc-fact.ts';
import { countDocumentWords, countWordsBetween } from './word-count.ts';

/** What is open over the text; one thing at a time. */
export type Opened =
  | { readonly what: 'link' | 'find' | 'help' | 'side' }
  /** `pos` of the footnote to reword; null for a new one. */
  | { readonly what: 'footnote'; readonly pos: number | null };

/** What a page offers to do with the words that are selected. */
export interface SelectionAction {
  readonly label: string;
  readonly icon: ReactNode;
  /** The words, a line a block. */
  readonly onAct: (words: string) => void;
}

interface EditorBarProps {
  readonly editor: Editor;
  readonly status: ReactNode;
  readonly tools: ReactNode;
  readonly find: ReactNode;
  readonly onOpen: (opened: Opened) => void;
  readonly embedded: boolean;
  readonly selectionAction?: SelectionAction | undefined;
}

export function EditorBar({ editor, status, tools, find, onOpen, embedded, selectionAction }: EditorBarProps): ReactNode {
  const words = useWords().editor;
  return (
    <div className={styles.bar} data-editor-bar="">
      <div className={styles.row}>
        <div className={styles.status}>{status}</div>
        <div className={styles.ways}>
          <WordCount editor={editor} />
          {selectionAction && <OfSelection editor={editor} action={selectionAction} />}
          <IconButton label={words.tools.find} onClick={() => onOpen({ what: 'find' })}>
            <Search aria-hidden="true" />
          </IconButton>
          <span className={styles.help}>
            <IconButton label={words.tools.help} onClick={() => onOpen({ what: 'help' })}>
              <Keyboard aria-hidden="true" />
            </IconButton>
          </span>
          <span className={styles.side} data-always={embedded || undefined}>
            <IconButton label={`${words.people.label} · ${words.tools.outline}`} onClick={() => onOpen({ what: 'side' })}>
              <PanelRight aria-hidden="true" />
            </IconButton>
          </span>
        </div>
      </div>
      {find}
      {tools}
    </div>
  );
}

function OfSelection({ editor, action }: { readonly editor: Editor; readonly action: SelectionAction }): ReactNode {
  const empty = useEditorState({ editor, selector: ({ editor: { state } }) => state.selection.empty });
  return (
    <IconButton
      label={action.label}
      disabled={empty}
      onClick={() => {
        const { doc, selection } = editor.state;
        action.onAct(doc.textBetween(selection.from, selection.to, '\n'));
      }}
    >
      {action.icon}
    </IconButton>
  );
}

const counting = { read: countDocumentWords, same: (one: number, other: number) => one === other };

function WordCount({ editor }: { readonly editor: Editor }): ReactNode {
  const words = useWords().editor.words;
  const total = useDocFact(editor, counting);
  const selected = useEditorState({
    editor,
    selector: ({ editor: { state } }) => (state.selection.empty ? 0 : countWordsBetween(state.doc, state.selection)),
  });
  return <span className={styles.words}>{selected > 0 ? words.selected(selected, total) : words.count(total)}</span>;
}
