// From a paper to the bytes of its file. What draws a kind of file is loaded with the first of its kind: most servers never make some of them.
import { AppError } from '@cocrea/shared/errors.ts';
import { imprintOf, sheetOfDraft, type DraftPaper } from './draft-paper.ts';
import { withinLimit } from './formats.ts';
import type { ExportLimits } from './limits.ts';
import { markdownOf } from './markdown.ts';
import { matrixAsCsv } from './matrix-csv.ts';
import { sizeOfMatrix } from './matrix-paper.ts';
import type { Paper } from './paper.ts';
import { sizeOfSheet } from './sheet.ts';

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
    const { draftAsDocx } = await import('./docx-file.ts');
    return draftAsDocx(sheet, { imprint, comments: draft.comments });
  }
  throw new AppError('export_unavailable');
}

async function printMatrix({ format, matrix }: Extract<Paper, { of: 'matrix' }>, limits: Limits): Promise<Uint8Array> {
  if (format === 'csv') return matrixAsCsv(matrix);
  withinLimit(sizeOfMatrix(matrix), limits);
  throw new AppError('export_format_unknown', { formats: 'csv' });
}
