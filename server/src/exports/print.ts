// From a paper to the bytes of its file. What draws a kind of file is loaded with the first of its kind: most servers never make some of them.
import { imprintOf, sheetOfDraft, type DraftPaper } from './draft-paper.ts';
import { withinLimit } from './formats.ts';
import type { ExportLimits } from './limits.ts';
import { markdownOf } from './markdown.ts';
import { matrixAsCsv } from './matrix-csv.ts';
import { sizeOfMatrix } from './matrix-paper.ts';
import { matrixImprint, matrixSheet } from './matrix-sheet.ts';
import type { Paper } from './paper.ts';
import type { PdfPrinter } from './pdf.ts';
import { sizeOfSheet } from './sheet.ts';

let printer: Promise<PdfPrinter> | null = null;

function pdfPrinter(): Promise<PdfPrinter> {
  printer ??= import('./pdf.ts').then(({ createPdfPrinter }) => createPdfPrinter());
  return printer;
}

type Limits = Pick<ExportLimits, 'exportCharacters'>;

/** Throws AppError `export_too_large`. */
export function print(paper: Paper, limits: Limits): Promise<Uint8Array> {
  return paper.of === 'draft' ? printDraft(paper, limits) : printMatrix(paper, limits);
}

async function printDraft({ format, draft }: { format: string; draft: DraftPaper }, limits: Limits): Promise<Uint8Array> {
  // Only Word has a way to show what is suggested.
  const sheet = sheetOfDraft(format === 'docx' ? draft : { ...draft, suggested: [] });
  const imprint = imprintOf(draft);
  if (format === 'md') return new TextEncoder().encode(markdownOf(sheet, imprint));
  withinLimit(sizeOfSheet(sheet), limits);
  if (format === 'docx') {
    const { sheetAsDocx } = await import('./docx-file.ts');
    return sheetAsDocx(sheet, { imprint, comments: draft.comments });
  }
  return (await pdfPrinter()).print(sheet, { imprint });
}

async function printMatrix({ format, matrix }: Extract<Paper, { of: 'matrix' }>, limits: Limits): Promise<Uint8Array> {
  if (format === 'csv') return matrixAsCsv(matrix);
  withinLimit(sizeOfMatrix(matrix), limits);
  const imprint = matrixImprint(matrix);
  const sheet = matrixSheet(matrix);
  if (format === 'pdf') return (await pdfPrinter()).print(sheet, { imprint, isWide: true });
  const { sheetAsDocx } = await import('./docx-file.ts');
  return sheetAsDocx(sheet, { imprint, comments: [], isWide: true });
}
