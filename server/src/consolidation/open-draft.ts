// The draft on the desk: consolidated while it is written, and at no other time.
import { AppError } from '@cocrea/shared/errors.ts';
import type { ConsolidationDesk, DraftOnDesk } from './ports.ts';

/** Throws AppError `document_not_found`, `document_not_open` before its turn, `document_frozen` after it. */
export async function openDraft(desk: ConsolidationDesk, place: { labId: string; documentId: string }): Promise<DraftOnDesk> {
  const draft = await desk.drafts.of(place);
  if (draft.state === 'planned') throw new AppError('document_not_open');
  if (draft.state !== 'writing') throw new AppError('document_frozen');
  return draft;
}
