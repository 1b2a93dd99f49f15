// A worker thread's side of `thread-link.ts`: does what it is asked in the order it came, one question at a time where operations answer at once.
import { parentPort } from 'node:worker_threads';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Answer, Failure, Question } from './thread-link.ts';

/**
 * Makes the operations, says whether the thread is ready, and answers from then on; an operation that takes its time gives a promise. `asError` turns what a library throws into what it
 * means to the house; an AppError arrives at who asked with its code, anything else as a defect with its stack.
 */
export function answerQuestions<Operations extends object>(
  start: () => Operations,
  { asError = (thrown) => thrown }: { asError?: (thrown: unknown) => unknown } = {},
): void {
  const port = parentPort;
  if (port === null) throw new Error('only a worker thread answers questions');
  const failureOf = (thrown: unknown): Failure => {
    const error = asError(thrown);
    if (error instanceof AppError) return { code: error.code, details: error.details };
    return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  };
  try {
    const operations = start();
    const take = ({ id, name, argument }: Question): void => {
      const answer = (value: unknown): void => port.postMessage({ id, value } satisfies Answer, buffersOf(value));
      const refuse = (error: unknown): void => port.postMessage({ id, failure: failureOf(error) } satisfies Answer);
      try {
        const operation = operations[name as keyof Operations] as (argument: unknown) => unknown;
        const value = operation(argument);
        if (value instanceof Promise) void value.then(answer).catch(refuse);
        else answer(value);
      } catch (error) {
        refuse(error);
      }
    };
    port.on('message', (questions: readonly Question[]) => questions.forEach(take));
    port.postMessage({ ready: true } satisfies Answer);
  } catch (error) {
    port.postMessage({ ready: false, failure: failureOf(error) } satisfies Answer);
  }
}

/** Buffers of the answer that change threads instead of being copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  const parts = value instanceof Uint8Array ? [value] : typeof value === 'object' && value !== null ? Object.values(value) : [];
  return parts.flatMap((part) => {
    if (!(part instanceof Uint8Array) || !(part.buffer instanceof ArrayBuffer)) return [];
    return part.byteLength === part.buffer.byteLength ? [part.buffer] : [];
  });
}
