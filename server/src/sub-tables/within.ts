// A whole number within its limits, as the forms of a table give them.
import { AppError } from '@cocrea/shared/errors.ts';

/** Throws AppError `invalid_field` for what is no whole number from 1 to `most`. */
export function within(value: number, { field, most }: { field: string; most: number }): number {
  if (!Number.isInteger(value) || value < 1 || value > most) throw new AppError('invalid_field', { field });
  return value;
}
