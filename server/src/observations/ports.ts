// What this room needs of its neighbours: the draft that is observed and the one that answers.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import type { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface ObservedDraft {
  readonly id: string;
  readonly draftNo: number;
  readonly state: DraftState;
  readonly consultation: { readonly from: number; readonly to: number } | null;
  readonly frozenVersionId: string | null;
}

export interface DraftsPort {
  /** Throws AppError `document_not_found`. */
  of(place: { labId: string; documentId: string }): Promise<ObservedDraft>;
  /** Null where there is none. */
  numbered(place: { labId: string; draftNo: number }): Promise<ObservedDraft | null>;
  /** Blocks of its frozen text that carry words. */
  frozenBlocks(draft: Pick<ObservedDraft, 'frozenVersionId'>): Promise<readonly WordedBlock[]>;
}

export interface ObservationDesk extends Ledger {
  readonly drafts: DraftsPort;
  readonly texts: {
    /** What was committed of a text. Throws AppError `document_not_found`. */
    bodyOf(documentId: string): Promise<DocumentJson>;
  };
}
