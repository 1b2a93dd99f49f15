// A reader's editor changes nothing, not even by a plugin's tidying: what it changed would be text nobody may send.
import { isFromYjs } from '@cocrea/shared/document/keep-block-ids.ts';
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

export const ReadGuard = Extension.create({
  name: 'readGuard',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('readGuard'),
        filterTransaction: (transaction) => !transaction.docChanged || editor.isEditable || isFromYjs(transaction),
      }),
    ];
  },
});
