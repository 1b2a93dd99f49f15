// What is typed into a contribution, as it is stored.
import { contributionLimit, minorityViewLimit, onBehalfLimit } from '@cocrea/shared/domain/contribution.ts';
import { requiredText, typedLine, typedText } from '@cocrea/shared/domain/typed-text.ts';

/** Throws AppError `missing_field` or `text_too_long`, naming `text`. */
export function readText(typed: string): string {
  return requiredText(typed, { field: 'text', limit: contributionLimit });
}

/** Null where nothing is left of it. Throws AppError `text_too_long`, naming `minorityView`. */
export function readMinorityView(typed: string | null): string | null {
  const text = typedText(typed ?? '', { field: 'minorityView', limit: minorityViewLimit });
  return text === '' ? null : text;
}

/** Null for nobody. Throws AppError `text_too_long`, naming `onBehalfOf`. */
export function readOnBehalfOf(typed: string | null): string | null {
  return typedLine(typed, { field: 'onBehalfOf', limit: onBehalfLimit });
}
