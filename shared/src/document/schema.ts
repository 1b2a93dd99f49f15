// The shape of what people write together: which blocks and marks a document may hold. Both sides build their schema from this list,
// so that a word the browser accepts is a word the server can read. Runs in Node without a DOM.
import { Extension, getSchema, type Extensions } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import type { Schema } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import { blockIdAttribute, derivedFromAttribute } from './block-id.ts';
import { Footnote } from './footnote.ts';
import { isSafeLink } from './safe-link.ts';

/** Name of the Y.XmlFragment a document's body lives in. */
export const bodyField = 'default';

export const headingLevels = [1, 2, 3] as const;
export type HeadingLevel = (typeof headingLevels)[number];

/** Every block node carries an id; the document itself and inline nodes do not. */
export const blockTypes = [
  'paragraph',
  'heading',
  'blockquote',
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'horizontalRule',
] as const;

/** Ids are never read from HTML: what is pasted is a copy, and a copy gets ids of its own, and remembers whose words it has. */
const BlockIds = Extension.create({
  name: 'blockIds',
  addGlobalAttributes() {
    return [
      {
        types: [...blockTypes],
        attributes: {
          [blockIdAttribute]: {
            default: null,
            keepOnSplit: false,
            parseHTML: () => null,
            renderHTML: (attributes) => (attributes[blockIdAttribute] ? { 'data-id': String(attributes[blockIdAttribute]) } : {}),
          },
          [derivedFromAttribute]: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element) => element.getAttribute('data-id'),
            // Not written: whoever copies a copy has the copy's words.
            renderHTML: () => ({}),
          },
        },
      },
    ];
  },
});

/** `question` (1–4) marks the heading of a guiding question, which nobody may delete or reword; null on every other heading. */
const QuestionHeadings = Extension.create({
  name: 'questionHeadings',
  addGlobalAttributes() {
    return [
      {
        types: ['heading'],
        attributes: {
          question: {
            default: null,
            keepOnSplit: false,
            parseHTML: () => null,
            renderHTML: (attributes) => (attributes['question'] ? { 'data-question': String(attributes['question']) } : {}),
          },
        },
      },
    ];
  },
});

export interface SchemaWords {
  /** What a screen reader calls the box of a task. */
  readonly taskBox?: (task: string) => string;
}

/**
 * The extensions that make the schema, with nothing that belongs to one screen: no undo (Collaboration brings its own), no trailing
 * paragraph and no automatic links (each would write in answer to somebody else's edit, once on every screen).
 */
export function schemaExtensions({ taskBox }: SchemaWords = {}): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [...headingLevels] },
      undoRedo: false,
      trailingNode: false,
      dropcursor: false,
      code: false,
      codeBlock: false,
      underline: false,
      link: {
        autolink: false,
        linkOnPaste: true,
        openOnClick: false,
        markdownLinks: true,
        defaultProtocol: 'https',
        isAllowedUri: (uri) => isSafeLink(uri),
      },
    }),
    TaskList,
    TaskItem.configure({
      nested: true,
      ...(taskBox && { a11y: { checkboxLabel: (node) => taskBox(node.textContent) } }),
    }),
    TableKit.configure({ table: { resizable: false } }),
    Footnote,
    BlockIds,
    QuestionHeadings,
  ];
}

/** The ProseMirror schema of a document. Build it once and keep it: nodes of two schemas do not mix. */
export function createSchema(): Schema {
  return getSchema(schemaExtensions());
}
