// Files to keep, as they are asked for: of what everybody may read, or of what a lab sees.
import type { exportDraft, exportMatrix, exportPublicDraft, exportPublicMatrix, MatrixRows } from '@cocrea/shared/api/exports.ts';
import type { DraftFormat, MatrixFormat } from '@cocrea/shared/domain/paper-format.ts';
import { callFile, type FileAnswer } from './call.ts';

export function downloadPublicDraft(
  lab: string,
  { no, format, signal }: { no: number; format: DraftFormat; signal: AbortSignal },
): Promise<FileAnswer> {
  const params = { lab, no: String(no), format };
  return callFile<typeof exportPublicDraft>('GET /api/public/labs/:lab/drafts/:no/files/:format', { params, signal });
}

export function downloadDraft(
  lab: string,
  { document, format, signal }: { document: string; format: DraftFormat; signal: AbortSignal },
): Promise<FileAnswer> {
  const params = { lab, document, format };
  return callFile<typeof exportDraft>('GET /api/labs/:lab/drafts/:document/files/:format', { params, signal });
}

export function downloadMatrix(
  lab: string,
  asked: { no: number; isPublic: boolean; format: MatrixFormat; rows: MatrixRows; signal: AbortSignal },
): Promise<FileAnswer> {
  const { no, isPublic, format, rows: query, signal } = asked;
  const input = { params: { lab, no: String(no), format }, query, signal };
  return isPublic
    ? callFile<typeof exportPublicMatrix>('GET /api/public/labs/:lab/matrices/:no/files/:format', input)
    : callFile<typeof exportMatrix>('GET /api/labs/:lab/matrices/:no/files/:format', input);
}
