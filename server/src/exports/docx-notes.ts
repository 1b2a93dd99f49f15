// What a file of Word keeps beside its text: footnotes, remarks with what was answered to them, and the numbers of tracked changes.
import { Paragraph, TextRun, type ICommentOptions } from 'docx';
import type { Comment } from './draft-paper.ts';
import type { DocxNotes } from './docx-lines.ts';
import { clean } from './sheet-words.ts';
import type { SheetBlock } from './sheet.ts';

/** The line of the title: where remarks stand whose words are gone. */
export const headId = 'head';

export function notesOf(
  comments: readonly Comment[],
  sheet: readonly SheetBlock[],
): { notes: DocxNotes; options: ICommentOptions[] } {
  const options: ICommentOptions[] = [];
  const byBlock = new Map<string, { id: number; comment: Comment }[]>();
  const known = comments.length === 0 ? new Set<string>() : lineIds(sheet);
  const add = ({ author, at, text }: Pick<Comment, 'author' | 'at' | 'text'>, more: Partial<ICommentOptions>): number => {
    const id = options.length;
    const children = text.split('\n').map((line) => new Paragraph({ children: [new TextRun(clean(line))] }));
    options.push({ id, author, initials: initialsOf(author), date: new Date(at), children, ...more });
    return id;
  };
  for (const comment of comments) {
    const blockId = known.has(comment.anchor.blockId) ? comment.anchor.blockId : headId;
    const here = byBlock.get(blockId) ?? [];
    byBlock.set(blockId, here);
    const parentId = add(comment, { resolved: comment.isResolved });
    here.push({ id: parentId, comment });
    // Word shows an answer where it stands in the text too: over the same words.
    for (const reply of comment.replies) here.push({ id: add(reply, { parentId }), comment });
  }
  let changes = 0;
  return {
    options,
    notes: {
      footnotes: {},
      nextChange: () => (changes += 1),
      commentsOn: (blockId) => {
        const here = blockId === null ? [] : (byBlock.get(blockId) ?? []);
        if (blockId !== null) byBlock.delete(blockId);
        return here;
      },
    },
  };
}

function lineIds(blocks: readonly SheetBlock[]): Set<string> {
  const found = new Set<string>();
  const walk = (block: SheetBlock): void => {
    if (block.kind === 'quote') block.blocks.forEach(walk);
    else if (block.kind === 'list') for (const item of block.items) item.blocks.forEach(walk);
    else if (block.kind === 'table') for (const { cells } of block.rows) for (const cell of cells) cell.blocks.forEach(walk);
    else if (block.kind !== 'rule' && block.id !== null) found.add(block.id);
  };
  blocks.forEach(walk);
  return found;
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 3);
}
