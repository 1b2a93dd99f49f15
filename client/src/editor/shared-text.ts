// Binds the editor to the shared text and gives undo of one's own edits. Our own few lines around y-tiptap, in place of Tiptap's Collaboration,
// which needs y-tiptap 3.0.6 or later: from there on a caret stays behind while another person types in the same block, because the
// recovery of "lost" positions takes every remote edit of a block with distinctive attributes (ours have ids) for a move.
import { bodyField } from '@cocrea/shared/document/schema.ts';
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type PluginView } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import {
  defaultDeleteFilter,
  defaultProtectedNodes,
  redo,
  undo,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
  yUndoPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    sharedText: {
      /** Takes back one's own last edits; never another person's, never the text that was there. */
      undo: () => ReturnType;
      /** Does again what was last taken back. */
      redo: () => ReturnType;
    };
  }
}

function stackOf(state: EditorState, which: 'undoStack' | 'redoStack'): number {
  const bound = yUndoPluginKey.getState(state) as { undoManager: Y.UndoManager } | undefined;
  return bound?.undoManager[which].length ?? 0;
}

/**
 * A browser moves the caret at once and tells of it a moment later. What arrives in between would put the caret back where it was, and the
 * key that moved it would be lost: so before anything arrives, the editor looks where the caret is. Stands before the binding, which reads
 * the selection at the same moment.
 */
function lookAtCaretFirst(doc: Y.Doc): Plugin {
  return new Plugin({
    key: new PluginKey('lookAtCaretFirst'),
    view: (view) => {
      const observer = (view as EditorView & { domObserver: { flush(): void } }).domObserver;
      const look = () => {
        if (doc._transaction?.origin !== ySyncPluginKey && !view.composing && view.hasFocus()) observer.flush();
      };
      doc.on('beforeAllTransactions', look);
      return { destroy: () => doc.off('beforeAllTransactions', look) };
    },
  });
}

/**
 * What one may take back, for as long as the editor is open. y-tiptap ends its own with its view, and every view ends whenever a layer registers
 * a plugin: on a page with layers nothing could be taken back any more.
 */
class LastingUndo extends Y.UndoManager {
  /** Called by y-tiptap with each view. */
  override destroy(): void {
    // It ends with the editor.
  }
  end(): void {
    super.destroy();
  }
}

/**
 * y-tiptap's binding, which begins anew with every view of its plugin: it makes all blocks again and puts them in place of those there are. Every
 * plugin's view is made anew when a layer brings a plugin or takes one away, and a page of a draft has half a dozen of them: a long text was set
 * seven times before it could be read. So it is kept for as long as the editor's view stays, and the text with it.
 */
function lastingSync(body: Y.XmlFragment): Plugin {
  const plugin = ySyncPlugin(body) as Plugin;
  const begin = plugin.spec.view;
  if (begin === undefined) return plugin;
  let bound: { readonly to: EditorView; readonly view: PluginView } | null = null;
  const end = (): void => {
    bound?.view.destroy?.();
    bound = null;
  };
  plugin.spec.view = (view) => {
    if (bound?.to !== view) {
      end();
      bound = { to: view, view: begin(view) };
    }
    const kept = bound.view;
    return {
      update: (now, before) => kept.update?.(now, before),
      // The views of plugins end before the editor's own does: only a moment later it shows which of them ended.
      destroy: () => queueMicrotask(() => bound?.to === view && view.isDestroyed && end()),
    };
  };
  return plugin;
}

export const SharedText = Extension.create<{ doc: Y.Doc | null }, { undo: LastingUndo | null }>({
  name: 'sharedText',
  priority: 1000,
  addOptions() {
    return { doc: null };
  },
  addStorage() {
    return { undo: null };
  },
  onDestroy() {
    this.storage.undo?.end();
  },
  addCommands() {
    return {
      undo:
        () =>
        ({ tr, state, dispatch }) => {
          tr.setMeta('preventDispatch', true);
          if (stackOf(state, 'undoStack') === 0) return false;
          return dispatch ? undo(state) === true : true;
        },
      redo:
        () =>
        ({ tr, state, dispatch }) => {
          tr.setMeta('preventDispatch', true);
          if (stackOf(state, 'redoStack') === 0) return false;
          return dispatch ? redo(state) === true : true;
        },
    };
  },
  addKeyboardShortcuts() {
    return {
      'Mod-z': () => this.editor.commands.undo(),
      'Mod-y': () => this.editor.commands.redo(),
      'Shift-Mod-z': () => this.editor.commands.redo(),
    };
  },
  addProseMirrorPlugins() {
    const { doc } = this.options;
    if (!doc) return [];
    const body = doc.getXmlFragment(bodyField);
    this.storage.undo?.end();
    const undoManager = new LastingUndo(body, {
      trackedOrigins: new Set([ySyncPluginKey]),
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTransaction: ({ meta }) => meta.get('addToHistory') !== false,
    });
    this.storage.undo = undoManager;
    return [lookAtCaretFirst(doc), lastingSync(body), yUndoPlugin({ undoManager })];
  },
});
