// What this room needs of its neighbours: the records and texts of drafts, a room held still, what keeps a draft from being frozen, and who is
// answered with it.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { Blocker } from '@cocrea/shared/domain/draft.ts';
import type { NewDocument } from '../storage/document-store.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';

/** What of one kind must be settled before a draft is frozen, and how much of it is. */
export interface Settling {
  readonly blockers: readonly Blocker[];
  readonly total: number;
  readonly settled: number;
}

export interface BlockersPort {
  /** Observations on the drafts before this one, answered or not; `blocks` are the ids of what stands in it, as it is or in other blocks. */
  observations(draft: {
    readonly labId: string;
    readonly draftNo: number;
    readonly documentId: string;
    readonly blocks: ReadonlySet<string>;
  }): Promise<Settling>;
  /** Contributions a table validated, with or without an outcome. */
  contributions(labId: string): Promise<Settling>;
  /** What came too late for the drafts before this number. */
  lateWritings(labId: string, draftNo: number): Promise<Settling>;
}

/** What belongs to a change of another room. */
export type Parts = Pick<Change, 'statements' | 'events'>;

export interface AnswersPort {
  /** With the draft that answers them, what was resolved of the observations on the one before counts as told to their authors. */
  told(draft: { readonly labId: string; readonly documentId: string; readonly at: number }): Promise<Parts>;
}

export interface DraftTexts {
  /** What was committed, as ProseMirror's JSON with the ids of its blocks. Throws AppError `document_not_found`. */
  bodyOf(documentId: string): Promise<DocumentJson>;
  /**
   * The Yjs document of the next draft: all that stands in this one, under the same clientIDs and their people, and where it calls itself
   * `Borrador n` the number of the next one. Throws AppError `document_not_found`.
   */
  successor(
    documentId: string,
    next: { readonly id: string; readonly draftNo: number; readonly at: number },
  ): Promise<NewDocument>;
}

export interface DraftRooms {
  /** Lets nobody write while `act` runs; see `RoomWriter.hold`. */
  hold<Answer>(documentId: string, act: (at: { readonly seq: number }) => Promise<Answer>): Promise<Answer>;
}

export interface DraftDesk extends Ledger {
  /** The drafts of a lab, by their number. */
  readonly drafts: { of(labId: string): Promise<readonly DraftDocument[]> };
  readonly texts: DraftTexts;
  readonly rooms: DraftRooms;
  readonly blockers: BlockersPort;
  readonly answers: AnswersPort;
}
