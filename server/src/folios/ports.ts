// What this room needs of its neighbours: whatever bears a folio, and the drafts in which it stands.
import type { ContributionOutcome } from '@cocrea/shared/api/consolidation.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import type { LateWriting, Origin } from '@cocrea/shared/domain/origin.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface FolioDraft {
  readonly id: string;
  readonly draftNo: number;
  readonly state: DraftState;
  readonly frozenVersionId: string | null;
  readonly publishedAt: number | null;
}

export interface FolioDesk extends Ledger {
  readonly observations: { inLab(labId: string): Promise<readonly Observation[]> };
  readonly contributions: {
    /** Without those that were taken back. */
    inLab(labId: string): Promise<readonly Contribution[]>;
    outcomes(labId: string): Promise<readonly ContributionOutcome[]>;
  };
  readonly lateWritings: { inLab(labId: string): Promise<readonly LateWriting[]> };
  readonly origins: { ofSource(labId: string, sourceId: string): Promise<readonly Origin[]> };
  readonly drafts: {
    of(place: { labId: string; documentId: string }): Promise<FolioDraft>;
    numbered(place: { labId: string; draftNo: number }): Promise<FolioDraft | null>;
    frozenBlocks(draft: Pick<FolioDraft, 'frozenVersionId'>): Promise<readonly WordedBlock[]>;
  };
  readonly texts: { bodyOf(documentId: string): Promise<DocumentJson> };
}
