// Take back one's own endorsement, while no validation rests on it.
import type { ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import { canEndorsementBeWithdrawn } from '@cocrea/shared/domain/proposal.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { ProposalDesk } from './ports.ts';
import { proposalOf } from './proposal-record.ts';
import { wholeProposal } from './read-proposal.ts';
import { supported } from './supported.ts';

/** Nothing happens where there is no endorsement of theirs. */
export async function withdrawEndorsement(
  desk: ProposalDesk,
  caller: Caller,
  { labId, id, commandId }: { labId: string; id: string; commandId: string },
): Promise<ProposalWhole> {
  const { records, database, now } = desk;
  const { personId } = caller.actor;
  await requireLab(desk, labId);
  authorize(caller, 'proposal.endorse', { labId });
  const proposal = await proposalOf(desk, { labId, id });
  if (!proposal.endorsements.some((one) => one.personId === personId)) return wholeProposal(desk, caller, { labId, id });
  if (!canEndorsementBeWithdrawn(proposal.state)) throw new AppError('endorsement_kept');
  await records.record({
    labId,
    commandId,
    statements: [
      supported(desk, proposal),
      {
        query: database
          .updateTable('proposal_endorsements')
          .set({ withdrawn_at: now() })
          .where('proposal_id', '=', id)
          .where('person_id', '=', personId)
          .where('withdrawn_at', 'is', null)
          .compile(),
        expectRows: 1,
      },
    ],
    events: [{ actorId: personId, type: 'proposal.endorsement_withdrawn', subjectId: id, data: {} }],
  });
  return wholeProposal(desk, caller, { labId, id });
}
