// What this room needs of its neighbours: the text of proposals, how a text is born, and the contributions a proposal may come from.
import type { DocumentBlock } from '@cocrea/shared/document/blocks.ts';
import type { Section } from '@cocrea/shared/document/sections.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { NewDocument } from '../storage/document-store.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface ProposalTexts {
  /** What was committed under the fixed headings, by document. */
  of(documentIds: readonly string[]): Promise<ReadonlyMap<string, readonly Section[]>>;
  /** The blocks at the top of one document that say something. */
  blocksOf(documentId: string): Promise<readonly DocumentBlock[]>;
}

/** A contribution as its own room keeps it. */
export interface KnownContribution {
  readonly id: string;
  readonly folio: string | null;
  readonly text: string;
  /** Null where nobody identified wrote it. */
  readonly authorId: string | null;
}

export interface Contributions {
  /** Those of these that this lab has, in any order; ids it does not know are left out. */
  of(labId: string, ids: readonly string[]): Promise<readonly KnownContribution[]>;
}

export interface ProposalDesk extends Ledger {
  readonly texts: ProposalTexts;
  readonly contributions: Contributions;
  /** The Yjs document a text is born as. */
  readonly firstText: (document: { id: string; text: DocumentJson; at: number }) => NewDocument;
}
