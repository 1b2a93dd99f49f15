// Take one step of a proposal's life: only from where it stands, by whom may, and with what the step asks for.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { moveProposal as contract, ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import { gateOf } from '@cocrea/shared/domain/endorsement.ts';
import { proposalLimits, stepOf, type ProposalStep } from '@cocrea/shared/domain/proposal.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { checkedLines } from './checked-text.ts';
import { gateSettingsOf } from './gate-record.ts';
import { destinationsIn } from './list-destinations.ts';
import type { ProposalDesk } from './ports.ts';
import { proposalOf, type ProposalNow } from './proposal-record.ts';
import { wholeProposal } from './read-proposal.ts';

type Asked = BodyOf<typeof contract> & { labId: string; id: string };

export async function moveProposal(desk: ProposalDesk, caller: Caller, asked: Asked): Promise<ProposalWhole> {
  const { labId, id, commandId, version } = asked;
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const proposal = await proposalOf(desk, { labId, id });
  authorizeStep(caller, asked.step, { labId, authors: proposal.authors });
  if (await wasDone(desk, { labId, commandId })) return wholeProposal(desk, caller, { labId, id });
  const step = stepOf(asked.step);
  if (proposal.becameIds.length > 0) throw new AppError('proposal_became_others');
  if (!step.from.includes(proposal.state)) throw new AppError('proposal_step_refused');
  const reason = step.asks === 'reason' ? requiredReason(asked.reason) : null;
  const blocks = step.asks === 'blocks' ? await requiredBlocks(desk, { labId, given: asked.blocks ?? [] }) : [];
  if (step.asks === 'gate') await requireGate(desk, { labId, proposal });
  const { database } = desk;
  const moved = database
    .updateTable('proposals')
    .set({ state: step.to, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', proposal.state);
  await desk.records.record({
    labId,
    commandId,
    statements: [
      {
        // What the gate counted must still be there when it is written down; no other step rests on it.
        query: (step.asks === 'gate' ? moved.where('support_version', '=', proposal.supportVersion) : moved).compile(),
        expectRows: 1,
      },
      {
        query: database
          .insertInto('proposal_steps')
          .values({ proposal_id: id, command_id: commandId, event_type: step.event, reason, blocks: JSON.stringify(blocks) })
          .compile(),
      },
    ],
    events: [
      {
        actorId: caller.actor.personId,
        type: step.event,
        subjectId: id,
        data: { from: proposal.state, to: step.to, ...(step.asks === 'blocks' && { blocks: blocks.length }) },
      },
    ],
  });
  return wholeProposal(desk, caller, { labId, id });
}

function authorizeStep(caller: Caller, step: ProposalStep, proposal: { labId: string; authors: readonly string[] }): void {
  if (step === 'submit' || step === 'withdraw') authorize(caller, 'proposal.change', proposal);
  else if (step === 'start_validation') authorize(caller, 'proposal.start_validation', proposal);
  else authorize(caller, 'proposal.decide', proposal);
}

function requiredReason(typed = ''): string {
  const reason = checkedLines(typed, { field: 'reason', limit: proposalLimits.reason });
  if (reason === '') throw new AppError('missing_field', { field: 'reason' });
  return reason;
}

/** Throws AppError `missing_field` without any, `invalid_field` for one that stands in no draft of the lab. */
async function requiredBlocks(
  desk: ProposalDesk,
  { labId, given }: { labId: string; given: readonly string[] },
): Promise<string[]> {
  const blocks = [...new Set(given.map((block) => block.trim()).filter((block) => block !== ''))];
  if (blocks.length === 0) throw new AppError('missing_field', { field: 'blocks' });
  const known = new Set((await destinationsIn(desk, labId)).flatMap((draft) => draft.blocks.map(({ id }) => id)));
  if (blocks.some((block) => !known.has(block))) throw new AppError('invalid_field', { field: 'blocks' });
  return blocks;
}

/** Throws AppError `gate_not_fulfilled` with what is missing. */
async function requireGate(desk: ProposalDesk, { labId, proposal }: { labId: string; proposal: ProposalNow }): Promise<void> {
  const { endorsements, checks } = proposal;
  const gate = gateOf(endorsements, { settings: await gateSettingsOf(desk, labId), checks });
  if (gate.fulfilled) return;
  const { filled, threshold, missing } = gate;
  const lacks = [...(checks.impact ? [] : ['impact']), ...(checks.ogpValue ? [] : ['ogp_value']), ...checks.unmeasured];
  throw new AppError('gate_not_fulfilled', { filled, threshold, missing: missing.join(','), lacks: lacks.join(',') });
}
