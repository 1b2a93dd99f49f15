// What the toolbar offers: each tool with its picture, its key, whether it is on, and what it does.
import type { Editor } from '@tiptap/core';
import {
  Bold,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  ListTodo,
  Quote,
  Redo2,
  Strikethrough,
  Superscript,
  Table,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { Words } from './words.ts';

export interface Tool {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly name: (words: Words['editor']) => string;
  /** As ProseMirror names keys; `Mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys?: string;
  /** Absent for what is done once and is never "on". */
  readonly on?: (editor: Editor) => boolean;
  readonly can?: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

/** Tools that ask before they act are opened by the page, which owns their dialogs. */
export interface AskingTools {
  readonly askLink: () => void;
  readonly askFootnote: () => void;
}

const heading = (level: 1 | 2 | 3, icon: LucideIcon): Tool => ({
  id: `heading-${level}`,
  icon,
  name: ({ tools }) => tools.heading(level),
  keys: `Mod-Alt-${level}`,
  on: (editor) => editor.isActive('heading', { level }),
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
});

/** At the end of the text a line follows the table, so that one can write on below it with any key or finger. */
function insertTable(editor: Editor): void {
  const { doc, selection } = editor.state;
  const last = selection.$to.index(0) >= doc.childCount - 1;
  const chain = editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true });
  if (last) {
    chain.command(({ tr, state }) => {
      if (tr.doc.lastChild?.type.name === 'table')
        tr.insert(tr.doc.content.size, state.schema.nodes['paragraph']?.create() ?? []);
      return true;
    });
  }
  chain.run();
}

/** Groups from the most to the least used: a phone shows the first and scrolls to the rest. */
export function textTools({ askLink, askFootnote }: AskingTools): readonly (readonly Tool[])[] {
  return [
    [heading(1, Heading1), heading(2, Heading2), heading(3, Heading3)],
    [
      {
        id: 'bold',
        icon: Bold,
        name: ({ tools }) => tools.bold,
        keys: 'Mod-b',
        on: (editor) => editor.isActive('bold'),
        run: (editor) => editor.chain().focus().toggleBold().run(),
      },
      {
        id: 'italic',
        icon: Italic,
        name: ({ tools }) => tools.italic,
        keys: 'Mod-i',
        on: (editor) => editor.isActive('italic'),
        run: (editor) => editor.chain().focus().toggleItalic().run(),
      },
      {
        id: 'strike',
        icon: Strikethrough,
        name: ({ tools }) => tools.strike,
        keys: 'Mod-Shift-s',
        on: (editor) => editor.isActive('strike'),
        run: (editor) => editor.chain().focus().toggleStrike().run(),
      },
    ],
    [
      {
        id: 'bullet-list',
        icon: List,
        name: ({ tools }) => tools.bulletList,
        keys: 'Mod-Shift-8',
        on: (editor) => editor.isActive('bulletList'),
        run: (editor) => editor.chain().focus().toggleBulletList().run(),
      },
      {
        id: 'ordered-list',
        icon: ListOrdered,
        name: ({ tools }) => tools.orderedList,
        keys: 'Mod-Shift-7',
        on: (editor) => editor.isActive('orderedList'),
        run: (editor) => editor.chain().focus().toggleOrderedList().run(),
      },
      {
        id: 'task-list',
        icon: ListTodo,
        name: ({ tools }) => tools.taskList,
        keys: 'Mod-Shift-9',
        on: (editor) => editor.isActive('taskList'),
        run: (editor) => editor.chain().focus().toggleTaskList().run(),
      },
      {
        id: 'quote',
        icon: Quote,
        name: ({ tools }) => tools.quote,
        keys: 'Mod-Shift-b',
        on: (editor) => editor.isActive('blockquote'),
        run: (editor) => editor.chain().focus().toggleBlockquote().run(),
      },
    ],
    [
      {
        id: 'link',
        icon: Link,
        name: ({ tools }) => tools.link,
        keys: 'Mod-k',
        on: (editor) => editor.isActive('link'),
        run: askLink,
      },
      { id: 'footnote', icon: Superscript, name: ({ tools }) => tools.footnote, keys: 'Mod-Alt-f', run: askFootnote },
      {
        id: 'table',
        icon: Table,
        name: ({ table }) => table.insert,
        on: (editor) => editor.isActive('table'),
        can: (editor) => !editor.isActive('table'),
        run: insertTable,
      },
    ],
    [
      {
        id: 'undo',
        icon: Undo2,
        name: ({ tools }) => tools.undo,
        keys: 'Mod-z',
        can: (editor) => editor.can().undo(),
        run: (editor) => editor.chain().focus().undo().run(),
      },
      {
        id: 'redo',
        icon: Redo2,
        name: ({ tools }) => tools.redo,
        keys: 'Mod-y',
        can: (editor) => editor.can().redo(),
        run: (editor) => editor.chain().focus().redo().run(),
      },
    ],
  ];
}
