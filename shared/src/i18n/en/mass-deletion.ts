// What is said when most of a text was deleted, in English.
import type { massDeletion as spanish } from '../es/mass-deletion.ts';
import type { Translation } from '../messages.ts';

export const massDeletion: Translation<typeof spanish> = {
  label: 'Much of a text was deleted',
  told: (title, percent, when) => `${percent}\u00a0% of “${title}” was deleted (${when}).`,
  kept: 'What was deleted is kept in the history and can be brought back; what was written since stays.',
  restore: 'Bring it back',
  toHistory: 'See the history',
  dismiss: 'It was meant',
  restored: (title) => `What was deleted from “${title}” is back.`,
  undo: 'Undo',
  undone: 'The text is as it was.',
  dismissed: 'The notice is gone. What was deleted stays in the history.',
  already: 'It was settled already: the text had come back, or somebody put the notice away.',
};
