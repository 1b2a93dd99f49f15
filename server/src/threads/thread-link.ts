// Talks to a worker thread: a question and its answer, as a promise. A thread that dies is reported and started again for the next
// question; those it left unanswered are refused, never forgotten. The thread's side is `answer-questions.ts`.
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
  /** It asked for more memory than its limit. */
  readonly outOfMemory: boolean;

  constructor(code: ErrorCode, reason: string, { outOfMemory = false }: { outOfMemory?: boolean } = {}) {
    super(code, { reason });
    this.name = 'ThreadDied';
    this.outOfMemory = outOfMemory;
  }
}

export interface ThreadSettings {
  /** What the thread is called in reports. */
  readonly name: string;
  readonly workerData?: unknown;
  /** The code of questions that a death leaves unanswered, and of those asked after the end. */
  readonly unanswered: ErrorCode;
  /** Milliseconds after which a question is held to hang and its thread is ended; no limit when not given. */
  readonly timeout?: number;
  /** MiB its heap may grow to before it, and not the process, runs out of memory. */
  readonly heapLimit?: number;
  /** MiB of what was just made and may be garbage already: less of it costs some time, and the process much less memory. */
  readonly youngLimit?: number;
  /** Others go first where there are fewer cores than threads: for work that nobody waits for at the door. */
  readonly isPatient?: boolean;
  readonly onDeath: (reason: Error) => void;
}

/** What every thread is given when it begins. */
export interface ThreadData {
  readonly isPatient: boolean;
  /** What its own operations are given. */
  readonly data: unknown;
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
  /** Questions that wait for their answer. */
  readonly unanswered: number;
  /** Gives the thread's memory back; the next question starts another. Only while no question waits for its answer. */
  rest(): Promise<void>;
  /** Ends the thread; what it has not answered is refused. */
  end(): Promise<void>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

export function createThreadLink<Operations extends { [Name in keyof Operations]: Operation }>(
  entry: URL,
  settings: ThreadSettings,
): ThreadLink<Operations> {
  const { name: threadName, unanswered, timeout, heapLimit, youngLimit, onDeath } = settings;
  const died = (reason: Error | null = null): ThreadDied =>
    new ThreadDied(unanswered, `the ${threadName} thread ended`, {
      outOfMemory: reason !== null && 'code' in reason && reason.code === 'ERR_WORKER_OUT_OF_MEMORY',
    });
  let worker: Worker | null = null;
  let starting: Promise<void> | null = null;
  let ready = false;
  let ended = false;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();
  /** What is asked in this turn after the first question of it; null in a turn in which nothing was asked. */
  let gathered: Question[] | null = null;

  /**
   * The first question of a turn goes at once and what follows in it together, in the order asked: waking the thread costs more than most
   * answers. What hands buffers over waits for nothing: it is what people wrote.
   */
  const send = (question: Question, transfer: readonly ArrayBuffer[]): void => {
    if (gathered !== null && transfer.length === 0) {
      gathered.push(question);
      return;
    }
    const questions = [...(gathered ?? []), question];
    if (gathered === null) setImmediate(sendGathered);
    gathered = [];
    post(questions, transfer);
  };
  const sendGathered = (): void => {
    const questions = gathered ?? [];
    gathered = null;
    post(questions, []);
  };
  const post = (questions: readonly Question[], transfer: readonly ArrayBuffer[]): void => {
    // Those of a thread that died meanwhile were refused.
    const asked = questions.filter(({ id }) => waiting.has(id));
    if (asked.length === 0) return;
    try {
      worker?.postMessage(asked, transfer as ArrayBuffer[]);
    } catch (error) {
      // What cannot travel is refused, and takes none of the others with it.
      const [only] = asked;
      if (asked.length === 1 && only !== undefined) waiting.get(only.id)?.reject(error);
      else for (const one of asked) post([one], one === asked.at(-1) ? transfer : []);
    }
  };

  const spawn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const started = new Worker(entry, {
        workerData: { isPatient: settings.isPatient === true, data: settings.workerData } satisfies ThreadData,
        name: threadName,
        resourceLimits: {
          ...(heapLimit !== undefined && { maxOldGenerationSizeMb: heapLimit }),
          ...(youngLimit !== undefined && { maxYoungGenerationSizeMb: youngLimit }),
        },
      });
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
        if ('failure' in answer) question?.reject(asError(answer.failure));
        else question?.resolve(answer.value);
      });
      started.on('error', (error: Error) => {
        reason = error;
      });
      started.on('exit', (code) => {
        // One that was sent to rest may have a successor by now.
        if (worker !== started) return;
        const wasReady = ready;
        [worker, starting, ready] = [null, null, false];
        const left = [...waiting.values()];
        waiting.clear();
        for (const question of left) question.reject(died(reason));
        reject(reason ?? died());
        if (wasReady && !ended) onDeath(reason ?? new Error(`the ${threadName} thread ended with code ${code}`));
      });
    });

  const start = (): Promise<void> => {
    starting ??= spawn();
    return starting;
  };

  return {
    start,
    ask: async (name, argument, transfer = []) => {
      if (ended) throw died();
      if (!ready) await start();
      const target = worker;
      if (target === null || ended) throw died();
      const id = nextId;
      nextId += 1;
      return new Promise((resolve, reject) => {
        const timer = timeout === undefined ? undefined : setTimeout(() => void target.terminate(), timeout);
        const settled = (): void => {
          waiting.delete(id);
          clearTimeout(timer);
        };
        waiting.set(id, {
          resolve: (value) => {
            settled();
            resolve(value as Awaited<ReturnType<Operations[typeof name]>>);
          },
          reject: (error) => {
            settled();
            reject(error);
          },
        });
        send({ id, name, argument }, transfer);
      });
    },
    get unanswered() {
      return waiting.size;
    },
    rest: async () => {
      if (waiting.size > 0 || !ready) return;
      const resting = worker;
      [worker, starting, ready] = [null, null, false];
      await resting?.terminate();
    },
    end: async () => {
      ended = true;
      await worker?.terminate();
    },
  };
}

function asError(failure: Failure): Error {
  return 'code' in failure ? new AppError(failure.code, failure.details) : new Error(failure.defect);
}
