// Where a proposal stands: its states alone, for those who need no more of it (its text, the policy, a phone at a table).
import * as z from 'zod/mini';

export const proposalStates = [
  'draft',
  'submitted',
  'in_validation',
  'observed',
  'validated',
  'incorporated',
  'not_incorporated',
  'withdrawn',
] as const;
export const ProposalState = z.enum(proposalStates);
export type ProposalState = z.infer<typeof ProposalState>;

/** Its text and its fields are written while it is a draft, and again when it came back with observations. */
export function isWritten(state: ProposalState): boolean {
  return state === 'draft' || state === 'observed';
}
