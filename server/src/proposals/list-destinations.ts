// Where a proposal can be incorporated: the blocks of the drafts that are being written.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { listDestinations as contract } from '@cocrea/shared/api/proposals.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { ProposalDesk } from './ports.ts';

type Destinations = OutputOf<typeof contract>['drafts'];

export async function listDestinations(desk: ProposalDesk, caller: Caller, labId: string): Promise<{ drafts: Destinations }> {
  await requireLab(desk, labId);
  authorize(caller, 'proposal.decide', { labId });
  return { drafts: await destinationsIn(desk, labId) };
}

/** In the order of the drafts' numbers. */
export async function destinationsIn({ records, database, texts }: ProposalDesk, labId: string): Promise<Destinations> {
  const query = database
    .selectFrom('documents')
    .where('lab_id', '=', labId)
    .where('kind', '=', 'draft')
    .where('state', '=', 'writing')
    .select(['id', 'title'])
    .orderBy('draft_no');
  const drafts = await records.read(query.compile());
  return Promise.all(drafts.map(async (draft) => ({ ...draft, blocks: [...(await texts.blocksOf(draft.id))] })));
}
