// A worker thread for tests: answers, refuses, breaks, hangs and dies on demand.
import { readFileSync, readlinkSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
import { AppError } from '@cocrea/shared/errors.ts';
import { answerQuestions } from '@cocrea/server/src/threads/answer-questions.ts';

export interface AnsweringOperations {
  double(no: number): number;
  sum(bytes: ArrayBuffer): number;
  refuse(): void;
  break(): void;
  hang(): void;
  die(): void;
  /** Fills its memory. */
  hoard(): void;
  /** The number of the thread. */
  whoAmI(): number;
  /** How far it lets others go first, as Linux has it. */
  nice(): number;
}

answerQuestions((data): AnsweringOperations => {
  if ((data as { refuse?: boolean } | undefined)?.refuse === true) throw new AppError('database_foreign', { file: 'x' });
  return {
    double: (no) => no * 2,
    sum: (bytes) => new Uint8Array(bytes).reduce((sum, byte) => sum + byte, 0),
    refuse: () => {
      throw new AppError('stale', { found: 3 });
    },
    break: () => {
      throw new Error('a defect');
    },
    hang: () => {
      for (;;);
    },
    die: () => process.exit(7),
    whoAmI: () => threadId,
    nice: () =>
      Number(
        readFileSync(`/proc/self/task/${readlinkSync('/proc/thread-self').split('/').at(-1)}/stat`, 'utf8')
          .split(') ')[1]
          ?.split(' ')[16],
      ),
    hoard: () => {
      const hoard: number[][] = [];
      for (;;) hoard.push(Array.from({ length: 10_000 }, (_, at) => at));
    },
  };
});
