// Typed words as they are stored: cleaned, within their limit.
import { cleanName, lengthOf } from '@cocrea/shared/domain/person.ts';
import { AppError } from '@cocrea/shared/errors.ts';

interface Field {
  readonly field: string;
  /** Characters as a person counts them. */
  readonly limit: number;
}

/** One line; it may be empty. Throws AppError `text_too_long`, naming the field. */
export function checkedLine(typed: string, { field, limit }: Field): string {
  // Counting clusters of a megabyte takes long: nothing that fits has more than this many code units.
  const line = cleanName(typed.slice(0, limit * 64));
  if (typed.length > limit * 64 || lengthOf(line) > limit) throw new AppError('text_too_long', { field, limit });
  return line;
}

/** One line that says something. Throws AppError `missing_field` too. */
export function requiredLine(typed: string, asked: Field): string {
  const line = checkedLine(typed, asked);
  if (line === '') throw new AppError('missing_field', { field: asked.field });
  return line;
}

/** Several lines, each cleaned, empty ones left out. */
export function checkedLines(typed: string, { field, limit }: Field): string {
  if (typed.length > limit * 64) throw new AppError('text_too_long', { field, limit });
  const lines = typed
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(cleanName)
    .filter((line) => line !== '');
  const text = lines.join('\n');
  if (lengthOf(text) > limit) throw new AppError('text_too_long', { field, limit });
  return text;
}
