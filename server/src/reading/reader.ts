// Reads Yjs documents in worker threads: what a joiner lacks, and a document rewritten smaller. Joiners never wait behind rewriting
// while there are two threads or more; a question that hangs costs its thread, not the server.
import type { BodyEdit } from '@cocrea/shared/document/body-edit.ts';
import type { BlockAuthors } from '@cocrea/shared/document/authorship.ts';
import type { Anchored } from '@cocrea/shared/document/comment-anchors.ts';
import type { BlockStretch } from '@cocrea/shared/document/comment-places.ts';
import type { DocumentBlock } from '@cocrea/shared/document/blocks.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { Decided, Undecidable } from '@cocrea/shared/document/suggestions/decide-suggestions.ts';
import type { Section } from '@cocrea/shared/document/sections.ts';
import type { Suggestion } from '@cocrea/shared/domain/suggestion.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { DocumentReader } from '../realtime/ports.ts';
import { packUpdates } from '../storage/row-format.ts';
import { ownBytes } from '../threads/own-bytes.ts';
import { createThreadLink, type ThreadLink } from '../threads/thread-link.ts';
import type { DeletionAsked, MeasuredDeletion } from './deletions.ts';
import type { Decision } from './fork-texts.ts';
import type { WritersAsked } from './writers-between.ts';
import type { AuthorsAsked, ReadingOperations, Successor } from './thread.ts';

export interface ReaderSettings {
  /** Threads there may be; each starts with the first question that needs it. */
  readonly threads: number;
  /** Milliseconds a question may take before its thread is ended; 60,000 when not given. */
  readonly timeout?: number;
  /** Hears of threads that died; they are replaced. A warning of the process when not given. */
  readonly onTrouble?: (trouble: Error) => void;
}

/** The text of the document these updates make. Waits behind whoever joins a room. */
export interface TextReader {
  /** What stands under each fixed heading. */
  sections(updates: readonly Uint8Array[]): Promise<readonly Section[]>;
  /** What stands at the top of it. */
  blocks(updates: readonly Uint8Array[]): Promise<readonly DocumentBlock[]>;
  /** All of it, as ProseMirror's JSON. */
  body(updates: readonly Uint8Array[]): Promise<DocumentJson>;
  /**
   * The whole document as one update, where it calls itself `Borrador from` with the number `to`; `clientId` wrote that number, null where it
   * does not say it.
   */
  successor(updates: readonly Uint8Array[], numbers: { from: number; to: number }): Promise<Successor>;
  /** The edit as one update under a new clientID; null where a block it names is not there. */
  edit(updates: readonly Uint8Array[], edit: BodyEdit): Promise<Uint8Array | null>;
  /** What a fork suggests for the text it is a fork of. */
  suggestions(pair: PairUpdates): Promise<readonly Suggestion[]>;
  /** The edits of both by which suggestions are accepted or rejected. */
  decide(pair: PairUpdates, decision: Decision): Promise<Decided | Undecidable>;
  /** The edit by which what one row wrote is taken back, with all that came after left alone; a fork of it keeps what it says. */
  takeBack(
    rows: Record<'before' | 'row' | 'after', readonly Uint8Array[]>,
    fork: readonly Uint8Array[] | null,
  ): Promise<{ document: Uint8Array | null; fork: Uint8Array | null }>;
  /** Where comments stand in it, block by block; null for one that has lost its place. */
  commentPlaces(updates: readonly Uint8Array[], anchors: readonly Anchored[]): Promise<readonly (BlockStretch | null)[]>;
  /** The anchor with the words it stands on; null where neither it nor its words are in the text. */
  standingAnchor(updates: readonly Uint8Array[], anchor: Anchored): Promise<Anchored | null>;
  /** Who wrote each stretch of it: the updates are every row there ever was. */
  authors(updates: readonly Uint8Array[], known: Omit<AuthorsAsked, 'packed'>): Promise<readonly BlockAuthors[]>;
  /** How much of the text before somebody's deletion it took away for good. */
  measureDeletion(
    rows: Record<'before' | 'since', readonly Uint8Array[]>,
    asked: Omit<DeletionAsked, 'before' | 'since'>,
  ): Promise<MeasuredDeletion>;
  /** The edit that brings back what a deletion took; null where there is nothing to bring. */
  bringBack(updates: readonly Uint8Array[], deletion: Uint8Array): Promise<Uint8Array | null>;
  /** Who wrote in each stretch of the log; the updates are those of all of them. */
  writersBetween(updates: readonly Uint8Array[], asked: WritersAsked): Promise<string[][]>;
}

export type PairUpdates = Record<'body' | 'fork', readonly Uint8Array[]>;

interface Job {
  run(thread: ThreadLink<ReadingOperations>): Promise<void>;
  refuse(error: Error): void;
}

