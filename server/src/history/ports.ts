// What this room needs of its neighbours: what decides who may open a text, its past, and a way to write into it while others type.
import type { BlockAuthors } from '@cocrea/shared/document/authorship.ts';
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';
import type { RoomWriter } from '../realtime/ports.ts';
import type { Ledger } from '../storage/ledger.ts';

/** How a moment is brought back, as it was worked out of what was written up to `now`. */
export interface Restoration {
  readonly seq: number;
  readonly seen: number;
  readonly now: number;
  readonly update: Uint8Array;
  /** What the text is to read like, written down. */
  readonly reads: string;
}

export interface Measured {
  /** Characters there were, how many of those are gone, and how many there are now at least. */
  readonly characters: number;
  readonly gone: number;
  readonly left: number;
  /** Without what was typed and taken back by the same hand meanwhile. */
  readonly deletion: Uint8Array;
}

export interface PastPort {
  /** Throws AppError `document_not_found`. */
  lastSeq(documentId: string): Promise<number>;
  moments(documentId: string): Promise<readonly { readonly seq: number; readonly at: number }[]>;
  /**
   * The text of that moment as the API tells it, as JSON in UTF-8: one of many megabytes is written where it is read. Throws AppError
   * `version_not_found` where the log has no such moment.
   */
  writtenMoment(documentId: string, seq: number): Promise<Uint8Array>;
  authorsAt(documentId: string, seq: number): Promise<readonly BlockAuthors[]>;
  /** One update, made on what the text was at `seen`, that makes it read as at `seq`: what was written after `seen` stays. */
  restoration(documentId: string, moments: { readonly seq: number; readonly seen: number }): Promise<Restoration>;
  /** At most `most` moments of its log, first and last among them, each with who wrote since the one before. */
  growth(
    documentId: string,
    most: number,
  ): Promise<readonly { readonly seq: number; readonly at: number; readonly personIds: readonly string[] }[]>;
  /** How much of the text of the moment `before` a deletion (a Yjs update of deletions alone) had taken away for good at `until`. */
  measureDeletion(
    documentId: string,
    asked: {
      readonly before: number;
      readonly until: number;
      readonly deletion: Uint8Array;
      readonly personId: string;
      /** Whether what others deleted again since counts as gone. */
      readonly withOthers: boolean;
    },
  ): Promise<Measured>;
  /** The edit of the text as it is now that brings back what a deletion took; null where there is nothing to bring. */
  bringBack(documentId: string, deletion: Uint8Array): Promise<Uint8Array | null>;
  /** Whether what was written up to `until` is kept by it too. */
  holds(documentId: string, restoration: Restoration, until: number): Promise<boolean>;
}

export interface HistoryDesk extends Ledger {
  /** Null where there is no such document. */
  readonly documents: { of(documentId: string): Promise<DocumentSubject | null> };
  readonly past: PastPort;
  readonly writer: Pick<RoomWriter, 'write'>;
}
