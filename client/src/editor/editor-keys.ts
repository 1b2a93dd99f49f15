// The keys of the editor beyond those of its blocks and marks: what opens a dialog, a panel or the toolbar.
import { Extension } from '@tiptap/core';

export interface KeyActions {
  readonly onLink: () => void;
  readonly onFootnote: () => void;
  readonly onFind: () => void;
  readonly onHelp: () => void;
  readonly onToolbar: () => void;
}

const nothing = (): void => undefined;

export const EditorKeys = Extension.create<KeyActions>({
  name: 'editorKeys',
  // Before Bold, Italic and the rest, so that a key is answered once.
  priority: 8000,
  addOptions() {
    return { onLink: nothing, onFootnote: nothing, onFind: nothing, onHelp: nothing, onToolbar: nothing };
  },
  addKeyboardShortcuts() {
    const run = (action: () => void) => () => {
      action();
      return true;
    };
    const { onLink, onFootnote, onFind, onHelp, onToolbar } = this.options;
    return {
      'Mod-k': run(onLink),
      'Mod-Alt-f': run(onFootnote),
      'Mod-f': run(onFind),
      'Mod-/': run(onHelp),
      'Alt-F10': run(onToolbar),
    };
  },
});
