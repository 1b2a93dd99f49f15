// The blocks a document is made of, as a list to choose from: each with the id it keeps for life and the words it begins with.
import type { Node } from '@tiptap/pm/model';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { blockIdAttribute } from './block-id.ts';
import { bodyField, createSchema } from './schema.ts';

export interface DocumentBlock {
  readonly id: string;
  /** 1–3 for a heading, null for everything else. */
  readonly level: number | null;
  readonly text: string;
}

/** Characters of a block's words: enough to know it by. */
const textLength = 160;
const schema = createSchema();

/** Those that stand at the top of the document and say something, in its order. Reads a document of its own: it may mend what does not fit the schema. */
export function blocksOf(doc: Y.Doc): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(bodyField), schema).forEach((node) => {
    const id = node.attrs[blockIdAttribute] as unknown;
    const text = wordsOf(node);
    if (typeof id !== 'string' || text === '') return;
    const level = node.type.name === 'heading' ? (node.attrs['level'] as number) : null;
    blocks.push({ id, level, text: text.slice(0, textLength) });
  });
  return blocks;
}

function wordsOf(block: Node): string {
  return block.textBetween(0, block.content.size, ' · ').replace(/\s+/g, ' ').trim();
}
