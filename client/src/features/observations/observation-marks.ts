// Marks in the text what was observed: a quiet line under the words, deeper where several observed them.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

type Marked = Pick<Observation, 'id' | 'blockId' | 'quoteFrom' | 'quoteTo'>;

interface MarksState {
  readonly byBlock: ReadonlyMap<string, readonly Marked[]>;
  readonly marks: DecorationSet;
}

const key = new PluginKey<MarksState>('observationMarks');

/** Marks what `showObserved` gives it; `onPick` is told the block whose mark was touched. */
export function observationMarks(onPick: (blockId: string) => void): Plugin<MarksState> {
  const draw = (doc: Node, byBlock: MarksState['byBlock']): MarksState => ({
    byBlock,
    marks: DecorationSet.create(doc, decorationsIn(doc, byBlock)),
  });
  return new Plugin<MarksState>({
    key,
    state: {
      init: () => ({ byBlock: new Map(), marks: DecorationSet.empty }),
      // A frozen text changes no more; what comes late of it is drawn anew.
      apply: (transaction, before) => {
        const given = transaction.getMeta(key) as MarksState['byBlock'] | undefined;
        return given !== undefined || transaction.docChanged ? draw(transaction.doc, given ?? before.byBlock) : before;
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleClickOn: (view, _pos, node) => {
        const id: unknown = node.attrs[blockIdAttribute];
        if (typeof id === 'string' && key.getState(view.state)?.byBlock.has(id) === true) onPick(id);
        return false;
      },
    },
  });
}

/** Marks these from now on. */
export function showObserved(view: EditorView, observations: readonly Marked[]): void {
  const byBlock = new Map<string, Marked[]>();
  for (const one of observations) byBlock.set(one.blockId, [...(byBlock.get(one.blockId) ?? []), one]);
  view.dispatch(view.state.tr.setMeta(key, byBlock).setMeta('addToHistory', false));
}

function decorationsIn(doc: Node, byBlock: ReadonlyMap<string, readonly Marked[]>): Decoration[] {
  const decorations: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const id: unknown = node.attrs[blockIdAttribute];
    for (const { quoteFrom, quoteTo } of (typeof id === 'string' && byBlock.get(id)) || []) {
      // A footnote is one position and several letters: within such a block the mark is as near as it can be.
      const from = pos + 1 + Math.min(quoteFrom, node.content.size);
      const to = pos + 1 + Math.min(quoteTo, node.content.size);
      if (from < to) decorations.push(Decoration.inline(from, to, { class: 'observed' }));
    }
    return false;
  });
  return decorations;
}

/** Brings a block into view. */
export function showBlock(dom: HTMLElement, blockId: string): void {
  dom.querySelector(`[data-id="${CSS.escape(blockId)}"]`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}
