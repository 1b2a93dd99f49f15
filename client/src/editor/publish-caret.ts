// Tells the others where one's caret is, as y-tiptap's positions that survive what others type, and the section it stands in. At most ten
// times a second, and only when it moved: in a full hall presence is what costs most.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import { PRESENCE_SECTION_FIELD } from '@cocrea/shared/protocol/presence-state.ts';
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { caretField, type Caret } from './presence.ts';

/** Milliseconds between two tellings. */
const pause = 100;

interface SyncPluginState {
  readonly type: Y.XmlFragment;
  readonly doc: Y.Doc;
  readonly binding: ProsemirrorBinding | null;
}

/** What y-tiptap knows of the shared document; null until it has drawn it. */
export function boundTo(view: EditorView): (SyncPluginState & { readonly binding: ProsemirrorBinding }) | null {
  const state = ySyncPluginKey.getState(view.state) as SyncPluginState | undefined;
  return state?.binding ? { ...state, binding: state.binding } : null;
}

function caretOf(view: EditorView): Caret | null {
  const bound = boundTo(view);
  if (!bound) return null;
  const { anchor, head } = view.state.selection;
  const relative = (pos: number): Y.RelativePosition =>
    absolutePositionToRelativePosition(pos, bound.type, bound.binding.mapping);
  return { anchor: relative(anchor), head: relative(head) };
}

/** The id of the heading above the caret; empty before the first. */
function sectionOf({ state }: EditorView): string {
  for (let index = state.selection.$head.index(0); index >= 0; index--) {
    const block = state.doc.maybeChild(index);
    if (block?.type.name === 'heading') return String(block.attrs[blockIdAttribute] ?? '');
  }
  return '';
}

function sameCaret(one: unknown, other: Caret): boolean {
  const { anchor, head } = (one ?? {}) as Partial<Caret>;
  return (
    anchor !== undefined &&
    head !== undefined &&
    Y.compareRelativePositions(Y.createRelativePositionFromJSON(anchor), other.anchor) &&
    Y.compareRelativePositions(Y.createRelativePositionFromJSON(head), other.head)
  );
}

export const PublishCaret = Extension.create<{ awareness: Awareness | null }>({
  name: 'publishCaret',
  addOptions() {
    return { awareness: null };
  },
  addProseMirrorPlugins() {
    const { awareness } = this.options;
    if (!awareness) return [];
    return [
      new Plugin({
        key: new PluginKey('publishCaret'),
        view: (view) => {
          let timer: ReturnType<typeof setTimeout> | undefined;
          let toldAt = 0;
          const tell = () => {
            timer = undefined;
            toldAt = Date.now();
            const caret = view.isDestroyed ? null : caretOf(view);
            const before = awareness.getLocalState();
            if (caret && before && !sameCaret(before[caretField], caret)) {
              awareness.setLocalState({ ...before, [caretField]: caret, [PRESENCE_SECTION_FIELD]: sectionOf(view) });
            }
          };
          const soon = () => {
            // A caret that was never put anywhere is not where the person is.
            if (view.hasFocus()) timer ??= setTimeout(tell, Math.max(0, toldAt + pause - Date.now()));
          };
          view.dom.addEventListener('focus', soon);
          return {
            update: (_view, before) => {
              if (!before.selection.eq(view.state.selection) || before.doc !== view.state.doc) soon();
            },
            destroy: () => {
              clearTimeout(timer);
              view.dom.removeEventListener('focus', soon);
            },
          };
        },
      }),
    ];
  },
});
