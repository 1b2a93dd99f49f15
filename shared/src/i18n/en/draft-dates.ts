// Since when and until when a draft is what it is, in English.
import type { draftDates as spanish } from '../es/draft-dates.ts';
import type { Translation } from '../messages.ts';

export const draftDates: Translation<typeof spanish> = {
  frozen: (when) => `Frozen on ${when}`,
  until: (day) => `Open to observations until ${day}`,
  over: (day) => `The consultation closed on ${day}`,
  daysLeft: (days) => (days === 0 ? 'today is the last day' : days === 1 ? '1 day left' : `${days} days left`),
};
