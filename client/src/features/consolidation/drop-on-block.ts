// Lets something from the desk be dropped onto a block of the text: the block under it is marked, and told when it is let go.
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import { blockUnder } from './block-at.ts';

/** The kind of data a source is dragged as: nothing else is taken. */
export const sourceType = 'application/x-cocrea-source';
const key = new PluginKey<string | null>('dropOnBlock');

function mark(view: EditorView, blockId: string | null): void {
  if (key.getState(view.state) !== blockId) view.dispatch(view.state.tr.setMeta(key, { blockId }));
}

export function dropOnBlock(onDrop: (dropped: { data: string; blockId: string }) => void): Plugin<string | null> {
  return new Plugin<string | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, over) => {
        const told = transaction.getMeta(key) as { blockId: string | null } | undefined;
        return told === undefined ? over : told.blockId;
      },
    },
    props: {
      decorations: (state) => {
        const over = key.getState(state);
        if (over === null || over === undefined) return null;
        const marks: Decoration[] = [];
        state.doc.descendants((node, pos) => {
          if (node.attrs[blockIdAttribute] === over)
            marks.push(Decoration.node(pos, pos + node.nodeSize, { class: 'drop-here' }));
          return marks.length === 0;
        });
        return DecorationSet.create(state.doc, marks);
      },
      handleDOMEvents: {
        dragover: (view, event) => {
          if (!event.dataTransfer?.types.includes(sourceType)) return false;
          event.preventDefault();
          mark(view, blockUnder(view, event));
          return true;
        },
        dragleave: (view, event) => {
          if (!view.dom.contains(event.relatedTarget as globalThis.Node | null)) mark(view, null);
          return false;
        },
        drop: (view, event) => {
          const data = event.dataTransfer?.getData(sourceType);
          mark(view, null);
          if (!data) return false;
          event.preventDefault();
          const blockId = blockUnder(view, event);
          if (blockId !== null) onDrop({ data, blockId });
          return true;
        },
      },
    },
  });
}
