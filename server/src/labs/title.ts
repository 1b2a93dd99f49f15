// A title as it is stored: one line, within its limit, never empty.
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import { cleanName, lengthOf } from '@cocrea/shared/domain/person.ts';
import { AppError } from '@cocrea/shared/errors.ts';

/** Throws AppError `missing_field` or `text_too_long`, naming `title`. */
export function readTitle(text: string): string {
  const title = cleanName(text);
  if (title === '') throw new AppError('missing_field', { field: 'title' });
  if (lengthOf(title) > documentTitleLimit) throw new AppError('text_too_long', { field: 'title', limit: documentTitleLimit });
  return title;
}
