// What this room needs of its neighbours: drafts and their texts, and of each kind of source what waits and how it is settled. Whatever a
// neighbour has to write comes back as parts of one change.
import type { BodyEdit } from '@cocrea/shared/document/body-edit.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { ContributionOutcome } from '@cocrea/shared/api/consolidation.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import type { RoomWriter } from '../realtime/ports.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';

export interface DraftOnDesk {
  readonly id: string;
  readonly labId: string;
  readonly draftNo: number;
  readonly state: DraftState;
  readonly frozenVersionId: string | null;
}

export interface Parts {
  readonly statements: Change['statements'];
  readonly events: readonly NewEvent[];
}

export interface ConsolidationDesk extends Ledger {
  readonly drafts: {
    /** Throws AppError `document_not_found`. */
    of(place: { labId: string; documentId: string }): Promise<DraftOnDesk>;
    numbered(place: { labId: string; draftNo: number }): Promise<DraftOnDesk | null>;
    frozenBody(draft: Pick<DraftOnDesk, 'frozenVersionId'>): Promise<DocumentJson>;
  };
  readonly texts: {
    bodyOf(documentId: string): Promise<DocumentJson>;
    /** Throws AppError `block_not_found`. */
    edit(documentId: string, edit: BodyEdit): Promise<Uint8Array>;
  };
  readonly writer: Pick<RoomWriter, 'write'>;
  readonly contributions: {
    forDesk(labId: string): Promise<Contribution[]>;
    outcomes(labId: string): Promise<ContributionOutcome[]>;
    /** Throws AppError `source_not_found`, `source_settled`. */
    settle(verdict: {
      labId: string;
      ids: readonly string[];
      actorId: string;
      outcome: 'incorporated' | 'not_incorporated' | null;
      reason: string | null;
      /** Of these, those that were incorporated and stand nowhere any more: they may be told another outcome. */
      lost?: ReadonlySet<string>;
    }): Promise<Parts>;
  };
  readonly proposals: {
    /** Those that may still go into a text, or did. */
    forDesk(labId: string): Promise<readonly { id: string; title: string; state: string; text: string; version: number }[]>;
    incorporate(asked: ProposalInto): Promise<Parts>;
    undo(asked: ProposalInto): Promise<Parts>;
  };
  readonly observations: {
    /** Folios by id. */
    folios(labId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
    /** Blocks of a draft that an answer says they went into. */
    destinationsIn(labId: string, documentId: string): Promise<readonly AnsweredInto[]>;
    addDestination(asked: ObservationInto): Promise<Change['statements']>;
    removeDestination(asked: ObservationInto): Promise<Change['statements']>;
  };
}

export interface AnsweredInto {
  readonly observationId: string;
  readonly folio: string;
  readonly blockId: string;
  readonly decidedBy: string;
  readonly decidedAt: number;
}

interface ProposalInto {
  readonly labId: string;
  readonly id: string;
  readonly actorId: string;
  readonly commandId: string;
  readonly blocks: readonly string[];
}

interface ObservationInto {
  readonly labId: string;
  readonly ids: readonly string[];
  readonly documentId: string;
  readonly blocks: readonly string[];
}
