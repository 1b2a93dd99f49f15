// The body of a Yjs document as data: what comparisons, fingerprints and exports are made of.
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { bodyField, createSchema } from './schema.ts';
import type { DocumentJson } from './seed.ts';

const schema = createSchema();

/** The body of the document this one update makes. */
export function bodyOfUpdate(update: Uint8Array): DocumentJson {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return bodyOf(doc);
}

/** ProseMirror's JSON, every attribute of every node spelled out. Reads a document of its own: it may mend what does not fit the schema. */
export function bodyOf(doc: Y.Doc): DocumentJson {
  return yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(bodyField), schema).toJSON() as DocumentJson;
}
