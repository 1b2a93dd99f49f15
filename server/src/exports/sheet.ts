// A text as a sheet of paper has it: its blocks in order, each with its words, and nothing of how it is stored. What every kind of file is
// drawn from, so that none of them has to know the schema.

/** Somebody suggests that it be there, or that it be gone. */
export interface Change {
  readonly kind: 'inserted' | 'deleted';
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Marks {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  /** Where a link leads. */
  readonly href: string | null;
}

interface Placed {
  /** Where it begins in the words of its block, in UTF-16 units, what is no text counting as one; null for what is only suggested. */
  readonly from: number | null;
  readonly change: Change | null;
}

/** A stretch of words of the same marks; what is no text in a line of its own kind. */
export type Piece =
  | (Placed & {
      readonly kind: 'words';
      readonly text: string;
      readonly marks: Marks;
      /** The marks it has until a suggestion is accepted, and whose that is. */
      readonly formerly: { readonly marks: Marks; readonly author: string; readonly at: number } | null;
    })
  | (Placed & { readonly kind: 'break' })
  | (Placed & { readonly kind: 'footnote'; readonly text: string });

export interface Line {
  /** Of the block in the stored text. */
  readonly id: string | null;
  readonly pieces: readonly Piece[];
  /** Of the block as a whole, its end included. */
  readonly change: Change | null;
}

export interface ListItem {
  /** Of a task; null for other lists. */
  readonly done: boolean | null;
  readonly blocks: readonly SheetBlock[];
}

export interface Cell {
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly SheetBlock[];
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly change: Change | null;
}

export type SheetBlock =
  | (Line & { readonly kind: 'paragraph' })
  | (Line & { readonly kind: 'heading'; readonly level: 1 | 2 | 3 })
  | { readonly kind: 'quote'; readonly blocks: readonly SheetBlock[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly start: number; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'table';
      readonly rows: readonly Row[];
      /** Of its columns, each beside the others; all alike where it is not said. */
      readonly widths?: readonly number[];
    }
  | { readonly kind: 'rule'; readonly change: Change | null };

/** Deeper lists and quotes than this stand at the last level: no paper has room for more. */
export const deepest = 8;

/** Characters its words have together. */
export function sizeOfSheet(blocks: readonly SheetBlock[]): number {
  return blocks.reduce((sum, block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return sum + block.pieces.reduce((size, piece) => size + (piece.kind === 'break' ? 1 : piece.text.length), 0);
      case 'quote':
        return sum + sizeOfSheet(block.blocks);
      case 'list':
        return sum + block.items.reduce((size, { blocks: inner }) => size + sizeOfSheet(inner), 0);
      case 'table':
        return sum + block.rows.flatMap(({ cells }) => cells).reduce((size, { blocks: inner }) => size + sizeOfSheet(inner), 0);
      case 'rule':
        return sum;
    }
  }, 0);
}
