// Everything one open editor is made of: the schema both sides share, the shared text, and what belongs to this screen alone.
import { KeepBlockIds } from '@cocrea/shared/document/keep-block-ids.ts';
import { KeepDerivations } from '@cocrea/shared/document/keep-derivations.ts';
import { schemaExtensions } from '@cocrea/shared/document/schema.ts';
import type { Extensions } from '@tiptap/core';
import { Dropcursor, Placeholder } from '@tiptap/extensions';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Words } from './words.ts';
import { FindHighlights } from './find-highlights.ts';
import { KeepCaret } from './keep-caret.ts';
import { KeepNodeViews } from './keep-node-views.ts';
import { PublishCaret } from './publish-caret.ts';
import { QuestionGuard } from './question-guard.ts';
import { ReadGuard } from './read-guard.ts';
import { SharedText } from './shared-text.ts';
import { EditorKeys, type KeyActions } from './editor-keys.ts';
import { TypedLinks } from './typed-links.ts';

export interface EditorParts {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly words: Words['editor'];
  readonly keys: KeyActions;
}

export function editorExtensions({ doc, awareness, words, keys }: EditorParts): Extensions {
  return [
    ...schemaExtensions({ taskBox: words.tools.taskBox }),
    SharedText.configure({ doc }),
    KeepBlockIds,
    KeepDerivations,
    KeepCaret,
    KeepNodeViews,
    QuestionGuard,
    ReadGuard,
    TypedLinks,
    FindHighlights,
    EditorKeys.configure(keys),
    PublishCaret.configure({ awareness }),
    Dropcursor.configure({ class: 'drop-cursor', color: false, width: 2 }),
    Placeholder.configure({ placeholder: words.page.placeholder }),
  ];
}
