// A failure, in the reader's words: what happened, then what to do. What the server refused it has said already.
import type { Words } from '../ui/words.ts';
import { NetworkFailure, Refused } from './call.ts';

export function failureWords(failure: unknown, { ui }: Words): string {
  if (failure instanceof Refused) return failure.told;
  return failure instanceof NetworkFailure ? ui.networkFailure : ui.unknownFailure;
}
