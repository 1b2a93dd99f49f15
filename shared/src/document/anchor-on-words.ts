// The anchor of a comment on words of a text nobody has open: what a lab is born with.
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { makeAnchor, standingAnchor, type Anchored } from './comment-anchors.ts';
import { bodyField, createSchema } from './schema.ts';
import { findWords } from './words-in-text.ts';

const schema = createSchema();

/** In the text this one update makes. Throws where the words do not stand in it exactly so, and once. */
export function anchorOnWords(update: Uint8Array, words: string): Anchored {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, update);
  const body = ydoc.getXmlFragment(bodyField);
  const doc = yXmlFragmentToProseMirrorRootNode(body, schema);
  const [place, ...others] = findWords(doc, words, 2);
  const made = place === undefined || others.length > 0 ? null : makeAnchor({ body, doc }, place);
  const anchor = made && standingAnchor({ body, doc }, made);
  ydoc.destroy();
  if (anchor === null) throw new Error(`«${words}» does not stand once in the text`);
  return anchor;
}
