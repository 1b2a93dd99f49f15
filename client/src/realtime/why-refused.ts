// Why a socket was refused: a browser hides the HTTP answer of a failed upgrade, so the same question is asked again where it is told.
import type { listDocuments } from '@cocrea/shared/api/labs.ts';
import { isOpenToRead } from '@cocrea/shared/domain/document.ts';
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import { call } from '../api/call.ts';

/** Answers that stay the same until somebody does something about them. */
const lasting: readonly number[] = [401, 403, 404];

/**
 * Asks over HTTP whether this person may open this document. The failure where the answer is a lasting no; null where the document is
 * there and open, or nobody answers: then trying again later is right.
 */
export async function whyRefused({ labId, documentId }: { labId: string; documentId: string }): Promise<ErrorCode | null> {
  try {
    const { documents } = await call<typeof listDocuments>('GET /api/labs/:lab/documents', { params: { lab: labId } });
    const document = documents.find(({ id }) => id === documentId);
    if (!document) return 'document_not_found';
    return isOpenToRead(document) ? null : 'document_not_open';
  } catch (failure) {
    return failure instanceof AppError && lasting.includes(failure.status) ? failure.code : null;
  }
}
