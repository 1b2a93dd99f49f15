// What happened to drafts, in English: for the home of the lab.
import type { toldDrafts as spanish } from '../es/told-drafts.ts';
import type { Translation } from '../messages.ts';

export const toldDrafts: Translation<typeof spanish> = {
  frozen: (title) => `${title} was frozen`,
  consultationOpened: (title) => `The consultation of ${title} opened`,
  consultationProlonged: (title: string, day: string) => `The consultation of ${title} was prolonged until ${day}`,
  began: (title) => `${title} began to be written`,
  answered: (title) => `${title} was answered`,
  published: (title) => `${title} was published`,
  massDeleted: (title) => `Much of ${title} was deleted`,
  restored: (title) => `${title} went back to an earlier version`,
};
