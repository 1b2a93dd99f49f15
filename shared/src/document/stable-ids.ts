// Ids of blocks that are the same each time the same text is made: for texts other records point into from the day they are born.
import { sha256 } from '@noble/hashes/sha2.js';
import { blockIdAttribute, blockIdFrom } from './block-id.ts';
import { blockTypes } from './schema.ts';
import type { DocumentJson } from './seed.ts';

const withIds = new Set<string>(blockTypes);

/** The text with an id on every block that has none, made of `name` and its place. */
export function withStableIds(json: DocumentJson, name: string): DocumentJson {
  let count = 0;
  const walk = (node: DocumentJson): DocumentJson => {
    const content = node.content && { content: node.content.map(walk) };
    if (node.type === undefined || !withIds.has(node.type) || node.attrs?.[blockIdAttribute] !== undefined)
      return { ...node, ...content };
    count += 1;
    return { ...node, ...content, attrs: { ...node.attrs, [blockIdAttribute]: stableId(`${name}/${count}`) } };
  };
  return walk(json);
}

export function stableId(name: string): string {
  return blockIdFrom(sha256(new TextEncoder().encode(name)));
}
