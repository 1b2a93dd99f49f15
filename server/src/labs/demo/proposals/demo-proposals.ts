// The proposals the demonstration is born with, in every state of their life, on the five themes of its sub-tables.
import type { FoundingMerge, FoundingProposal } from '../../lab-founding.ts';
import { identityAndTrust, signatureMerge } from './identity-and-trust.ts';
import { services } from './services.ts';
import { sharedSystems } from './shared-systems.ts';
import { transparencyAndData } from './transparency-and-data.ts';

export const demoProposals: readonly FoundingProposal[] = [
  ...identityAndTrust,
  ...sharedSystems,
  ...services,
  ...transparencyAndData,
];
export const demoMerges: readonly FoundingMerge[] = [signatureMerge];
