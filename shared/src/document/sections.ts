// What stands under each fixed heading of a document, as blocks to carry elsewhere and as plain words to read. For documents with questions:
// notes of a sub-table, the prose of a proposal.
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import type { Node } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import { blockIdAttribute, derivedFromAttribute } from './block-id.ts';
import { bodyField, createSchema } from './schema.ts';
import type { DocumentJson } from './seed.ts';

export interface Section {
  /** The number of its heading, from 1. */
  readonly question: number;
  /** Plain words, one line a block. */
  readonly text: string;
  /** Without block ids: whoever writes them elsewhere gives them ids of their own. */
  readonly blocks: readonly DocumentJson[];
}

const schema = createSchema();

/** In the order of the document; what stands before the first question is in none. Reads a document of its own: it may mend what does not fit the schema. */
export function sectionsOf(doc: Y.Doc): Section[] {
  const root = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(bodyField), schema);
  const sections: { question: number; lines: string[]; blocks: DocumentJson[] }[] = [];
  root.forEach((node) => {
    const question: unknown = node.attrs['question'];
    if (typeof question === 'number') sections.push({ question, lines: [], blocks: [] });
    else {
      const section = sections.at(-1);
      section?.lines.push(...linesOf(node));
      section?.blocks.push(withoutIds(node.toJSON() as DocumentJson));
    }
  });
  return sections.map(({ question, lines, blocks }) => ({
    question,
    text: lines.filter((line) => line.trim() !== '').join('\n'),
    blocks: blocks.filter((block) => block.type !== 'paragraph' || block.content !== undefined),
  }));
}

function linesOf(block: Node): string[] {
  if (block.isTextblock) return [block.textContent];
  const lines: string[] = [];
  block.forEach((child) => void lines.push(...linesOf(child)));
  return lines;
}

function withoutIds({ attrs, content, ...block }: DocumentJson): DocumentJson {
  const { [blockIdAttribute]: _id, [derivedFromAttribute]: _from, ...others } = attrs ?? {};
  return {
    ...block,
    ...(Object.keys(others).length > 0 && { attrs: others }),
    ...(content && { content: content.map(withoutIds) }),
  };
}
