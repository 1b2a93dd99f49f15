// Colours the text by who wrote it: each stretch with the colour of its hand or kind, and a line under it whose pattern tells the kind of actor,
// so that colour is never needed to tell. What is typed after it was asked stays plain until it is asked again.
import type { BlockAuthors } from '@cocrea/shared/document/authorship.ts';
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export interface Face {
  /** A value of CSS. */
  readonly color: string;
  readonly kind: ActorKind | null;
  readonly name: string;
}

const key = new PluginKey<DecorationSet>('authorMarks');
/** What a change that came from others is marked with: it sets the whole text anew, so that nothing can be followed through it. */
const fromOthers = 'y-sync$';

export function authorMarks(blocks: readonly BlockAuthors[], faceOf: (personId: string | null) => Face): Plugin {
  const byBlock = new Map(blocks.map(({ blockId, runs }) => [blockId, runs]));
  /** What each block said when it was drawn first. */
  const said = new Map<string, string>();
  const draw = (doc: Node): DecorationSet => {
    const marks: Decoration[] = [];
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return true;
      const id = String(node.attrs[blockIdAttribute]);
      const runs = byBlock.get(id) ?? [];
      if (runs.length === 0) return false;
      const is = node.textBetween(0, node.content.size, null, '\uFFFC');
      const was = said.get(id) ?? is;
      said.set(id, was);
      for (const run of runs) {
        const { color, kind, name } = faceOf(run.personId);
        for (const [from, to] of placesOf(run, { was, is })) {
          const look = { class: 'authored', style: `--author: ${color}`, 'data-author-kind': kind ?? '', title: name };
          marks.push(Decoration.inline(pos + 1 + from, pos + 1 + to, look));
        }
      }
      return false;
    });
    return DecorationSet.create(doc, marks);
  };
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => draw(doc),
      apply: (transaction, marks) => {
        if (!transaction.docChanged) return marks;
        if (transaction.getMeta(fromOthers) !== undefined) return draw(transaction.doc);
        return marks.map(transaction.mapping, transaction.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Where a stretch of a block is now: what stands before and after the one place that changed. */
function placesOf({ from, to }: { from: number; to: number }, { was, is }: { was: string; is: string }): [number, number][] {
  const shorter = Math.min(was.length, is.length);
  let before = 0;
  while (before < shorter && was[before] === is[before]) before += 1;
  let after = 0;
  while (after < shorter - before && was[was.length - 1 - after] === is[is.length - 1 - after]) after += 1;
  const shift = is.length - was.length;
  const places: [number, number][] = [
    [from, Math.min(to, before)],
    [Math.max(from, before, was.length - after) + shift, Math.min(to, was.length) + shift],
  ];
  return places.filter(([start, end]) => start < end);
}
