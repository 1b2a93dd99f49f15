// The text of an open document with its tools, and what opens over it: one editor for one Y.Doc, made only when there is a text to show.
import type { Me } from '@cocrea/shared/api/session.ts';
import { EditorContent, useEditor } from '@tiptap/react';
import { Fragment, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { Dialog } from '../ui/Dialog.tsx';
import { tell } from '../ui/Toast.tsx';
import { useLanguage } from '../ui/words.ts';
import { useWords } from './words.ts';
import styles from './document-editor.module.css';
import './document-text.css';
import { caretRoom } from './caret-room.ts';
import { EditorBar, type Opened } from './EditorBar.tsx';
import type { EditorDesk, EditorExtras } from './editor-extras.ts';
import { editorExtensions } from './extensions.ts';
import { FindPanel } from './FindPanel.tsx';
import { FootnoteDialog } from './FootnoteDialog.tsx';
import { Footnotes } from './Footnotes.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { useKeyboardInset } from './keyboard-inset.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { Outline } from './Outline.tsx';
import { cleanPastedHtml } from './paste/clean-pasted-html.ts';
import { PeopleHere } from './PeopleHere.tsx';
import { RemoteCarets, type CaretsHandle } from './RemoteCarets.tsx';
import { homePanel, SidePanels } from './SidePanels.tsx';
import { Toolbar, type ToolbarHandle } from './Toolbar.tsx';
import { useOpening } from './use-opening.ts';
import { usePageKeys } from './use-page-keys.ts';

/** Where there is room for something beside the text. */
const wide = '(min-width: 64rem)';
const nothing: EditorExtras = {};
const none: readonly never[] = [];

interface DocumentEditorProps {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** How many people are here, oneself among them, where only some of them are shown; 0 otherwise. */
  readonly crowd: number;
  readonly editable: boolean;
  readonly title: string;
  readonly me: Pick<Me, 'personId' | 'name' | 'color'>;
  readonly status: ReactNode;
  /** Above the text: why it cannot be written, what was kept apart. */
  readonly notices?: ReactNode;
  /** On a page that has more than the text: people and headings are behind a button, on a desktop too. */
  readonly embedded?: boolean;
  readonly extras?: EditorExtras | undefined;
}

export function DocumentEditor(props: DocumentEditorProps): ReactNode {
  const { doc, awareness, crowd, editable, title, me, status, notices, embedded = false, extras = nothing } = props;
  const words = useWords().editor;
  const { closed } = words.page;
  const language = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [beside, setBeside] = useState(homePanel);
  const carets = useRef<CaretsHandle>(null);
  const toolbar = useRef<ToolbarHandle>(null);

  const keys = useMemo(
    () => ({
      onLink: () => setOpened({ what: 'link' }),
      onFootnote: () => setOpened({ what: 'footnote', pos: null }),
      onFind: () => setOpened({ what: 'find' }),
      onHelp: () => setOpened({ what: 'help' }),
      onToolbar: () => toolbar.current?.focus(),
    }),
    [],
  );
  usePageKeys(keys);

  const extensions = useMemo(() => editorExtensions({ doc, awareness, words, keys }), [doc, awareness, words, keys]);
  const editor = useEditor(
    {
      extensions,
      editable,
      injectCSS: false,
      // It looks after every key at what was deleted, and nobody here listens.
      enableCoreExtensions: { delete: false },
      editorProps: {
        scrollThreshold: caretRoom,
        scrollMargin: caretRoom,
        attributes: {
          class: 'document-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': words.page.body(title),
          lang: 'es',
          dir: 'auto',
          spellcheck: 'true',
          autocapitalize: 'sentences',
        },
        transformPastedHTML: (html) => cleanPastedHtml(html),
        handleClickOn: (_view, _pos, node, nodePos) => {
          if (node.type.name !== 'footnote') return false;
          setOpened({ what: 'footnote', pos: nodePos });
          return true;
        },
        handleClick: (_view, _pos, event) => {
          const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
          if (!link || !(event.ctrlKey || event.metaKey)) return false;
          window.open(link.getAttribute('href') ?? '', '_blank', 'noopener');
          return true;
        },
      },
    },
    [doc, language],
  );
  const opening = useOpening();
  useKeyboardInset(editor);
  useEffect(() => {
    if (editor.isEditable === editable) return;
    // The notice that says why stands above the text, out of sight of whoever was writing further down.
    if (!editable && editor.isFocused) tell(closed);
    editor.setEditable(editable, false);
  }, [editor, editable, closed]);

  const close = useCallback(() => setOpened(null), []);
  const goTo = useCallback((clientId: number) => {
    setOpened(null);
    requestAnimationFrame(() => carets.current?.show(clientId));
  }, []);
  const desk = useMemo(
    (): EditorDesk => ({
      editor,
      awareness,
      openPanel: (panel) => {
        if (!embedded && matchMedia(wide).matches) setBeside(panel);
        else setOpened({ what: 'side', panel });
      },
      closePanel: close,
    }),
    [editor, awareness, embedded, close],
  );
  const { panels = none, layers = none, selectionActions = none } = extras;
  // With every key the status is another. What does not show it is kept as it was drawn, so that a key costs no more in a long text with many
  // headings and panels than in a short one.
  const tools = useMemo(
    () => editable && <Toolbar ref={toolbar} editor={editor} askLink={keys.onLink} askFootnote={keys.onFootnote} />,
    [editable, editor, keys],
  );
  const sheet = useMemo(
    () => (
      <div className={styles.sheet}>
        <div className={styles.text} data-opening={opening || undefined}>
          <RemoteCarets ref={carets} editor={editor} awareness={awareness} />
          <EditorContent editor={editor} />
          {layers.map(({ id, render }) => (
            <Fragment key={id}>{render(desk)}</Fragment>
          ))}
        </div>
        <Footnotes editor={editor} editable={editable} onEdit={(pos) => setOpened({ what: 'footnote', pos })} />
      </div>
    ),
    [editor, awareness, layers, desk, editable, opening],
  );
  const sidePanels = useCallback(
    (selected: string, onJump?: () => void) => {
      const people = <PeopleHere awareness={awareness} crowd={crowd} me={me} onGoTo={goTo} />;
      const outline = <Outline editor={editor} {...(onJump && { onJump })} />;
      const home = (
        <div className={styles.home}>
          {people}
          {outline}
        </div>
      );
      return <SidePanels desk={desk} panels={panels} selected={selected} home={home} />;
    },
    [awareness, crowd, me, goTo, editor, desk, panels],
  );
  const selected = panels.some(({ id }) => id === beside) ? beside : homePanel;
  const side = useMemo(() => !embedded && sidePanels(selected), [embedded, sidePanels, selected]);

  return (
    <div className={styles.editor} data-embedded={embedded || undefined}>
      <EditorBar
        desk={desk}
        status={status}
        onOpen={setOpened}
        embedded={embedded}
        selectionActions={selectionActions}
        tools={tools}
        below={extras.bar}
        find={opened?.what === 'find' && <FindPanel editor={editor} onClose={close} />}
      />
      <div className={styles.notices}>
        {notices}
        {extras.notices}
      </div>
      <div className={styles.columns} data-embedded={embedded || undefined}>
        {sheet}
        {side && (
          <aside className={styles.side} aria-label={words.outline.label}>
            {side}
          </aside>
        )}
      </div>
      {opened?.what === 'link' && editable && <LinkDialog editor={editor} onClose={close} />}
      {opened?.what === 'footnote' && editable && <FootnoteDialog editor={editor} pos={opened.pos} onClose={close} />}
      {opened?.what === 'help' && <HelpDialog onClose={close} />}
      {opened?.what === 'side' && (
        <Dialog title={title} onClose={close}>
          <div className={styles.sheetPanel}>{sidePanels(opened.panel, close)}</div>
        </Dialog>
      )}
    </div>
  );
}
