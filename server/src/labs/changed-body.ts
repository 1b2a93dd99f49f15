// The next draft a lab is born with, made from the consulted one: words replaced where they stand, paragraphs added after a block.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { stableId } from '@cocrea/shared/document/stable-ids.ts';
import { wordedBlocks, wordsOfBlock, type WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import type { FoundingChange } from './consultation-founding.ts';

/** The one block that says these words, and where. Throws when none or several do. */
export function placeOf(blocks: readonly WordedBlock[], words: string): { block: WordedBlock; from: number } {
  const saying = blocks.filter(({ text }) => text.includes(words));
  const [block] = saying;
  if (block === undefined || saying.length > 1) throw new Error(`${saying.length} blocks say «${words}»`);
  return { block, from: block.text.indexOf(words) };
}

/** The body after all changes, and the blocks each of them made or changed, by its key. */
export function changedBody(
  body: DocumentJson,
  changes: readonly FoundingChange[],
): { body: DocumentJson; blocks: ReadonlyMap<string, readonly string[]> } {
  const blocks = new Map<string, readonly string[]>();
  let changed = body;
  for (const { key, on, becomes, after } of changes) {
    const { block } = placeOf(wordedBlocks(changed), on);
    if (becomes !== undefined) {
      changed = inBlock(changed, block.id, (node) => [
        { ...node, content: (node.content ?? []).map((inline) => replaced(inline, { on, becomes })) },
      ]);
      if (!wordsOf(changed, block.id).includes(becomes)) throw new Error(`«${on}» stands in several pieces of its block`);
      blocks.set(key, [block.id]);
    }
    if (after !== undefined) {
      const added = after.map(
        (text, index): DocumentJson => ({
          type: 'paragraph',
          attrs: { id: stableId(`${key}/${index}`) },
          content: [{ type: 'text', text }],
        }),
      );
      changed = inBlock(changed, block.id, (node) => [node, ...added]);
      blocks.set(key, [...(blocks.get(key) ?? []), ...added.map(({ attrs }) => String(attrs?.['id']))]);
    }
  }
  return { body: changed, blocks };
}

function inBlock(node: DocumentJson, id: string, become: (node: DocumentJson) => DocumentJson[]): DocumentJson {
  if (node.content === undefined) return node;
  return {
    ...node,
    content: node.content.flatMap((child) => (child.attrs?.['id'] === id ? become(child) : [inBlock(child, id, become)])),
  };
}

function replaced(inline: DocumentJson, { on, becomes }: { on: string; becomes: string }): DocumentJson {
  return inline.text?.includes(on) ? { ...inline, text: inline.text.replace(on, becomes) } : inline;
}

function wordsOf(node: DocumentJson, id: string): string {
  if (node.attrs?.['id'] === id) return wordsOfBlock(node);
  return (node.content ?? []).map((child) => wordsOf(child, id)).join('');
}
