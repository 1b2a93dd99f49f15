// Reads Yjs documents in worker threads: what a joiner lacks, a document rewritten smaller, what a text says. A question that hangs, or needs more
// memory than there is for reading, costs its thread, not the server.
import type { BodyEdit } from '@cocrea/shared/document/body-edit.ts';
import type { BlockAuthors } from '@cocrea/shared/document/authorship.ts';
import type { Anchored } from '@cocrea/shared/document/comment-anchors.ts';
import type { BlockStretch } from '@cocrea/shared/document/comment-places.ts';
import type { DocumentBlock } from '@cocrea/shared/document/blocks.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { Decided, Undecidable } from '@cocrea/shared/document/suggestions/decide-suggestions.ts';
import type { Section } from '@cocrea/shared/document/sections.ts';
import type { Suggestion } from '@cocrea/shared/domain/suggestion.ts';
import type { DocumentReader } from '../realtime/ports.ts';
import { packedSize, packUpdates } from '../storage/row-format.ts';
import { ownBytes } from '../threads/own-bytes.ts';
import type { ThreadLink } from '../threads/thread-link.ts';
import type { DeletionAsked, MeasuredDeletion } from './deletions.ts';
import type { Decision } from './fork-texts.ts';
import { createReadingThreads } from './reading-threads.ts';
import type { WritersAsked } from './writers-between.ts';
import type { AuthorsAsked } from './authors-of.ts';
import type { MomentAsked, ReadingOperations, Successor } from './thread.ts';

export interface ReaderSettings {
  /** Threads there may be; each starts with the first question that needs it. */
  readonly threads: number;
  /** MiB of heap that they may use together; 1,024 when not given. */
  readonly memory?: number;
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
  /** The same of rows of its log, with the moment of the last, as JSON in UTF-8. */
  writtenMoment(asked: MomentAsked): Promise<Uint8Array>;
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
  /** Who wrote each stretch of it: the rows are all there ever were. */
  authors(asked: AuthorsAsked): Promise<readonly BlockAuthors[]>;
  /** How much of the text before somebody's deletion it took away for good. */
  measureDeletion(
    rows: Record<'before' | 'since', readonly Uint8Array[]>,
    asked: Omit<DeletionAsked, 'before' | 'since'>,
  ): Promise<MeasuredDeletion>;
  /** The edit that brings back what a deletion took; null where there is nothing to bring. */
  bringBack(updates: readonly Uint8Array[], deletion: Uint8Array): Promise<Uint8Array | null>;
  /** Who wrote in each stretch of the log. */
  writersBetween(asked: WritersAsked): Promise<string[][]>;
}

export type PairUpdates = Record<'body' | 'fork', readonly Uint8Array[]>;

/** A question that fails rejects with what failed: AppErrors as in `reading-threads.ts`, an Error that says what differed. */
export function createReader(settings: ReaderSettings): DocumentReader & TextReader & { close(): Promise<void> } {
  const { threads, memory = 1024, timeout = 60_000, onTrouble = warn } = settings;
  const reading = createReadingThreads({ threads, memory, timeout, onTrouble });
  const queued = <Answer>(
    texts: readonly (readonly Uint8Array[])[],
    ask: (thread: ThreadLink<ReadingOperations>) => Promise<Answer>,
  ): Promise<Answer> => {
    const bytes = texts.reduce((sum, updates) => sum + packedSize(updates), 0);
    return reading.read({ isUrgent: false, bytes, ask });
  };

  /** Rows stay here while they are read: a question may be asked twice. */
  const ofRows = <Answer>(rows: Uint8Array, ask: (thread: ThreadLink<ReadingOperations>) => Promise<Answer>): Promise<Answer> =>
    reading.read({ isUrgent: false, bytes: rows.length, ask });

  const read = <Name extends 'sections' | 'blocks' | 'body'>(name: Name, updates: readonly Uint8Array[]) =>
    queued([updates], (thread) => {
      const packed = packUpdates(updates);
      return thread.ask(name, packed, [packed.buffer as ArrayBuffer]);
    });

  return {
    diff: (update, stateVector) =>
      reading.read({
        isUrgent: true,
        bytes: update.length,
        ask: (thread) => thread.ask('diff', { update: ownBytes(update), stateVector: ownBytes(stateVector) }),
      }),
    compact: (updates) =>
      queued([updates], (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('compact', packed, [packed.buffer as ArrayBuffer]);
      }),
    sections: (updates) => read('sections', updates),
    blocks: (updates) => read('blocks', updates),
    body: (updates) => read('body', updates),
    successor: (updates, numbers) =>
      queued([updates], (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('successor', { packed, ...numbers }, [packed.buffer as ArrayBuffer]);
      }),
    edit: (updates, edit) =>
      queued([updates], (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('edit', { packed, edit }, [packed.buffer as ArrayBuffer]);
      }),
    suggestions: ({ body, fork }) =>
      queued([body, fork], (thread) => thread.ask('suggestions', { body: packUpdates(body), fork: packUpdates(fork) })),
    decide: ({ body, fork }, decision) =>
      queued([body, fork], (thread) => thread.ask('decide', { body: packUpdates(body), fork: packUpdates(fork), ...decision })),
    takeBack: ({ before, row, after }, fork) =>
      queued([before, row, after, fork ?? []], (thread) =>
        thread.ask('takeBack', {
          before: packUpdates(before),
          row: packUpdates(row),
          after: packUpdates(after),
          fork: fork === null ? null : packUpdates(fork),
        }),
      ),
    writtenMoment: (asked) => ofRows(asked.rows, (thread) => thread.ask('writtenMoment', asked)),
    authors: (asked) => ofRows(asked.rows, (thread) => thread.ask('authors', asked)),
    measureDeletion: ({ before, since }, asked) =>
      queued([before, since], (thread) =>
        thread.ask('measureDeletion', { before: packUpdates(before), since: packUpdates(since), ...asked }),
      ),
    writersBetween: (asked) => ofRows(asked.rows, (thread) => thread.ask('writersBetween', asked)),
    commentPlaces: (updates, anchors) =>
      queued([updates], (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('commentPlaces', { packed, anchors }, [packed.buffer as ArrayBuffer]);
      }),
    standingAnchor: (updates, anchor) =>
      queued([updates], (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('standingAnchor', { packed, anchor }, [packed.buffer as ArrayBuffer]);
      }),
    bringBack: (updates, deletion) =>
      queued([updates], (thread) => {
        const packed = packUpdates(updates);
        return thread.ask('bringBack', { packed, deletion }, [packed.buffer as ArrayBuffer]);
      }),
    close: reading.close,
  };
}

/** How the memory for reading (MiB) is shared: what the threads may use, and what each of the two rooms that keep answers may keep. */
export function shareReaderMemory(all: number): { readonly memory: number; readonly keptBytes: number } {
  return { memory: (all * 7) / 8, keptBytes: (all / 16) * 1024 * 1024 };
}

function warn(trouble: Error): void {
  process.emitWarning(trouble);
}
