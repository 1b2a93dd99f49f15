// A footnote as one character of the text: an inline atom that carries its words. Its number is its place, counted when shown.
import { Node } from '@tiptap/core';

/** Longest text of a footnote, in characters; a longer one belongs in the body. */
export const footnoteLimit = 2000;

export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  marks: '',

  addAttributes() {
    return {
      text: {
        default: '',
        parseHTML: (element) => (element.getAttribute('data-footnote') ?? '').slice(0, footnoteLimit),
        renderHTML: (attributes) => ({ 'data-footnote': String(attributes['text'] ?? '') }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'sup[data-footnote]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['sup', { ...HTMLAttributes, class: 'footnote' }];
  },
});
