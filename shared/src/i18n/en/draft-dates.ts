// What the line of the process says of its stages, and lists and pages of a draft: where it stands, since when and until when. In English.
import type { draftDates as spanish } from '../es/draft-dates.ts';
import type { Translation } from '../messages.ts';

export const draftDates: Translation<typeof spanish> = {
  line: {
    title: 'The process',
    subTables: 'Sub-tables',
    stage: 'Stage',
    state: 'State',
    when: 'When',
    states: { done: 'Done', open: 'Open now', next: 'To come' },
  },
  states: {
    planned: 'Not open yet',
    writing: 'Being written',
    frozen: 'Frozen',
    in_consultation: 'In consultation',
    consolidating: 'Being consolidated',
    answered: 'Answered',
  },
  draft: (no) => `Draft ${no}`,
  planned: (when) => `Planned: ${when}`,
  tables: (count) => `${count} themes`,
  frozen: (when) => `Frozen on ${when}`,
  until: (day) => `Open to observations until ${day}`,
  over: (day) => `The consultation closed on ${day}`,
  prolonged: (day: string, reason: string) => `Prolonged: it was to close on ${day}. ${reason}`,
  daysLeft: (days) => (days === 0 ? 'today is the last day' : days === 1 ? '1 day left' : `${days} days left`),
};
