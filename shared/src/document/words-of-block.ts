// The blocks of a body that carry words, in its order: what comparisons look at. A footnote is part of the words of its block.
import { blockIdAttribute, derivedFromAttribute } from './block-id.ts';
import type { DocumentJson } from './seed.ts';

export interface WordedBlock {
  readonly id: string;
  /** The blocks its words were of before, as the text says it; null for its own. */
  readonly derivedFrom: string | null;
  readonly node: string;
  /** What it stands in, outermost first: `bulletList`, `listItem` … */
  readonly within: readonly string[];
  /** The heading it stands under; empty before the first. */
  readonly section: string;
  readonly text: string;
  /** Everything of it but the words: kind, level, marks and where they are. */
  readonly format: string;
}

/** How the words of a footnote stand in those of its block. */
export const footnoteMarks = ['⟦', '⟧'] as const;

/** Those without words are left out: nobody misses an empty line. */
export function wordedBlocks(body: DocumentJson): WordedBlock[] {
  const blocks: WordedBlock[] = [];
  let section = '';
  const walk = (node: DocumentJson, within: readonly string[]): void => {
    const { type = '', content = [] } = node;
    if (type !== 'paragraph' && type !== 'heading') {
      for (const child of content) walk(child, type === 'doc' ? within : [...within, type]);
      return;
    }
    const text = wordsOfBlock(node);
    const id: unknown = node.attrs?.[blockIdAttribute];
    if (text.trim() === '' || typeof id !== 'string') return;
    if (type === 'heading' && within.length === 0) section = text;
    const derived: unknown = node.attrs?.[derivedFromAttribute];
    const derivedFrom = typeof derived === 'string' ? derived : null;
    blocks.push({ id, derivedFrom, node: type, within, section, text, format: formatOf(node, within) });
  };
  walk(body, []);
  return blocks;
}

/** The words of one block, or of a piece of it. */
export function wordsOfBlock({ content = [] }: DocumentJson): string {
  return content.map(wordsOf).join('');
}

function wordsOf(inline: DocumentJson): string {
  if (inline.type === 'text') return inline.text ?? '';
  if (inline.type === 'hardBreak') return '\n';
  if (inline.type === 'footnote') return `${footnoteMarks[0]}${String(inline.attrs?.['text'] ?? '')}${footnoteMarks[1]}`;
  return '';
}

function formatOf({ type, attrs = {}, content = [] }: DocumentJson, within: readonly string[]): string {
  const { [blockIdAttribute]: _id, [derivedFromAttribute]: _from, ...others } = attrs;
  const known = Object.entries(others).filter(([, value]) => value !== null);
  let at = 0;
  const marks = content.flatMap((inline) => {
    const from = at;
    at += wordsOf(inline).length;
    const names = (inline.marks ?? []).map((mark) => JSON.stringify([mark.type, mark.attrs?.['href'] ?? null])).sort();
    return names.length === 0 ? [] : [[from, at, names] as const];
  });
  return JSON.stringify([type, within, known, joined(marks)]);
}

/** Neighbouring stretches of the same marks are one, however the text was typed. */
function joined(
  marks: readonly (readonly [number, number, readonly string[]])[],
): (readonly [number, number, readonly string[]])[] {
  const whole: [number, number, readonly string[]][] = [];
  for (const [from, to, names] of marks) {
    const last = whole.at(-1);
    if (last?.[1] === from && last[2].join() === names.join()) last[1] = to;
    else whole.push([from, to, names]);
  }
  return whole;
}
