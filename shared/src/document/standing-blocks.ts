// Which blocks of a text something still stands in: where an answer leads must be read there, and an emptied paragraph says nothing.
import { blockIdAttribute } from './block-id.ts';
import { attributesIn, derivations, lineOf } from './derived-from.ts';
import type { DocumentJson } from './seed.ts';

/** What says something without letters of its own. */
const wordless: ReadonlySet<string | undefined> = new Set(['footnote', 'horizontalRule']);

/** Ids of the blocks that are not empty, and of all those whose words went into one of them. */
export function standingBlocks(body: DocumentJson): Set<string> {
  const from = derivations(attributesIn(body));
  const standing = new Set<string>();
  const fill = (node: DocumentJson): boolean => {
    const parts = (node.content ?? []).map(fill);
    const filled = wordless.has(node.type) || (node.text ?? '').trim() !== '' || parts.includes(true);
    const id: unknown = node.attrs?.[blockIdAttribute];
    if (filled && typeof id === 'string') for (const one of lineOf(id, from)) standing.add(one);
    return filled;
  };
  fill(body);
  return standing;
}
