// A code that came from outside (an answer, the words of a close) as one of the failures we have words for.
import { failures, type ErrorCode } from '@cocrea/shared/errors.ts';

/** Null for a code this program does not know: the server may be newer than the page. */
export function knownFailure(code: string): ErrorCode | null {
  return Object.hasOwn(failures, code) ? (code as ErrorCode) : null;
}
