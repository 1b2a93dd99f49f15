// Reads a file of observations that came by letter: UTF-8 or, where it is not that, Windows-1252 as spreadsheets write it; comma or semicolon.
import { parse } from 'csv-parse/sync';
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { observationCounts, observationLimits, type ObservationKind } from '@cocrea/shared/domain/observation.ts';
import {
  kindsInFile,
  observationColumns,
  requiredColumns,
  sectorsInFile,
  type ObservationColumn,
} from '@cocrea/shared/domain/observation-file.ts';
import { foldName } from '@cocrea/shared/domain/person.ts';
import { readFlexDate } from '@cocrea/shared/domain/read-flex-date.ts';
import { requiredText, typedLine, typedText } from '@cocrea/shared/domain/typed-text.ts';
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';

export interface Letter {
  readonly line: number;
  readonly quote: string;
  readonly kind: ObservationKind;
  readonly justification: string;
  readonly proposedText: string | null;
  readonly onBehalfOf: string;
  readonly institution: string | null;
  readonly actorKind: ActorKind;
  /** Milliseconds since 1970; null where the file does not say. */
  readonly writtenAt: number | null;
}

export interface RefusedLetter {
  readonly line: number;
  readonly column: ObservationColumn | null;
  readonly code: ErrorCode;
}

type Cells = Readonly<Record<string, string>>;

/** Throws AppError `csv_encoding`, `csv_columns`, `csv_too_long`; what is wrong in single rows is in the answer. */
export function readLetters(file: Uint8Array): { letters: Letter[]; refused: RefusedLetter[] } {
  const rows = cellsOf(textOf(file));
  const letters: Letter[] = [];
  const refused: RefusedLetter[] = [];
  rows.forEach((cells, index) => {
    // The head is line 1.
    const line = index + 2;
    const read = letterOf(cells, line);
    if ('code' in read) refused.push(read);
    else letters.push(read);
  });
  return { letters, refused };
}

function textOf(file: Uint8Array): string {
  if (file.includes(0)) throw new AppError('csv_encoding');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

function cellsOf(text: string): Cells[] {
  const head = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = head.split(';').length >= head.split(',').length ? ';' : ',';
  let rows: string[][];
  try {
    // One more than may come, to know that there are more.
    const to = observationCounts.imported + 2;
    const ends = ['\r\n', '\n', '\r'];
    rows = parse(text, {
      bom: true,
      delimiter,
      record_delimiter: ends,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to,
    });
  } catch {
    throw new AppError('csv_encoding');
  }
  const [names = [], ...lines] = rows;
  const columns = names.map((name) => foldName(name).replace(/\s+/g, '_'));
  const missing = requiredColumns.filter((column) => !columns.includes(column));
  if (missing.length > 0) throw new AppError('csv_columns', { missing: missing.join(', ') });
  if (lines.length > observationCounts.imported) throw new AppError('csv_too_long', { limit: observationCounts.imported });
  return lines.map((cells) =>
    Object.fromEntries(observationColumns.map((column) => [column, cells[columns.indexOf(column)] ?? ''])),
  );
}

/** As spreadsheets and people write days: `2019-09-30`, `30/09/2019`, `30 de septiembre de 2019`. NaN for what is none. */
function dayOf(written: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(written) ? written : readFlexDate(written).start;
  return day === undefined ? Number.NaN : Date.parse(day);
}

function letterOf(cells: Cells, line: number): Letter | RefusedLetter {
  const cell = (column: ObservationColumn): string => cells[column] ?? '';
  const kind = kindsInFile[foldName(cell('tipo'))];
  if (kind === undefined) return { line, column: 'tipo', code: cell('tipo') === '' ? 'missing_field' : 'invalid_field' };
  const sector = foldName(cell('sector').replaceAll('_', ' '));
  const actorKind = sector === '' ? 'otro' : sectorsInFile[sector];
  if (actorKind === undefined) return { line, column: 'sector', code: 'invalid_field' };
  const writtenAt = cell('fecha') === '' ? null : dayOf(cell('fecha'));
  if (Number.isNaN(writtenAt)) return { line, column: 'fecha', code: 'invalid_field' };
  const columns: Record<string, ObservationColumn> = {
    quote: 'cita',
    justification: 'observacion',
    proposedText: 'texto_propuesto',
    onBehalfOf: 'en_nombre_de',
    institution: 'institucion',
  };
  try {
    const proposed = typedText(cell('texto_propuesto'), { field: 'proposedText', limit: observationLimits.proposedText });
    return {
      line,
      kind,
      actorKind,
      quote: requiredText(cell('cita'), { field: 'quote', limit: observationLimits.quote }),
      justification: requiredText(cell('observacion'), { field: 'justification', limit: observationLimits.justification }),
      proposedText: proposed === '' ? null : proposed,
      onBehalfOf: requiredText(cell('en_nombre_de'), { field: 'onBehalfOf', limit: observationLimits.onBehalfOf }),
      institution: typedLine(cell('institucion'), { field: 'institution', limit: observationLimits.onBehalfOf }),
      writtenAt,
    };
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    return { line, column: columns[String(failure.details['field'])] ?? null, code: failure.code };
  }
}
