// Which thread reads what, within one sum of memory. One thread is kept for joiners, the others share the rest evenly; what does not fit into a
// share is read alone, with all that the others have, and what does not fit there is refused in words. A thread that ran out of its memory is
// replaced: it costs its question a second try, and the server nothing.
import { AppError } from '@cocrea/shared/errors.ts';
import { createThreadLink, ThreadDied, type ThreadLink } from '../threads/thread-link.ts';
import type { ReadingOperations } from './thread.ts';

export interface ReadingThreadsSettings {
  /** Threads there may be; each starts with the first question that needs it. */
  readonly threads: number;
  /** MiB of heap that all of them together may use. */
  readonly memory: number;
  /** Milliseconds a question may take before its thread is ended. */
  readonly timeout: number;
  /** Hears of threads that died; they are replaced. */
  readonly onTrouble: (trouble: Error) => void;
}

export interface Reading<Answer> {
  /** Whether somebody waits at the door of a room: first, and never behind rewriting while there are two threads or more. */
  readonly isUrgent: boolean;
  /** Bytes of the updates it reads. */
  readonly bytes: number;
  /** Asked again, in a thread with more memory, where the first had too little: what it hands over is made anew each time. */
  ask(thread: ThreadLink<ReadingOperations>): Promise<Answer>;
}

export interface ReadingThreads {
  /** Rejects with AppError `text_too_large_to_read`, or `internal` when the thread died of something else, or with what the thread says. */
  read<Answer>(reading: Reading<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

interface Thread {
  readonly link: ThreadLink<ReadingOperations>;
  /** MiB. */
  readonly limit: number;
}
interface Job {
  /** MiB it is expected to need. */
  readonly need: number;
  run(thread: Thread): Promise<void>;
  refuse(error: Error): void;
}

const MIB = 1024 * 1024;
/** MiB a thread has at least; fewer threads where the sum has no room for all. A thread that has read nothing takes some 20. */
const leastShare = 128;
/**
 * Bytes of heap for a byte of update, measured with what can be compacted within a limit: 2 for a pasted text, 12 for letters typed all over one,
 * 20 with half of them deleted, 48 for letters typed before each other. Who needs more than was thought is asked a second time.
 */
const usualHeap = 20;
const leastHeap = 2;
/** For a joiner no document is built. */
const joinerHeap = 4;
/** Documents are read once and let go: what is young is nearly all of it, and V8 would keep as much again in hand for each thread. */
const youngLimit = 8;
/** A thread that may have grown beyond this part of its limit gives its memory back instead of keeping it for the next question. */
const restedBeyond = 1 / 4;

export function createReadingThreads({ threads, memory, timeout, onTrouble }: ReadingThreadsSettings): ReadingThreads {
  const count = Math.max(1, Math.min(threads, Math.floor(memory / leastShare)));
  const threadOf = (limit: number, { isPatient }: { isPatient: boolean }): Thread => ({
    limit,
    link: createThreadLink<ReadingOperations>(new URL('./thread.ts', import.meta.url), {
      name: 'reading',
      unanswered: 'internal',
      timeout,
      heapLimit: Math.floor(limit),
      youngLimit,
      isPatient,
      onDeath: onTrouble,
    }),
  });
  const door = count === 1 ? null : threadOf(memory / 4, { isPatient: false });
  const widest = count === 1 ? memory : (memory * 3) / 4;
  const shares = Math.max(1, count - 1);
  const share = widest / shares;
  const texts = Array.from({ length: shares }, () => threadOf(share, { isPatient: count > 1 }));
  /** Reads what needs all that `texts` have; it lives while they rest. */
  const alone = shares === 1 ? null : threadOf(widest, { isPatient: true });

  const idle = new Set([...texts, ...(door === null ? [] : [door])]);
  const queues = { urgent: [] as Job[], patient: [] as Job[], large: [] as Job[] };
  let readsAlone = false;
  let closed = false;

  const queueOf = ({ isUrgent }: { isUrgent: boolean }, need: number): Job[] => {
    if (isUrgent && need <= (door?.limit ?? share)) return queues.urgent;
    return alone !== null && need > share ? queues.large : queues.patient;
  };
  const freeText = (): Thread | undefined => (readsAlone ? undefined : texts.find((thread) => idle.has(thread)));

  const begin = (job: Job | undefined, thread: Thread): void => {
    if (job === undefined) return;
    idle.delete(thread);
    void job.run(thread).then(async () => {
      if (thread === alone || job.need > thread.limit * restedBeyond) await thread.link.rest();
      if (thread === alone) readsAlone = false;
      else idle.add(thread);
      work();
    });
  };
  const work = (): void => {
    const { urgent, patient, large } = queues;
    while (urgent.length > 0) {
      const thread = door !== null && idle.has(door) ? door : large.length === 0 ? freeText() : undefined;
      if (thread === undefined) break;
      begin(urgent.shift(), thread);
    }
    if (alone !== null && large.length > 0) {
      // Nothing else begins beside it, or it would wait for ever.
      if (readsAlone || texts.some((thread) => !idle.has(thread))) return;
      readsAlone = true;
      void Promise.all(texts.map(({ link }) => link.rest())).then(() => begin(large.shift(), alone));
      return;
    }
    for (let thread = freeText(); thread !== undefined && patient.length > 0; thread = freeText()) begin(patient.shift(), thread);
  };

  return {
    read: (reading) =>
      new Promise((resolve, reject) => {
        if (closed) throw closedError();
        const { bytes, isUrgent } = reading;
        const tooLarge = (): AppError => new AppError('text_too_large_to_read', { megabytes: Math.ceil(bytes / MIB) });
        if (bytes * leastHeap > widest * MIB) throw tooLarge();
        const need = leastShare / 4 + (bytes * (isUrgent ? joinerHeap : usualHeap)) / MIB;
        const job = (expected: number): Job => ({
          need: expected,
          refuse: reject,
          run: (thread) =>
            reading.ask(thread.link).then(resolve, (error: unknown) => {
              if (!(error instanceof ThreadDied) || !error.outOfMemory) reject(error);
              else if (thread.limit >= widest || closed) reject(tooLarge());
              else (alone === null ? queues.patient : queues.large).push(job(widest));
            }),
        });
        queueOf(reading, need).push(job(need));
        work();
      }),
    close: async () => {
      closed = true;
      for (const queue of Object.values(queues)) for (const job of queue.splice(0)) job.refuse(closedError());
      await Promise.all([...texts, door, alone].flatMap((thread) => (thread === null ? [] : [thread.link.end()])));
    },
  };
}

function closedError(): AppError {
  return new AppError('internal', { reason: 'the reader is closed' });
}
