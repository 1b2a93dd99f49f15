// Says beside each block where it comes from: a chip at its end for every source, drawn over the text and never part of it.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import { derivations, lineOf, type Derivations } from '@cocrea/shared/document/derived-from.ts';
import { isFromYjs } from '@cocrea/shared/document/keep-block-ids.ts';
import type { Origin } from '@cocrea/shared/domain/origin.ts';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { attributesOf } from './block-at.ts';

/** Chips of one block that are written out; the rest are a number. */
const most = 2;
const key = new PluginKey<ChipsState>('originChips');

export interface ChipWords {
  readonly label: (origin: Origin) => string;
  readonly chip: (label: string) => string;
  readonly more: (count: number) => string;
}

interface ChipsState {
  readonly byBlock: ReadonlyMap<string, readonly Origin[]>;
  readonly chips: DecorationSet;
}

/** Draws the origins that `showOrigins` gives it. One plugin for as long as the text is open: what changes is given to it. */
export function originChips({ words, onPick }: { words: ChipWords; onPick: (blockId: string) => void }): Plugin<ChipsState> {
  const draw = (doc: Node, byBlock: ChipsState['byBlock']): ChipsState => {
    const chips: Decoration[] = [];
    if (byBlock.size > 0) {
      const from = derivations(attributesOf(doc));
      doc.descendants((node, pos) => {
        const id: unknown = node.attrs[blockIdAttribute];
        const here = typeof id === 'string' ? originsAt(id, { byBlock, from }) : [];
        if (here.length > 0 && typeof id === 'string' && node.isTextblock) {
          const end = pos + node.nodeSize - 1;
          chips.push(
            Decoration.widget(end, () => chipsOf(here, { words, onPick: () => onPick(id) }), { side: 1, key: keyOf(here) }),
          );
        }
        return !node.isTextblock;
      });
    }
    return { byBlock, chips: DecorationSet.create(doc, chips) };
  };
  return new Plugin<ChipsState>({
    key,
    state: {
      init: () => ({ byBlock: new Map(), chips: DecorationSet.empty }),
      apply: (transaction, before) => {
        const given = transaction.getMeta(key) as ChipsState['byBlock'] | undefined;
        // What arrives from others puts whole stretches anew, and their chips would go with them. One's own typing only moves them.
        if (given !== undefined || isFromYjs(transaction)) return draw(transaction.doc, given ?? before.byBlock);
        return transaction.docChanged ? { ...before, chips: before.chips.map(transaction.mapping, transaction.doc) } : before;
      },
    },
    props: { decorations: (state) => key.getState(state)?.chips },
  });
}

/** Draws these from now on. */
export function showOrigins(view: EditorView, origins: readonly Origin[]): void {
  const byBlock = new Map<string, Origin[]>();
  for (const one of origins) byBlock.set(one.blockId, [...(byBlock.get(one.blockId) ?? []), one]);
  view.dispatch(view.state.tr.setMeta(key, byBlock).setMeta('addToHistory', false));
}

/** Those of a block, and those it has with the words it was made of. */
function originsAt(id: string, { byBlock, from }: { byBlock: ChipsState['byBlock']; from: Derivations }): Origin[] {
  const all = lineOf(id, from).flatMap((one) => byBlock.get(one) ?? []);
  return [...new Map(all.map((one) => [one.sourceId ?? one.id, one])).values()];
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
