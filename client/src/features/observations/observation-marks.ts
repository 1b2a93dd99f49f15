// Marks in the text what was observed: a quiet line under the words, deeper where several observed them.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

type Marked = Pick<Observation, 'id' | 'blockId' | 'quoteFrom' | 'quoteTo'>;

const key = new PluginKey('observationMarks');

/** A plugin that marks them; `onPick` is told the block whose mark was touched. */
export function observationMarks(observations: readonly Marked[], onPick: (blockId: string) => void): Plugin {
  const byBlock = new Map<string, Marked[]>();
  for (const one of observations) byBlock.set(one.blockId, [...(byBlock.get(one.blockId) ?? []), one]);
  let drawn: { doc: Node; marks: DecorationSet } | null = null;
  return new Plugin({
    key,
    props: {
      decorations: ({ doc }) => {
        if (drawn?.doc !== doc) drawn = { doc, marks: DecorationSet.create(doc, decorationsIn(doc, byBlock)) };
        return drawn.marks;
      },
      handleClickOn: (_view, _pos, node) => {
        const id: unknown = node.attrs[blockIdAttribute];
        if (typeof id === 'string' && byBlock.has(id)) onPick(id);
        return false;
      },
    },
  });
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
