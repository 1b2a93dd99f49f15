// What is asked of every file before it is made: a format there is, and a text that is not too long for it.
import { AppError } from '@cocrea/shared/errors.ts';
import type { ExportLimits } from './limits.ts';

/** Throws AppError `export_format_unknown`, which names those there are. */
export function formatNamed<Format extends string>(name: string, formats: readonly Format[]): Format {
  const found = formats.find((format) => format === name.toLowerCase());
  if (found === undefined) throw new AppError('export_format_unknown', { formats: formats.join(', ') });
  return found;
}

/** Throws AppError `export_too_large`, which names the limit. */
export function withinLimit(characters: number, { exportCharacters: limit }: Pick<ExportLimits, 'exportCharacters'>): void {
  if (characters > limit) throw new AppError('export_too_large', { limit });
}
