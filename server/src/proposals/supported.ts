// What giving and taking back an endorsement have in common: both need the proposal as it was read, and both are noticed by a validation.
import type { Proposal } from '@cocrea/shared/domain/proposal.ts';
import type { Change } from '../storage/record-store.ts';
import type { ProposalDesk } from './ports.ts';

/** On the condition that its record has not moved; several people may endorse at the same moment. */
export function supported({ database }: ProposalDesk, { id, version }: Proposal): Change['statements'][number] {
  const query = database
    .updateTable('proposals')
    .set(({ eb }) => ({ support_version: eb('support_version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version);
  return { query: query.compile(), expectRows: 1 };
}
