// Drafts as other rooms ask about them: where one stands, what its frozen text says block by block, and which comes after it.
import type { CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { wordedBlocks, type WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface KnownDraft {
  readonly id: string;
  readonly labId: string;
  readonly draftNo: number;
  readonly state: DraftState;
  readonly consultation: { readonly from: number; readonly to: number } | null;
  readonly frozenVersionId: string | null;
  readonly publishedAt: number | null;
}

export interface KnownDrafts {
  /** Throws AppError `document_not_found` where there is no draft of that id in the lab. */
  of(place: { labId: string; documentId: string }): Promise<KnownDraft>;
  /** By number; null where there is none. */
  numbered(place: { labId: string; draftNo: number }): Promise<KnownDraft | null>;
  /** The frozen body. Throws AppError `not_published` where it was not frozen. */
  frozenBody(draft: Pick<KnownDraft, 'frozenVersionId'>): Promise<DocumentJson>;
  /** The blocks of the frozen body that carry words. */
  frozenBlocks(draft: Pick<KnownDraft, 'frozenVersionId'>): Promise<readonly WordedBlock[]>;
}

/** Frozen texts that are kept: they never change. */
const kept = 8;

export function createKnownDrafts({ records, database }: Ledger): KnownDrafts {
  const bodies = new Map<string, Promise<{ body: DocumentJson; blocks: readonly WordedBlock[] }>>();

  const drafts = database
    .selectFrom('documents')
    .leftJoin('drafts', 'drafts.document_id', 'documents.id')
    .where('documents.kind', '=', 'draft')
    .select(['documents.id', 'documents.lab_id', 'documents.draft_no', 'documents.state'])
    .select(['drafts.consultation_from', 'drafts.consultation_to', 'drafts.frozen_version_id', 'drafts.published_at']);
  const find = async (query: typeof drafts): Promise<KnownDraft | null> => {
    const [row] = await records.read(query.compile());
    if (row === undefined) return null;
    const { consultation_from: from, consultation_to: to } = row;
    return {
      id: row.id,
      labId: row.lab_id,
      draftNo: row.draft_no ?? 0,
      state: DraftState.parse(row.state),
      consultation: from === null || to === null ? null : { from, to },
      frozenVersionId: row.frozen_version_id,
      publishedAt: row.published_at,
    };
  };

  async function readFrozen(versionId: string): Promise<{ body: DocumentJson; blocks: readonly WordedBlock[] }> {
    const query = database.selectFrom('draft_versions').where('id', '=', versionId).select('canonical');
    const [row] = await records.read(query.compile());
    if (row?.canonical == null) throw new AppError('version_not_found');
    const { body } = JSON.parse(row.canonical) as CanonicalDraft;
    return { body, blocks: wordedBlocks(body) };
  }
  function frozen({ frozenVersionId }: Pick<KnownDraft, 'frozenVersionId'>) {
    if (frozenVersionId === null) return Promise.reject(new AppError('not_published'));
    const known = bodies.get(frozenVersionId) ?? readFrozen(frozenVersionId);
    bodies.delete(frozenVersionId);
    bodies.set(frozenVersionId, known);
    known.catch(() => bodies.delete(frozenVersionId));
    const oldest = bodies.size > kept ? bodies.keys().next().value : undefined;
    if (oldest !== undefined) bodies.delete(oldest);
    return known;
  }

  return {
    of: async ({ labId, documentId }) => {
      const draft = await find(drafts.where('documents.lab_id', '=', labId).where('documents.id', '=', documentId));
      if (draft === null) throw new AppError('document_not_found');
      return draft;
    },
    numbered: ({ labId, draftNo }) =>
      find(drafts.where('documents.lab_id', '=', labId).where('documents.draft_no', '=', draftNo)),
    frozenBody: async (draft) => (await frozen(draft)).body,
    frozenBlocks: async (draft) => (await frozen(draft)).blocks,
  };
}
