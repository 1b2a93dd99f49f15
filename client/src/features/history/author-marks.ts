// Colours the text by who wrote it: each stretch with the colour of its hand or kind, and a line under it whose pattern tells the kind of actor,
// so that colour is never needed to tell. What is typed after stays plain until it is asked again.
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

export function authorMarks(blocks: readonly BlockAuthors[], faceOf: (personId: string | null) => Face): Plugin {
  const byBlock = new Map(blocks.map(({ blockId, runs }) => [blockId, runs]));
  const draw = (doc: Node): DecorationSet => {
    const marks: Decoration[] = [];
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return true;
      for (const { from, to, personId } of byBlock.get(String(node.attrs[blockIdAttribute])) ?? []) {
        const end = Math.min(to, node.content.size);
        if (from >= end) continue;
        const { color, kind, name } = faceOf(personId);
        marks.push(
          Decoration.inline(pos + 1 + from, pos + 1 + end, {
            class: 'authored',
            style: `--author: ${color}`,
            'data-author-kind': kind ?? '',
            title: name,
          }),
        );
      }
      return false;
    });
    return DecorationSet.create(doc, marks);
  };
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => draw(doc),
      apply: (transaction, marks) => (transaction.docChanged ? marks.map(transaction.mapping, transaction.doc) : marks),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}
