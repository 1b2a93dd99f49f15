// What a lab is born with, as data: facts, sub-tables, people, documents with their first text, and the codes that open it.
// The demonstration is one such; a lab founded from somebody's form will be another.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import type { FlexDate } from '@cocrea/shared/domain/flex-date.ts';
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import type { Lab, SubTable } from '@cocrea/shared/domain/lab.ts';
import type { ProposalFields, ProposalSection, ProposalStep } from '@cocrea/shared/domain/proposal.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import type { FoundingConsultation } from './consultation-founding.ts';
import type { FoundingTable } from './table-founding.ts';

export interface FoundingPerson {
  /** A UUID, the same in every founding of this lab. */
  readonly id: string;
  readonly name: string;
  readonly institution: string | null;
  readonly actorKind: ActorKind;
  readonly role: Role;
  readonly subTableId: string | null;
  /** Colour index, 0–11. */
  readonly color: number;
}

interface FoundingText {
  readonly id: string;
  readonly title: string;
  /** The first text, without block ids; `seedUpdate` gives them. Null where there is no text yet: no Yjs document is created. */
  readonly text: DocumentJson | null;
}

export interface FoundingDraft extends FoundingText {
  readonly kind: 'draft';
  readonly draftNo: number;
  readonly state: DraftState;
  readonly opens: FlexDate;
  readonly participantsInvited: boolean;
}
export interface FoundingNotes extends FoundingText {
  readonly kind: 'sub_table_notes';
  readonly subTableId: string;
}
export interface FoundingFreeNote extends FoundingText {
  readonly kind: 'free_note';
}
export type FoundingDocument = FoundingDraft | FoundingNotes | FoundingFreeNote;

export interface FoundingProposal {
  /** Also of its text. */
  readonly id: string;
  readonly title: string;
  /** Plain words, a line a paragraph. */
  readonly text: Partial<Record<ProposalSection, string>>;
  readonly fields: ProposalFields;
  /** People of the lab, who created it first. */
  readonly authorIds: readonly string[];
  /** Ids of contributions it came from, see `foundingContributionId`. */
  readonly sourceIds: readonly string[];
  /** In the order they were given; as what each person speaks is the person's own record. */
  readonly endorsements: readonly { readonly personId: string; readonly institution: string }[];
  /** What happened to it since it was a draft, in order; its state is where the last one leads. */
  readonly steps: readonly {
    readonly step: ProposalStep;
    readonly personId: string;
    readonly reason?: string;
    readonly blocks?: readonly string[];
  }[];
}

export interface FoundingMerge {
  /** A UUID. */
  readonly id: string;
  readonly personId: string;
  readonly from: readonly string[];
  readonly into: string;
}

export type FoundingJoinCode = Pick<JoinCode, 'id' | 'code' | 'role' | 'subTableId'>;

export interface LabFounding {
  /** Client-made id of the founding command: founding twice is founding once. */
  readonly commandId: string;
  readonly lab: Lab;
  readonly subTables: readonly SubTable[];
  readonly people: readonly FoundingPerson[];
  readonly documents: readonly FoundingDocument[];
  readonly joinCodes: readonly FoundingJoinCode[];
  /** Tables somebody has opened already, conducted by the first facilitator among the people. */
  readonly tables: readonly FoundingTable[];
  readonly proposals: readonly FoundingProposal[];
  readonly merges: readonly FoundingMerge[];
  /** Null where no draft was consulted yet. */
  readonly consultation: FoundingConsultation | null;
}
