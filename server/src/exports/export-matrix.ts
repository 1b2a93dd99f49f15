// The matrix of observations of a draft as a file, with the rows that were asked for.
import type { MatrixRows } from '@cocrea/shared/api/exports.ts';
import { matrixFormats, mediaTypes } from '@cocrea/shared/domain/paper-format.ts';
import type { FileAnswer } from '../http/send-file.ts';
import { formatNamed } from './formats.ts';
import type { MatrixPaper } from './matrix-paper.ts';
import type { ExportDesk, KnownMatrix } from './ports.ts';

interface AskedMatrix {
  readonly format: string;
  readonly rows: MatrixRows;
  readonly isPublic: boolean;
  /** Read once the format is known to be one. */
  readonly read: () => Promise<KnownMatrix>;
}

/** Throws AppError `export_format_unknown`, and those of reading. */
export async function exportMatrix(desk: ExportDesk, { format: name, rows, isPublic, read }: AskedMatrix): Promise<FileAnswer> {
  const format = formatNamed(name, matrixFormats);
  const { lab, draft, observations } = await read();
  const { search = '', kind = null, disposition = null, actorKind = null } = rows;
  const filter = { search, kind, disposition, actorKind };
  const matrix: MatrixPaper = { labName: lab.name, draft, observations, filter, isPublic, at: desk.now() };
  return {
    name: `matriz-borrador-${draft.draftNo}.${format}`,
    type: mediaTypes[format],
    version: null,
    bytes: () => desk.press.print(null, () => Promise.resolve({ of: 'matrix', format, matrix })),
  };
}
