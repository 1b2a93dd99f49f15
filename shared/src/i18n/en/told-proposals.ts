// What happened to proposals and where they stand, in English.
import type { toldProposals as spanish } from '../es/told-proposals.ts';
import type { Translation } from '../messages.ts';

export const toldProposals: Translation<typeof spanish> = {
  states: {
    draft: 'Draft proposal',
    submitted: 'Submitted',
    in_validation: 'In validation',
    observed: 'With observations',
    validated: 'Validated across sectors',
    incorporated: 'Incorporated',
    not_incorporated: 'Not incorporated',
    withdrawn: 'Withdrawn',
  },
  created: (title) => `New proposal: ${title}`,
  changed: (title) => `The facts of ${title} changed`,
  moved: (title, state) => `${title}: ${state}`,
  endorsed: (title) => `${title} was endorsed`,
  endorsementWithdrawn: (title) => `An endorsement of ${title} was taken back`,
  merged: (title) => `${title} was merged with other proposals`,
  mergeUndone: (title) => `The merge of ${title} was undone`,
  split: (title) => `${title} was split`,
  splitUndone: (title) => `The split of ${title} was undone`,
  gateChanged: 'The validation rule of proposals changed',
  proposal: 'a proposal',
};
