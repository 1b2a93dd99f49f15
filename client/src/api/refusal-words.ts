// What a form says when the server refused it: beside the field that was refused, or over the whole form.
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { Words } from '../ui/words.ts';
import { failureWords } from './failure-words.ts';

/** Failures that concern one field and do not name it. */
const fieldOf: { readonly [Code in ErrorCode]?: string } = { name_taken: 'name', password_too_short: 'password' };

export interface Refusal<Field extends string> {
  readonly beside: { readonly [Name in Field]?: string };
  /** Undefined where a field says it already, or nothing was refused. */
  readonly whole: string | undefined;
}

interface Reader<Field extends string> {
  readonly fields: readonly Field[];
  readonly words: Words;
  /** Sentences that know more than the failure's own, such as what a page already did about it. */
  readonly instead?: { readonly [Code in ErrorCode]?: string };
}

export function refusalWords<Field extends string>(
  failure: unknown,
  { fields, words, instead = {} }: Reader<Field>,
): Refusal<Field> {
  const beside: { [Name in Field]?: string } = {};
  if (failure === null || failure === undefined) return { beside, whole: undefined };
  if (!(failure instanceof AppError)) return { beside, whole: failureWords(failure, words) };
  const said = instead[failure.code] ?? failureWords(failure, words);
  const named = failure.details['field'] ?? fieldOf[failure.code];
  const field = fields.find((one) => one === named);
  if (field === undefined) return { beside, whole: said };
  beside[field] = instead[failure.code] ?? besideWords(failure, words) ?? said;
  return { beside, whole: undefined };
}

/** Beside its field a failure need not name it: the server knows fields only by the names of the API. */
function besideWords({ code, details }: AppError, { ui }: Words): string | undefined {
  if (code === 'missing_field') return ui.required;
  return code === 'text_too_long' && details['limit'] !== undefined ? ui.tooLong(String(details['limit'])) : undefined;
}

/** A name like the one refused that nobody has yet; null where the failure brings none. */
export function suggestionIn(failure: unknown): string | null {
  const suggestion = failure instanceof AppError ? failure.details['suggestion'] : undefined;
  return typeof suggestion === 'string' ? suggestion : null;
}
