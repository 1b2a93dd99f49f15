// When the history of a text keeps a moment by itself: each figure with its default and setting.
import type { LimitSpec } from '../realtime/limits.ts';

export const historyLimits = {
  massDeletionPercent: {
    default: 50,
    setting: 'COCREA_MASS_DELETION_PERCENT',
    unit: 'percent',
    about:
      'More of a text than this, deleted by one person within `COCREA_MASS_DELETION_SECONDS`, keeps the moment before as a version and is told to those who facilitate and consolidate.',
  },
  massDeletionSeconds: {
    default: 60,
    setting: 'COCREA_MASS_DELETION_SECONDS',
    unit: 'seconds',
    about: 'How long deletions of one person count as one.',
  },
  massDeletionLeast: {
    default: 500,
    setting: 'COCREA_MASS_DELETION_LEAST',
    unit: 'characters',
    about: 'Fewer deleted characters than this are never told.',
  },
  quietMinutes: {
    default: 10,
    setting: 'COCREA_QUIET_MINUTES',
    unit: 'minutes',
    about: 'A text in which nobody wrote for so long, after somebody did, becomes an automatic version.',
  },
} as const satisfies Record<string, LimitSpec>;

export type HistoryLimits = { readonly [name in keyof typeof historyLimits]: number };
