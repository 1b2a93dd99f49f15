// What a page adds to the text it shows: panels beside it, layers over it, things to do with what is selected. The editor knows none of them.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

/** The open editor, as an extra is given it. */
export interface EditorDesk {
  readonly editor: Editor;
  /** Who has this text open, and what each screen says of itself. */
  readonly awareness: Awareness;
  /** Shows that panel: beside the text on a desktop, over it on a phone. */
  readonly openPanel: (id: string) => void;
  /** Puts the panel away where it stands over the text; does nothing where it stands beside. */
  readonly closePanel: () => void;
}

export interface EditorPanel {
  readonly id: string;
  readonly label: string;
  /** How many things wait in it; left out where it is none. */
  readonly badge?: number;
  readonly render: (desk: EditorDesk) => ReactNode;
}

/** Drawn over the text in its own coordinates; may register ProseMirror plugins while it is mounted (see `use-plugin.ts`). */
export interface EditorLayer {
  readonly id: string;
  readonly render: (desk: EditorDesk) => ReactNode;
}

/** What a page offers to do with the words that are selected. */
export interface SelectionAction {
  readonly label: string;
  readonly icon: ReactNode;
  /** Says the label beside the icon while something is selected. */
  readonly prominent?: boolean;
  /** The words, a line a block. */
  readonly onAct: (words: string, desk: EditorDesk) => void;
}

/** What this device holds of a text that takes no more words: what its writer has here and nowhere else. */
export interface UnsentWords {
  /** The text as this device has it, with what was never sent. */
  readonly doc: Y.Doc;
  /** Changes the server has not confirmed. */
  readonly pending: number;
  /** Everything the server has is in it. */
  readonly isWhole: boolean;
  /** When this device last kept it before it was opened now, in milliseconds since 1970; null where it was not kept. */
  readonly leftAt: number | null;
  /** The ways to take the text along. */
  readonly takeAlong: ReactNode;
  /** Forgets what was never sent, on its writer's word: the text is opened anew as the server has it. */
  readonly forget: () => Promise<void>;
}

/** Give the same object while nothing changed: the editor is drawn again with each new one. */
export interface EditorExtras {
  readonly panels?: readonly EditorPanel[];
  readonly layers?: readonly EditorLayer[];
  readonly selectionActions?: readonly SelectionAction[];
  /** Below the tools, and in sight wherever one is in the text. */
  readonly bar?: ReactNode;
  /** Above the text, after what the editor itself has to say. */
  readonly notices?: ReactNode;
  /** Above a text that can only be read, instead of the words that nothing can be done with what was not sent. */
  readonly unsent?: (words: UnsentWords) => ReactNode;
  /** The text as it stands for everybody: shown instead of this device's copy while that holds words that were not sent. The same object while it is the same text. */
  readonly stands?: DocumentJson | undefined;
}
