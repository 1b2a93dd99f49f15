// Where each cell of a table stands once those that reach over others have taken their place.
import type { Cell, Row } from './sheet.ts';

export interface PlacedCell extends Cell {
  readonly x: number;
  readonly y: number;
}

/** Cells reach no further down than the table does. */
export function placed(rows: readonly Row[]): { readonly width: number; readonly cells: readonly PlacedCell[] } {
  const taken = rows.map(() => new Set<number>());
  const cells: PlacedCell[] = [];
  let width = 0;
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      const height = Math.min(cell.rows, rows.length - y);
      const isFree = (at: number): boolean =>
        taken
          .slice(y, y + height)
          .every((line) => Array.from({ length: cell.columns }, (_, over) => at + over).every((one) => !line.has(one)));
      while (!isFree(x)) x += 1;
      for (const line of taken.slice(y, y + height)) for (let over = 0; over < cell.columns; over += 1) line.add(x + over);
      cells.push({ ...cell, rows: height, x, y });
      x += cell.columns;
      width = Math.max(width, x);
    }
  });
  return { width, cells };
}

/** Rows at the top that are heads from one side to the other. */
export function headRows(rows: readonly Row[]): number {
  const first = rows.findIndex(({ cells }) => !cells.every(({ isHeader }) => isHeader));
  return first === -1 ? Math.min(1, rows.length) : first;
}
