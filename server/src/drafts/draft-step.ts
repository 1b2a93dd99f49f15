// One step of a draft as its verb is given it: what was asked, by whom, of which draft among its neighbours; and how its row is written.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { stepOfDraft, type DraftStep } from '@cocrea/shared/domain/draft.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Change } from '../storage/record-store.ts';
import type { DraftDesk } from './ports.ts';

export interface AskedStep {
  readonly labId: string;
  readonly commandId: string;
  readonly personId: string;
  readonly step: DraftStep;
  /** Of its life, as whoever asks saw it. */
  readonly version: number;
  /** Of a consultation; null for the usual number. */
  readonly days: number | null;
  readonly draft: DraftDocument;
  readonly previous: DraftDocument | null;
  readonly next: DraftDocument | null;
}

type Statement = Change['statements'][number];

/** Throws AppError `document_not_found` where the lab has no such draft. */
export async function draftWithNeighbours(
  { drafts }: DraftDesk,
  { labId, id }: { labId: string; id: string },
): Promise<Pick<AskedStep, 'draft' | 'previous' | 'next'>> {
  const all = await drafts.of(labId);
  const draft = all.find((one) => one.id === id);
  if (draft === undefined) throw new AppError('document_not_found');
  const numbered = (no: number): DraftDocument | null => all.find(({ draftNo }) => draftNo === no) ?? null;
  return { draft, previous: numbered(draft.draftNo - 1), next: numbered(draft.draftNo + 1) };
}

/** Where the step leads from where the draft stood when it was decided. */
export function movesTo({ database }: DraftDesk, { step, draft }: AskedStep): Statement {
  const { to } = stepOfDraft(step);
  const query = database
    .updateTable('documents')
    .set({ state: to ?? draft.state })
    .where('id', '=', draft.id)
    .where('state', '=', draft.state);
  return { query: query.compile(), expectRows: 1 };
}

interface Lived {
  readonly frozen_version_id?: string;
  readonly consultation_from?: number;
  readonly consultation_to?: number;
  readonly consultation_was_to?: number;
  readonly prolonged_because?: string;
  readonly published_at?: number;
}

/** A draft nothing has happened to yet has no row; one that has is changed only as it was seen. */
export function lives(
  { database }: DraftDesk,
  { labId, draft, version }: Pick<AskedStep, 'labId' | 'draft' | 'version'>,
  lived: Lived,
): Statement {
  const query = database
    .insertInto('drafts')
    .values({ document_id: draft.id, lab_id: labId, ...lived, version: version + 1 })
    .onConflict((row) =>
      row
        .column('document_id')
        .doUpdateSet({ ...lived, version: version + 1 })
        .where('drafts.version', '=', version),
    );
  return { query: query.compile(), expectRows: 1 };
}
