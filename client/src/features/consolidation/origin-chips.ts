// Says beside each block where it comes from: a chip at its end for every source, drawn over the text and never part of it.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import type { Origin } from '@cocrea/shared/domain/origin.ts';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Chips of one block that are written out; the rest are a number. */
const most = 2;
const key = new PluginKey<DecorationSet>('originChips');

export interface ChipWords {
  readonly label: (origin: Origin) => string;
  readonly chip: (label: string) => string;
  readonly more: (count: number) => string;
}

export function originChips(
  origins: readonly Origin[],
  { words, onPick }: { words: ChipWords; onPick: (blockId: string) => void },
): Plugin<DecorationSet> {
  const byBlock = new Map<string, Origin[]>();
  for (const one of origins) byBlock.set(one.blockId, [...(byBlock.get(one.blockId) ?? []), one]);
  const draw = (doc: Node): DecorationSet => {
    const chips: Decoration[] = [];
    doc.descendants((node, pos) => {
      const id: unknown = node.attrs[blockIdAttribute];
      const here = typeof id === 'string' ? byBlock.get(id) : undefined;
      if (here !== undefined && typeof id === 'string' && node.isTextblock) {
        const end = pos + node.nodeSize - 1;
        chips.push(
          Decoration.widget(end, () => chipsOf(here, { words, onPick: () => onPick(id) }), { side: 1, key: keyOf(here) }),
        );
      }
      return !node.isTextblock;
    });
    return DecorationSet.create(doc, chips);
  };
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => draw(doc),
      // Typing moves them; blocks that come and go are drawn anew.
      apply: (transaction, drawn, before, after) => {
        if (!transaction.docChanged) return drawn;
        return before.doc.childCount === after.doc.childCount ? drawn.map(transaction.mapping, after.doc) : draw(after.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function keyOf(origins: readonly Origin[]): string {
  return origins.map(({ id }) => id).join(' ');
}

function chipsOf(origins: readonly Origin[], { words, onPick }: { words: ChipWords; onPick: () => void }): HTMLElement {
  const holder = document.createElement('span');
  holder.className = 'origin-chips';
  holder.contentEditable = 'false';
  for (const origin of origins.slice(0, most)) holder.append(chip(words.label(origin), { words, kind: origin.kind, onPick }));
  if (origins.length > most) holder.append(chip(words.more(origins.length - most), { words, kind: 'more', onPick }));
  return holder;
}

function chip(label: string, { words, kind, onPick }: { words: ChipWords; kind: string; onPick: () => void }): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'origin-chip';
  button.dataset['kind'] = kind;
  button.textContent = label;
  button.setAttribute('aria-label', words.chip(label));
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', onPick);
  return button;
}
