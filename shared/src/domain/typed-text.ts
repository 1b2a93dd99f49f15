// What people type, as it is stored: trimmed, in one normal form, within its limit. Line breaks stay, what cannot be seen goes.
import { AppError } from '../errors.ts';
import { cleanName, isBlank, lengthOf } from './person.ts';

export interface TypedField {
  /** As the failure names it. */
  readonly field: string;
  /** Characters as a person counts them. */
  readonly limit: number;
}

/** Code units that no text within the limits exceeds: counting clusters of a megabyte takes long. */
const unitsPerCharacter = 64;

/** It may be empty. Throws AppError `text_too_long`, naming the field. */
export function typedText(typed: string, { field, limit }: TypedField): string {
  const tooLong = new AppError('text_too_long', { field, limit });
  if (typed.length > limit * unitsPerCharacter) throw tooLong;
  const text = typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (lengthOf(text) > limit) throw tooLong;
  return text;
}

/** Says something. Throws AppError `missing_field` too. */
export function requiredText(typed: string, asked: TypedField): string {
  const text = typedText(typed, asked);
  if (isBlank(text)) throw new AppError('missing_field', { field: asked.field });
  return text;
}

/** One line; null where nothing is left of it. Throws AppError `text_too_long`, naming the field. */
export function typedLine(typed: string | null, { field, limit }: TypedField): string | null {
  const line = cleanName((typed ?? '').slice(0, limit * unitsPerCharacter));
  if (lengthOf(line) > limit) throw new AppError('text_too_long', { field, limit });
  return line === '' ? null : line;
}
