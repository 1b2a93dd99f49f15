// The headings of a document as a list to jump by.
import type { Node } from '@tiptap/pm/model';

export interface OutlineEntry {
  readonly pos: number;
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** The number of the guiding question it is the heading of; null for ordinary headings. */
  readonly question: number | null;
}

export function outlineOf(doc: Node): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'heading') {
      const { level, question } = node.attrs as { level: OutlineEntry['level']; question: number | null };
      entries.push({ pos, level, question: question ?? null, text: node.textContent.trim() });
    }
    return !node.isTextblock && node.type.name !== 'table';
  });
  return entries;
}

/** Do both read the same? Where the headings stand changes with every key before them, and is looked up when one goes there. */
export function sameOutline(one: readonly OutlineEntry[], other: readonly OutlineEntry[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ level, text }, index) => {
      const twin = other[index]!;
      return level === twin.level && text === twin.text;
    })
  );
}
