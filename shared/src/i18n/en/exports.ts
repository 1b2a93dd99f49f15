// What downloading says, in English.
import type { exports as spanish } from '../es/exports.ts';
import type { Translation } from '../messages.ts';

export const exports: Translation<typeof spanish> = {
  download: 'Download',
  formats: {
    docx: 'Word (DOCX)',
    pdf: 'PDF',
    md: 'Markdown',
    json: 'File with its fingerprint (JSON)',
    csv: 'Spreadsheet (CSV)',
  },
  withSuggestions: 'Word (DOCX), with suggestions and comments',
  preparing: (format) => `Preparing ${format}…`,
  cancel: 'Cancel',
  done: (name) => `Downloaded: ${name}`,
};
