// Talks to the database thread: a question and its answer, as a promise. A thread that dies is reported and started again for the next
// question; those it left unanswered are refused, never forgotten.
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorDetails } from '@cocrea/shared/errors.ts';

/** A named failure, or the words of a defect. Errors lose their class between threads, so they travel as what they say. */
export type Failure = { readonly code: ErrorCode; readonly details: ErrorDetails } | { readonly defect: string };

export interface Question {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}
/** The first message tells whether the thread is ready; each later one answers a question. */
export type Answer =
  | { readonly ready: true }
  | { readonly ready: false; readonly failure: Failure }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: Failure };

/** The thread died with the question unanswered: it may have been done or not. */
export class ThreadDied extends AppError {
  constructor() {
    super('store_unavailable', { reason: 'the database thread ended' });
    this.name = 'ThreadDied';
  }
}

type Operation = (argument: never) => unknown;
export interface ThreadLink<Operations extends { [Name in keyof Operations]: Operation }> {
  /** Questions are answered in the order they are asked. `transfer` names the buffers to hand over instead of copying. */
  ask<Name extends keyof Operations & string>(
    name: Name,
    argument: Parameters<Operations[Name]>[0],
    transfer?: readonly ArrayBuffer[],
  ): Promise<ReturnType<Operations[Name]>>;
  /** Resolves when the thread is ready; rejects with the reason why it is not. */
  start(): Promise<void>;
  /** Ends the thread after the questions already asked, the last of which should let go of what it holds. */
  end(): Promise<void>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

export function createThreadLink<Operations extends { [Name in keyof Operations]: Operation }>(
  entry: URL,
  { workerData, onDeath }: { workerData: unknown; onDeath: (reason: Error) => void },
): ThreadLink<Operations> {
  let worker: Worker | null = null;
  let starting: Promise<void> | null = null;
  let ready = false;
  let ended = false;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();

  const spawn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const started = new Worker(entry, { workerData, name: 'database' });
      let reason: Error | null = null;
      worker = started;
      started.on('message', (answer: Answer) => {
        if ('ready' in answer) {
          ready = answer.ready;
          if (answer.ready) resolve();
          else reject(asError(answer.failure));
          return;
        }
        const question = waiting.get(answer.id);
        waiting.delete(answer.id);
        if ('failure' in answer) question?.reject(asError(answer.failure));
        else question?.resolve(answer.value);
      });
      started.on('error', (error: Error) => {
        reason = error;
      });
      started.on('exit', (code) => {
        const wasReady = ready;
        [worker, starting, ready] = [null, null, false];
        const unanswered = [...waiting.values()];
        waiting.clear();
        for (const question of unanswered) question.reject(new ThreadDied());
        reject(reason ?? new ThreadDied());
        if (wasReady && !ended) onDeath(reason ?? new Error(`the database thread ended with code ${code}`));
      });
    });

  const start = (): Promise<void> => {
    starting ??= spawn();
    return starting;
  };

  return {
    start,
    ask: async (name, argument, transfer = []) => {
      if (ended) throw new AppError('store_unavailable', { reason: 'the database is closed' });
      if (!ready) await start();
      const target = worker;
      if (target === null) throw new ThreadDied();
      const id = nextId;
      nextId += 1;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
        target.postMessage({ id, name, argument } satisfies Question, transfer as ArrayBuffer[]);
      });
    },
    end: async () => {
      ended = true;
      const target = worker;
      if (target === null) return;
      await new Promise<void>((resolve) => {
        target.once('exit', () => resolve());
      });
    },
  };
}

function asError(failure: Failure): Error {
  return 'code' in failure ? new AppError(failure.code, failure.details) : new Error(failure.defect);
}
