// The thread in which files are made, away from the one that serves sockets. What draws a kind of file is loaded with the first of its kind.
import { AppError } from '@cocrea/shared/errors.ts';
import { answerQuestions } from '../threads/answer-questions.ts';
import { matrixAsCsv } from './matrix-csv.ts';
import type { Paper } from './paper.ts';

export interface PressOperations {
  print(paper: Paper): Promise<Uint8Array>;
}

async function print(paper: Paper): Promise<Uint8Array> {
  if (paper.format === 'csv') return matrixAsCsv(paper.matrix);
  throw new AppError('export_format_unknown', { formats: 'csv' });
}

answerQuestions((): PressOperations => ({ print }));