/** MiB a reading thread may use: some ten times the documents it is given. */
const heapLimit = 1024;
/** Documents are read once and let go: what is young is nearly all of it, and V8 would keep as much again in hand for each thread. */
const youngLimit = 8;

/** A question that fails rejects with what failed: AppError `internal` when its thread died, an Error that says what differed. */
export function createReader(settings: ReaderSettings): DocumentReader & TextReader & { close(): Promise<void> } {
  const { timeout = 60_000, onTrouble = warn } = settings;
  const links = Array.from({ length: Math.max(1, settings.threads) }, () =>
    createThreadLink<ReadingOperations>(new URL('./thread.ts', import.meta.url), {
      name: 'reading',
      unanswered: 'internal',
      timeout,
      heapLimit,
      youngLimit,
      onDeath: onTrouble,
    }),
  );
  const idle = [...links];
  const urgent: Job[] = [];
  const patient: Job[] = [];
  let closed = false;

  const next = (): Job | undefined => {
    const keepsOneFree = links.length === 1 || idle.length > 1;
    return urgent.shift() ?? (keepsOneFree ? patient.shift() : undefined);
  };
  const work = async (): Promise<void> => {
    while (idle.length > 0) {
      const job = next();
      const thread = job === undefined ? undefined : idle.pop();
      if (job === undefined || thread === undefined) return;
      void job.run(thread).then(() => {
        idle.push(thread);
        void work();
      });
    }
  };
  const queued = <Answer>(queue: Job[], ask: (thread: ThreadLink<ReadingOperations>) => Promise<Answer>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (closed) throw new AppError('internal', { reason: 'the reader is closed' });
      queue.push({ run: (thread) => ask(thread).then(resolve, reject), refuse: reject });
      void work();
    });

  const read = <Name extends 'sections' | 'blocks' | 'body'>(name: Name, updates: readonly Uint8Array[]) =>
    queued(patient, (thread) => {
      const packed = packUpdates(updates);
      return thread.ask(name, packed, [packed.buffer as ArrayBuffer]);
    });

  return {
    diff: (update, stateVector) =>
      queued(urgent, (thread) => thread.ask('diff', { update: ownBytes(update), stateVector: ownBytes(stateVector) })),
    compact: (updates) =>
      queued(patient, (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('compact', packed, [packed.buffer as ArrayBuffer]);
      }),
    sections: (updates) => read('sections', updates),
    blocks: (updates) => read('blocks', updates),
    body: (updates) => read('body', updates),
    successor: (updates, numbers) =>
      queued(patient, (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('successor', { packed, ...numbers }, [packed.buffer as ArrayBuffer]);
      }),
    edit: (updates, edit) =>
      queued(patient, (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('edit', { packed, edit }, [packed.buffer as ArrayBuffer]);
      }),
    suggestions: ({ body, fork }) =>
      queued(patient, (thread) => thread.ask('suggestions', { body: packUpdates(body), fork: packUpdates(fork) })),
    decide: ({ body, fork }, decision) =>
      queued(patient, (thread) => thread.ask('decide', { body: packUpdates(body), fork: packUpdates(fork), ...decision })),
    takeBack: ({ before, row, after }, fork) =>
      queued(patient, (thread) =>
        thread.ask('takeBack', {
          before: packUpdates(before),
          row: packUpdates(row),
          after: packUpdates(after),
          fork: fork === null ? null : packUpdates(fork),
        }),
      ),
    authors: (updates, known) =>
      queued(patient, (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('authors', { packed, ...known }, [packed.buffer as ArrayBuffer]);
      }),
    measureDeletion: ({ before, since }, asked) =>
      queued(patient, (thread) =>
        thread.ask('measureDeletion', { before: packUpdates(before), since: packUpdates(since), ...asked }),
      ),
    writersBetween: (updates, asked) =>
      queued(patient, (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('writersBetween', { packed, ...asked }, [packed.buffer as ArrayBuffer]);
      }),
    commentPlaces: (updates, anchors) =>
      queued(patient, (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('commentPlaces', { packed, anchors }, [packed.buffer as ArrayBuffer]);
      }),
    standingAnchor: (updates, anchor) =>
      queued(patient, (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('standingAnchor', { packed, anchor }, [packed.buffer as ArrayBuffer]);
      }),
    bringBack: (updates, deletion) =>
      queued(patient, (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('bringBack', { packed, deletion }, [packed.buffer as ArrayBuffer]);
      }),
    close: async () => {
      closed = true;
      for (const job of [...urgent.splice(0), ...patient.splice(0)])
        job.refuse(new AppError('internal', { reason: 'the reader is closed' }));
      await Promise.all(links.map((link) => link.end()));
    },
  };
}

function warn(trouble: Error): void {
  process.emitWarning(trouble);
}
