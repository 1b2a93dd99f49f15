// What people write together: drafts of the strategy, notes of a sub-table, free notes; and what a sub-table left in writing when it
// closed. The text is in Yjs; this is its record.
import * as z from 'zod/mini';
import { DraftLife } from './draft.ts';
import { DraftState } from './draft-state.ts';
import { DocumentId, LabId } from './ids.ts';
import { FlexDate } from './flex-date.ts';
import { isWritten, ProposalState } from './proposal-state.ts';

export const documentTitleLimit = 120;

const Common = z.object({
  id: DocumentId,
  labId: LabId,
  title: z.string(),
  /** Changes when history is rebuilt (restore): clients of another generation never merge into it. */
  generation: z.string(),
  createdAt: z.number(),
  /** Milliseconds since 1970 of the last committed change of the text, or of the creation. */
  updatedAt: z.number(),
  /** Rises by one with each change of the record; what an edit was based on. */
  version: z.number(),
});
export const DraftDocument = z.extend(Common, {
  kind: z.literal('draft'),
  draftNo: z.number(),
  state: DraftState,
  opens: FlexDate,
  participantsInvited: z.boolean(),
  life: DraftLife,
});
export type DraftDocument = z.infer<typeof DraftDocument>;
export const SubTableNotes = z.extend(Common, { kind: z.literal('sub_table_notes'), subTableId: z.string() });
export const FreeNote = z.extend(Common, { kind: z.literal('free_note') });
/** Written by the house when a sub-table closes, and by nobody after. */
export const SubTableResult = z.extend(Common, { kind: z.literal('sub_table_result'), subTableId: z.string() });
/** The prose of a proposal; the proposal itself has the same id. */
export const ProposalDocument = z.extend(Common, {
  kind: z.literal('proposal'),
  proposalState: ProposalState,
  /** It was merged or split, and stays as it was. */
  becameOthers: z.boolean(),
});
export const LabDocument = z.discriminatedUnion('kind', [
  DraftDocument,
  SubTableNotes,
  FreeNote,
  SubTableResult,
  ProposalDocument,
]);
export type LabDocument = z.infer<typeof LabDocument>;

/** What of a document's own life decides whether it can be opened and written. */
export interface DocumentLife {
  readonly kind: LabDocument['kind'];
  readonly state?: DraftState;
  readonly proposalState?: ProposalState;
  readonly becameOthers?: boolean;
}

/** Is there a text to open at all? A planned draft has none yet. */
export function isOpenToRead(document: DocumentLife): boolean {
  return document.kind !== 'draft' || document.state !== 'planned';
}

/** Does the document's own life allow writing now? Who may is `can`'s question. */
export function isOpenToWrite(document: DocumentLife): boolean {
  if (document.kind === 'proposal') {
    return document.proposalState !== undefined && isWritten(document.proposalState) && document.becameOthers !== true;
  }
  if (document.kind === 'sub_table_result') return false;
  return document.kind !== 'draft' || document.state === 'writing';
}
