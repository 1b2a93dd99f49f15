// A worker thread's side of `thread-link.ts`: does what it is asked in the order it came, one question at a time where operations answer at once.
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Answer, Failure, Question, ThreadData } from './thread-link.ts';

/**
 * Makes the operations, says whether the thread is ready, and answers from then on; an operation that takes its time gives a promise. `asError` turns what a library throws into what it
 * means to the house; an AppError arrives at who asked with its code, anything else as a defect with its stack.
 */
export function answerQuestions<Operations extends object>(
  start: (data: unknown) => Operations,
  { asError = (thrown) => thrown }: { asError?: (thrown: unknown) => unknown } = {},
): void {
  const port = parentPort;
  if (port === null) throw new Error('only a worker thread answers questions');
  const failureOf = (thrown: unknown): Failure => {
    const error = asError(thrown);
    if (error instanceof AppError) return { code: error.code, details: error.details };
    return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  };
  const { isPatient, data } = workerData as ThreadData;
  if (isPatient) letOthersGoFirst();
  try {
    const operations = start(data);
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

/** What a thread of low priority (`nice`) leaves to those that serve sockets and write to the disk. */
const nice = 5;

/** On Linux each thread has a priority of its own; elsewhere it is that of the whole process, and stays. */
function letOthersGoFirst(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(nice);
  } catch {
    // Where that is forbidden it reads as fast as everybody else.
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
