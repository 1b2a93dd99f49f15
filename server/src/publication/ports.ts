// What this room needs of its neighbours: the documents of a lab, the texts of its drafts, and what was observed on them.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface PublicationDesk extends Ledger {
  readonly drafts: {
    /** By number. */
    inLab(labId: string): Promise<readonly DraftDocument[]>;
    frozenBlocks(draft: { readonly frozenVersionId: string | null }): Promise<readonly WordedBlock[]>;
  };
  readonly observations: { on(labId: string, documentId: string): Promise<readonly Observation[]> };
  readonly texts: { bodyOf(documentId: string): Promise<DocumentJson> };
}
