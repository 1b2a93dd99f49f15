// The limits of files that are made to be downloaded, each with its default and setting.
import type { LimitSpec } from '../realtime/limits.ts';

export const exportLimits = {
  exportCharacters: {
    default: 4_000_000,
    setting: 'COCREA_EXPORT_CHARACTERS',
    unit: 'characters',
    about: 'Longest text that is made into DOCX or PDF (a hundred pages are some 400,000); a longer one is refused with 413.',
  },
  exportSeconds: {
    default: 300,
    setting: 'COCREA_EXPORT_SECONDS',
    unit: 'seconds',
    about: 'How long making one file may take before it is given up.',
  },
  exportsWaiting: {
    default: 50,
    setting: 'COCREA_EXPORTS_WAITING',
    unit: 'files',
    about: 'Files that may wait to be made, one after another; more are refused with 503 and asked to come back.',
  },
} as const satisfies Record<string, LimitSpec>;

export type ExportLimits = { readonly [name in keyof typeof exportLimits]: number };
