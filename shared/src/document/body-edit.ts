// What the server can be asked to change in a text: few kinds of edit, each as data, each made into one Yjs update by `editBody`.
import type { DocumentJson } from './seed.ts';

export type BodyEdit =
  /** Words to the end of a block that holds words. */
  | { readonly kind: 'append'; readonly blockId: string; readonly text: string }
  /** New paragraphs (or items, inside a list) after a block, each with the id it is given here. */
  | {
      readonly kind: 'insert_after';
      readonly blockId: string;
      readonly paragraphs: readonly { readonly id: string; readonly text: string }[];
    }
  /** The whole text is to read like this: what differs is changed and nothing else, blocks keep their ids. */
  | { readonly kind: 'read_like'; readonly body: DocumentJson };
