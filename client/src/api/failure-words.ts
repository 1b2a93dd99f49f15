// A failure, in the reader's words: what happened, then what to do.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Words } from '../ui/words.ts';
import { NetworkFailure } from './call.ts';

export function failureWords(failure: unknown, words: Words): string {
  if (failure instanceof AppError) return words.errors[failure.code](failure.details);
  return failure instanceof NetworkFailure ? words.ui.networkFailure : words.ui.unknownFailure;
}
