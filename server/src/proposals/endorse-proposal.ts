// Endorse a proposal, oneself and for one's institution. As what one speaks is fixed with the first endorsement and stays so.
import type { ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import { institutionLimit } from '@cocrea/shared/domain/person.ts';
import { isEndorsable } from '@cocrea/shared/domain/proposal.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { requiredLine } from './checked-text.ts';
import { endorserOf } from './endorser-of.ts';
import type { ProposalDesk } from './ports.ts';
import { proposalOf } from './proposal-record.ts';
import { wholeProposal } from './read-proposal.ts';
import { supported } from './supported.ts';

interface Asked {
  readonly labId: string;
  readonly id: string;
  readonly commandId: string;
  readonly institution: string | null;
}

/** Times it is tried: a hall endorses in the same seconds in which somebody starts the validation. */
const tries = 3;

export async function endorseProposal(desk: ProposalDesk, caller: Caller, asked: Asked): Promise<ProposalWhole> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await endorse(desk, caller, asked);
    } catch (failure) {
      // It moved between reading and writing: whether one may still endorse is asked of where it stands now.
      if (left === 0 || !(failure instanceof AppError) || failure.code !== 'stale') throw failure;
    }
  }
}

async function endorse(desk: ProposalDesk, caller: Caller, asked: Asked): Promise<ProposalWhole> {
  const { labId, id, commandId } = asked;
  const { records, database, now } = desk;
  const { personId } = caller.actor;
  await requireLab(desk, labId);
  authorize(caller, 'proposal.endorse', { labId });
  const proposal = await proposalOf(desk, { labId, id });
  const done = proposal.endorsements.some((one) => one.personId === personId);
  if (done || (await wasDone(desk, { labId, commandId }))) return wholeProposal(desk, caller, { labId, id });
  if (proposal.becameIds.length > 0) throw new AppError('proposal_became_others');
  if (!isEndorsable(proposal.state)) throw new AppError('endorsement_closed');
  const endorser = await endorserOf(desk, { proposalId: id, personId });
  const institution = requiredLine(asked.institution ?? endorser.institution ?? '', {
    field: 'institution',
    limit: institutionLimit,
  });
  const { actorKind } = endorser;
  const row = { institution, at: now(), withdrawn_at: null };
  await records.record({
    labId,
    commandId,
    statements: [
      supported(desk, proposal),
      {
        query: database
          .insertInto('proposal_endorsements')
          .values({ proposal_id: id, person_id: personId, actor_kind: actorKind, ...row })
          .onConflict((met) => met.columns(['proposal_id', 'person_id']).doUpdateSet(row))
          .compile(),
        expectRows: 1,
      },
    ],
    events: [{ actorId: personId, type: 'proposal.endorsed', subjectId: id, data: { actorKind } }],
  });
  return wholeProposal(desk, caller, { labId, id });
}
