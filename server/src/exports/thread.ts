// The thread in which files are made, away from the one that serves sockets.
import { answerQuestions } from '../threads/answer-questions.ts';
import { print } from './print.ts';
import type { Paper } from './paper.ts';

export interface PressOperations {
  /** Throws AppError `export_too_large` beyond so many characters. */
  print(question: { paper: Paper; exportCharacters: number }): Promise<Uint8Array>;
}

answerQuestions((): PressOperations => ({ print: ({ paper, ...limits }) => print(paper, limits) }));
