// A ProseMirror plugin for as long as something is mounted: how a layer draws decorations without the editor knowing it.
import type { Editor } from '@tiptap/core';
import type { Plugin } from '@tiptap/pm/state';
import { useEffect } from 'react';

/**
 * `make` must be the same function while the plugin is to stay: with each new one the views of all plugins begin anew, and what the plugin knew is
 * gone. What changes is given to the plugin by a transaction's meta. Plugins of a key replace each other.
 */
export function usePlugin(editor: Editor, make: () => Plugin): void {
  useEffect(() => {
    const plugin = make();
    editor.registerPlugin(plugin);
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(plugin.spec.key ?? '');
    };
  }, [editor, make]);
}
