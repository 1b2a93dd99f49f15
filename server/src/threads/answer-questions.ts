// A worker thread's side of `thread-link.ts`: does what it is asked, one question at a time, in the order they came.
import { parentPort } from 'node:worker_threads';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Answer, Failure, Question } from './thread-link.ts';

/**
 * Makes the operations, says whether the thread is ready, and answers from then on. `asError` turns what a library throws into what it
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
    port.on('message', ({ id, name, argument }: Question) => {
      try {
        const operation = operations[name as keyof Operations] as (argument: unknown) => unknown;
        const value = operation(argument);
        port.postMessage({ id, value } satisfies Answer, buffersOf(value));
      } catch (error) {
        port.postMessage({ id, failure: failureOf(error) } satisfies Answer);
      }
    });
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
