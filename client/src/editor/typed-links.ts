// An address typed and followed by a space becomes a link. An input rule, so that only the one who types it makes it: a plugin that watches
// the text would make it on every screen at once.
import { toSafeLink } from '@cocrea/shared/document/safe-link.ts';
import { Extension, InputRule } from '@tiptap/core';

const typed = /(?:^|\s)((?:https?:\/\/|www\.)[^\s<>]+)(\s)$/i;

/** What closes a sentence is not part of an address. */
const closing = /[.,;:!?)\]}'"”’»]+$/;

export const TypedLinks = Extension.create({
  name: 'typedLinks',
  addInputRules() {
    return [
      new InputRule({
        find: typed,
        undoable: true,
        handler: ({ state, range, match }) => {
          const [whole, address = '', blank = ' '] = match;
          const words = address.replace(closing, '');
          const href = toSafeLink(words);
          const link = state.schema.marks['link'];
          if (!href || !link) return null;
          const from = range.from + whole.indexOf(address);
          const { tr } = state;
          if (tr.doc.rangeHasMark(from, from + words.length, link)) return null;
          tr.addMark(from, from + words.length, link.create({ href }))
            .insertText(blank, range.to)
            .removeStoredMark(link);
          return undefined;
        },
      }),
    ];
  },
});
