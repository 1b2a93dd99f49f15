// The first text of a document, as the one update a store is born with. The server seeds; an editor never writes a first paragraph,
// because two people opening an empty document together would each write one.
import type { JSONContent } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { blockIdAttribute, newBlockId } from './block-id.ts';
import { blockTypes, bodyField, createSchema } from './schema.ts';

/** A document in ProseMirror's JSON: `{ type: 'doc', content: [...] }`. */
export type DocumentJson = JSONContent;

const withIds = new Set<string>(blockTypes);
const schema = createSchema();

function fillIds(json: DocumentJson): DocumentJson {
  const filled: DocumentJson = { ...json };
  if (json.type !== undefined && withIds.has(json.type)) {
    filled.attrs = { ...json.attrs, [blockIdAttribute]: json.attrs?.[blockIdAttribute] ?? newBlockId() };
  }
  if (json.content) filled.content = json.content.map(fillIds);
  return filled;
}

/**
 * One v1 update that writes `json` as the body of an empty document, every block with an id (ids already there are kept).
 * `clientId` (an unsigned 32-bit number) is the Yjs client the text is attributed to.
 * Throws RangeError where `json` does not fit the schema.
 */
export function seedUpdate(json: DocumentJson, { clientId }: { clientId: number }): Uint8Array {
  const node = Node.fromJSON(schema, fillIds(json));
  node.check();
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.transact(() => prosemirrorToYXmlFragment(node, doc.getXmlFragment(bodyField)));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
