// What is typed into a contribution, as it is stored: trimmed, in one normal form, within its limit. Line breaks stay.
import { contributionLimit, minorityViewLimit, onBehalfLimit } from '@cocrea/shared/domain/contribution.ts';
import { cleanName, isBlank, lengthOf } from '@cocrea/shared/domain/person.ts';
import { AppError } from '@cocrea/shared/errors.ts';

/** Code units that no text within the limits exceeds: counting clusters of a megabyte takes long. */
const unitsPerCharacter = 64;

/** Throws AppError `missing_field` or `text_too_long`, naming `text`. */
export function readText(typed: string): string {
  const text = cleanText(typed, { field: 'text', limit: contributionLimit });
  if (isBlank(text)) throw new AppError('missing_field', { field: 'text' });
  return text;
}

/** Null where nothing is left of it. Throws AppError `text_too_long`, naming `minorityView`. */
export function readMinorityView(typed: string | null): string | null {
  const text = cleanText(typed ?? '', { field: 'minorityView', limit: minorityViewLimit });
  return text === '' ? null : text;
}

function cleanText(typed: string, { field, limit }: { field: string; limit: number }): string {
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

/** Null for nobody. Throws AppError `text_too_long`, naming `onBehalfOf`. */
export function readOnBehalfOf(typed: string | null): string | null {
  const name = cleanName((typed ?? '').slice(0, onBehalfLimit * unitsPerCharacter));
  if (lengthOf(name) > onBehalfLimit) throw new AppError('text_too_long', { field: 'onBehalfOf', limit: onBehalfLimit });
  return name === '' ? null : name;
}
