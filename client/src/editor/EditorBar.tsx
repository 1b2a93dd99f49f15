// The bar that stays in sight while one reads and writes: the tools, where one's words are, and the ways to find one's way.
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Keyboard, PanelRight, Search } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import type { EditorDesk, SelectionAction } from './editor-extras.ts';
import { homePanel } from './SidePanels.tsx';
import { useWords } from './words.ts';
import styles from './editor-bar.module.css';
import { useDocFact } from './use-doc-fact.ts';
import { countDocumentWords, countWordsBetween } from './word-count.ts';

/** What is open over the text; one thing at a time. */
export type Opened =
  | { readonly what: 'link' | 'find' | 'help' }
  /** What stands beside the text on a wide screen; with the panel that is seen first. */
  | { readonly what: 'side'; readonly panel: string }
  /** `pos` of the footnote to reword; null for a new one. */
  | { readonly what: 'footnote'; readonly pos: number | null };

interface EditorBarProps {
  readonly desk: EditorDesk;
  readonly status: ReactNode;
  readonly tools: ReactNode;
  readonly find: ReactNode;
  /** What the page adds, below the tools. */
  readonly below: ReactNode;
  readonly onOpen: (opened: Opened) => void;
  readonly embedded: boolean;
  readonly selectionActions: readonly SelectionAction[];
}

export function EditorBar({ status, tools, find, below, ...ways }: EditorBarProps): ReactNode {
  return (
    <div className={styles.bar} data-editor-bar="">
      <div className={styles.row}>
        <div className={styles.status}>{status}</div>
        <Ways {...ways} />
      </div>
      {find}
      {tools}
      {below}
    </div>
  );
}

type WaysProps = Pick<EditorBarProps, 'desk' | 'onOpen' | 'embedded' | 'selectionActions'>;

/** Apart, because the status changes with every key. */
const Ways = memo(function Ways({ desk, onOpen, embedded, selectionActions }: WaysProps): ReactNode {
  const { editor } = desk;
  const words = useWords().editor;
  return (
    <div className={styles.ways}>
      {!embedded && <WordCount editor={editor} />}
      {selectionActions.map((action) => (
        <OfSelection key={action.label} desk={desk} action={action} />
      ))}
      <IconButton label={words.tools.find} onClick={() => onOpen({ what: 'find' })}>
        <Search aria-hidden="true" />
      </IconButton>
      <span className={styles.help}>
        <IconButton label={words.tools.help} onClick={() => onOpen({ what: 'help' })}>
          <Keyboard aria-hidden="true" />
        </IconButton>
      </span>
      <span className={styles.side} data-always={embedded || undefined}>
        <IconButton
          label={`${words.people.label} · ${words.tools.outline}`}
          onClick={() => onOpen({ what: 'side', panel: homePanel })}
        >
          <PanelRight aria-hidden="true" />
        </IconButton>
      </span>
    </div>
  );
});

function OfSelection({ desk, action }: { readonly desk: EditorDesk; readonly action: SelectionAction }): ReactNode {
  const { editor } = desk;
  const empty = useEditorState({ editor, selector: ({ editor: { state } }) => state.selection.empty });
  const act = (): void => {
    const { doc, selection } = editor.state;
    action.onAct(doc.textBetween(selection.from, selection.to, '\n'), desk);
  };
  if (action.prominent && !empty) {
    return (
      <span className={styles.prominent}>
        <Button look="primary" icon={action.icon} onClick={act}>
          {action.label}
        </Button>
      </span>
    );
  }
  return (
    <IconButton label={action.label} disabled={empty} onClick={act}>
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
