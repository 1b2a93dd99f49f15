// The forms in which what is published can be taken away, and what each is called as a file.

/** A Borrador: `json` is the file with its fingerprint, which only a frozen one has. */
export const draftFormats = ['docx', 'pdf', 'md', 'json'] as const;
export type DraftFormat = (typeof draftFormats)[number];

export const matrixFormats = ['csv', 'docx', 'pdf'] as const;
export type MatrixFormat = (typeof matrixFormats)[number];

export type PaperFormat = DraftFormat | MatrixFormat;

export const mediaTypes: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};
