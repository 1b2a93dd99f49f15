// What this room needs of its neighbours: the records and texts of drafts, a room held still, what keeps a draft from being frozen, who is
// answered with it, and what is suggested for it.
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

export interface DraftToFreeze {
  readonly labId: string;
  readonly draftNo: number;
  readonly documentId: string;
  /** Ids of the blocks something stands in, and of those whose words went into one of them. */
  readonly blocks: ReadonlySet<string>;
}

/** Whatever was said to stand in a block that is gone lacks its destination. */
export interface BlockersPort {
  /** Observations on the drafts before this one, answered or not. */
  observations(draft: DraftToFreeze): Promise<Settling>;
  /** Contributions a table validated, with or without an outcome. */
  contributions(draft: DraftToFreeze): Promise<Settling>;
  /** What came too late for the drafts before this one. */
  lateWritings(draft: DraftToFreeze): Promise<Settling>;
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

export interface SuggestionsPort {
  /** What is still suggested for a frozen draft, as suggestions for the one that follows it, each in its author's name. */
  carried(from: {
    readonly labId: string;
    readonly draftId: string;
    readonly next: NewDocument;
    readonly actorId: string;
  }): Promise<Parts & Required<Pick<Change, 'documents'>>>;
}

export interface DraftDesk extends Ledger {
  /** The drafts of a lab, by their number. */
  readonly drafts: { of(labId: string): Promise<readonly DraftDocument[]> };
  readonly texts: DraftTexts;
  readonly rooms: DraftRooms;
  readonly blockers: BlockersPort;
  readonly answers: AnswersPort;
  readonly suggestions: SuggestionsPort;
}
