// The blocks of a sheet as paragraphs, lists and tables of Word, each of the kind Word knows: its outline, its numbering, its repeated head rows.
import {
  BorderStyle,
  CheckBox,
  HeadingLevel,
  Paragraph,
  Table,
  TableLayoutType,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import { papers } from '@cocrea/shared/i18n/es/papers.ts';
import { runsOf, tracked, type DocxNotes } from './docx-lines.ts';
import { stepIndent } from './docx-styles.ts';
import type { Cell, Change, Line, ListItem, SheetBlock } from './sheet.ts';

type Written = Paragraph | Table;

interface Place {
  /** Of lists and quotes around it. */
  readonly level: number;
  readonly notes: DocxNotes;
  /** How each list of the file is told from the others, by where it begins. */
  readonly lists: Map<number, number>;
  readonly isQuote: boolean;
  /** A file that is mostly one table: its cells are set smaller. */
  readonly isWide: boolean;
  readonly isCell: boolean;
}

/** `starts` gathers where ordered lists begin, for whoever writes the numbering down. */
export function docxOf(
  sheet: readonly SheetBlock[],
  { notes, starts, isWide }: { notes: DocxNotes; starts: Map<number, number>; isWide: boolean },
): Written[] {
  return blocksIn(sheet, { level: 0, notes, lists: starts, isQuote: false, isWide, isCell: false });
}

function blocksIn(blocks: readonly SheetBlock[], place: Place): Written[] {
  return blocks.flatMap((block) => blockOf(block, place));
}

function blockOf(block: SheetBlock, place: Place): Written[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf(block, place)];
    case 'heading': {
      const heading = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][block.level - 1];
      return [paragraphOf(block, place, { ...(heading && { heading }) })];
    }
    case 'quote':
      return blocksIn(block.blocks, { ...place, level: place.level + 1, isQuote: true });
    case 'list': {
      const { isOrdered, start, items } = block;
      const instance = (place.lists.get(start) ?? 0) + 1;
      if (isOrdered) place.lists.set(start, instance);
      const numbering = {
        reference: isOrdered ? orderedFrom(start) : 'bullets',
        level: place.level,
        ...(isOrdered && { instance }),
      };
      return items.flatMap((item) => itemOf(item, { place, numbering }));
    }
    case 'table':
      return [tableOf(block, place), new Paragraph({ spacing: { after: 120 } })];
    case 'rule':
      return [
        new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1 } }, ...endOf(block.change, place) }),
      ];
  }
}

/** The name of the numbering of lists that begin with that number. */
export function orderedFrom(start: number): string {
  return `ordered-${start}`;
}

type Numbering = NonNullable<IParagraphOptions['numbering']>;

function itemOf({ done, blocks }: ListItem, { place, numbering }: { place: Place; numbering: Numbering }): Written[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph' || index > 0) return blockOf(block, { ...place, level: place.level + 1 });
    if (done === null) return [paragraphOf(block, place, { numbering })];
    const box = new CheckBox({ alias: done ? papers.draft.done : papers.draft.undone, checked: done });
    return [paragraphOf(block, { ...place, level: place.level + 1 }, {}, [box, new TextRun(' ')])];
  });
}

function paragraphOf(
  line: Line,
  place: Place,
  more: IParagraphOptions = {},
  before: NonNullable<IParagraphOptions['children']> = [],
): Paragraph {
  const isOwn = more.heading === undefined && more.numbering === undefined;
  return new Paragraph({
    ...(isOwn && place.isQuote && { style: 'Cita' }),
    ...(isOwn && place.isWide && place.isCell && { style: 'Celda' }),
    ...(isOwn && place.level > 0 && { indent: { left: stepIndent * place.level } }),
    ...more,
    ...endOf(line.change, place),
    children: [...before, ...runsOf(line, place.notes)],
  });
}

/** A paragraph that would come or go takes its end with it. */
function endOf(change: Change | null, { notes }: Place): Pick<IParagraphOptions, 'run'> {
  if (change === null) return {};
  return { run: { [change.kind === 'inserted' ? 'insertion' : 'deletion']: tracked(change, notes) } };
}

function tableOf({ rows, widths }: Extract<SheetBlock, { kind: 'table' }>, place: Place): Table {
  return new Table({
    ...(widths && { columnWidths: twips(widths), layout: TableLayoutType.FIXED }),
    width: { size: 100, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rows: rows.map(
      ({ cells, change }) =>
        new TableRow({
          tableHeader: cells.every(({ isHeader }) => isHeader),
          cantSplit: !place.isWide,
          ...(change !== null && { [change.kind === 'inserted' ? 'insertion' : 'deletion']: tracked(change, place.notes) }),
          children: cells.map((cell) => cellOf(cell, place)),
        }),
    ),
  });
}

/** Relative widths in twentieths of a point of a letter's long side. */
function twips(widths: readonly number[]): number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  return widths.map((width) => Math.round((width / sum) * 13_240));
}

function cellOf({ isHeader, columns, rows, blocks }: Cell, place: Place): TableCell {
  const children = blocksIn(blocks, { ...place, level: 0, isQuote: false, isCell: true });
  return new TableCell({
    ...(columns > 1 && { columnSpan: columns }),
    ...(rows > 1 && { rowSpan: rows }),
    ...(isHeader && { shading: { fill: 'F1EFE9' } }),
    children: children.length === 0 ? [new Paragraph({})] : children,
  });
}
