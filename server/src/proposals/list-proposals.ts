// The portfolio: every proposal of a lab with who endorses it and what its text already says, and the rule they are measured by.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { listProposals as contract } from '@cocrea/shared/api/proposals.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { gateSettingsOf } from './gate-record.ts';
import { namesOf } from './names-of.ts';
import type { ProposalDesk } from './ports.ts';
import { readProposals } from './proposal-record.ts';

export async function listProposals(desk: ProposalDesk, caller: Caller, labId: string): Promise<OutputOf<typeof contract>> {
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const [proposals, gate] = await Promise.all([readProposals(desk, { labId }), gateSettingsOf(desk, labId)]);
  const people = proposals.flatMap(({ authors, endorsements }) => [...authors, ...endorsements.map(({ personId }) => personId)]);
  return { proposals, gate, names: await namesOf(desk, people) };
}
