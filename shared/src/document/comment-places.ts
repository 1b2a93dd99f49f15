// Where comments stand in a text, block by block: for what is drawn of it outside of an editor.
import { blockIdAttribute } from './block-id.ts';
import { placesOfAnchors, standingAnchor, type Anchored } from './comment-anchors.ts';
import { bodyField, createSchema } from './schema.ts';
import type { Node } from '@tiptap/pm/model';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/** Words of one block: UTF-16 units from its beginning, what is no text counting as one. */
export interface BlockStretch {
  readonly blockId: string;
  readonly from: number;
  readonly to: number;
}

const schema = createSchema();

/** As `standingAnchor`, in a text nobody has open. */
export function standingAnchorIn(text: Y.Doc, sent: Anchored): Anchored | null {
  const body = text.getXmlFragment(bodyField);
  return standingAnchor({ body, doc: yXmlFragmentToProseMirrorRootNode(body, schema) }, sent);
}

/** In the order given; null for one that has lost its place. Of words over several blocks, those in the first. */
export function commentPlaces(text: Y.Doc, anchors: readonly Anchored[]): (BlockStretch | null)[] {
  const body = text.getXmlFragment(bodyField);
  const doc = yXmlFragmentToProseMirrorRootNode(body, schema);
  return placesOfAnchors({ body, doc }, anchors).map((place) => place && inBlock(doc, place));
}

function inBlock(doc: Node, { from, to }: { from: number; to: number }): BlockStretch | null {
  const $from = doc.resolve(from);
  const blockId: unknown = $from.parent.attrs[blockIdAttribute];
  if (!$from.parent.isTextblock || typeof blockId !== 'string') return null;
  return { blockId, from: $from.parentOffset, to: Math.min(to - $from.start(), $from.parent.content.size) };
}
