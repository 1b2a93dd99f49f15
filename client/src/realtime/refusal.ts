// Why a socket was refused: a browser hides the HTTP answer of a failed upgrade, so the same question is asked again where it is told.
import { listDocuments } from '@cocrea/shared/api/labs.ts';
import { Problem } from '@cocrea/shared/api/problem.ts';
import { isOpenToRead } from '@cocrea/shared/domain/document.ts';
import { failures, type ErrorCode } from '@cocrea/shared/errors.ts';

/** The failure a code from outside names; null for one we do not know. */
export function knownFailure(code: string): ErrorCode | null {
  return Object.hasOwn(failures, code) ? (code as ErrorCode) : null;
}

/**
 * Asks over HTTP whether this person may open this document. The failure where the answer is a lasting no; null where the document is
 * there and open, or nobody answers: then trying again later is right.
 */
export async function whyRefused({ labId, documentId }: { labId: string; documentId: string }): Promise<ErrorCode | null> {
  try {
    const response = await fetch(listDocuments.path.replace(':lab', encodeURIComponent(labId)), { credentials: 'same-origin' });
    if (response.ok) {
      const { documents } = listDocuments.output!.parse(await response.json());
      const document = documents.find(({ id }) => id === documentId);
      if (!document) return 'document_not_found';
      return isOpenToRead(document) ? null : 'document_not_open';
    }
    if (response.status !== 401 && response.status !== 403 && response.status !== 404) return null;
    const problem = Problem.safeParse(await response.json());
    return (
      (problem.success && knownFailure(problem.data.error.code)) || (response.status === 401 ? 'unauthenticated' : 'forbidden')
    );
  } catch {
    return null;
  }
}
