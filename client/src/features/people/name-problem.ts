// What is wrong with a name before it is sent: nothing typed, or more than fits.
import { aliasLimit, cleanName, lengthOf } from '@cocrea/shared/domain/person.ts';
import type { Words } from '../../ui/words.ts';

/** In words; undefined where nothing is. */
export function nameProblem(typed: string, { missing, words }: { missing: string; words: Words }): string | undefined {
  const name = cleanName(typed);
  if (name === '') return missing;
  return lengthOf(name) > aliasLimit ? words.ui.tooLong(String(aliasLimit)) : undefined;
}
