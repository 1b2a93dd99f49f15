// What the dots of a table say, in English.
import type { ballots as spanish } from '../es/ballots.ts';
import type { Translation } from '../messages.ts';

const dots = (count: number): string => (count === 1 ? '1 dot' : `${count} dots`);
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

export const ballots: Translation<typeof spanish> = {
  question: (no: number) => `Question ${no}`,
  dots,
  ballot: {
    what: (quota: number) =>
      quota === 1
        ? 'You have 1 dot. Put it on what matters most to you.'
        : `You have ${dots(quota)}. Put them on what matters most to you; several may go on the same.`,
    left: (left: number, quota: number) => `You have ${left} of ${quota} left`,
    leftCounted: (left: number, quota: number) => `${left} of ${quota} left`,
    more: (folio: string) => `One more dot for ${folio}`,
    less: (folio: string) => `One dot less for ${folio}`,
    given: (count: number) => dots(count),
    others: (count: number) => (count === 1 ? 'and 1 more contribution' : `and ${count} more contributions`),
    send: 'Send my dots',
    resend: 'Send the change',
    sent: 'Your dots are on the server. You can change them until the table has finished voting.',
    voted: (count: number) => (count === 0 ? 'Nobody has voted yet' : `${people(count)} voted`),
    hidden: 'Nobody sees the dots of others until the table has finished voting.',
    anonymousBefore:
      'They are counted without your name: the server notes that you voted, and adds your dots to those of the table without noting which they were. That is why they cannot be changed once they are sent. Where a single person votes, the total shows what was theirs.',
    anonymousSent: 'Your dots were counted without your name. They can no longer be changed.',
    nothing: 'There are no contributions to give dots to yet.',
    waiting: 'Dots are given when the table prioritises. This screen changes by itself when that begins.',
    results: 'Dots of the table',
    noVoice: 'You can read this table, but not give dots at it.',
  },
  counted: {
    open: 'Count dots without a phone',
    title: 'Dots counted by hand',
    what: 'For those who raise their hands or share a phone: how many people they are and how many dots they give between them.',
    label: 'Who',
    labelHint: 'For example: group 2, raised hands',
    labelMissing: 'Type who they are.',
    people: 'How many people',
    peopleWrong: (most: number) => `Type a number from 1 to ${most}.`,
    save: 'Note these dots',
    saved: (label: string) => `The dots of ${label} were noted.`,
    list: 'Already counted',
    none: 'Nobody without a phone has been counted yet.',
    row: (label: string, count: number) => `${label} · ${people(count)}`,
    remove: 'Remove',
    removeOf: (label: string) => `Remove the dots of ${label}`,
  },
};
