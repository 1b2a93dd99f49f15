// Split a proposal in two. Each begins with all of its words, because only its authors can say which belongs where; the original stays.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { ProposalWhole, splitProposal as contract } from '@cocrea/shared/api/proposals.ts';
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import { canBecomeOthers } from '@cocrea/shared/domain/proposal.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { requiredLine } from './checked-text.ts';
import { lineageRows } from './lineage-rows.ts';
import { newProposal } from './new-proposal.ts';
import type { ProposalDesk } from './ports.ts';
import { proposalOf } from './proposal-record.ts';
import { wholeProposal } from './read-proposal.ts';
import { sourceIdsOf } from './source-ids.ts';
import { textOfOriginals } from './text-of-originals.ts';

export async function splitProposal(
  desk: ProposalDesk,
  caller: Caller,
  asked: BodyOf<typeof contract> & { labId: string; id: string },
): Promise<ProposalWhole> {
  const { labId, id, commandId, version } = asked;
  await requireLab(desk, labId);
  authorize(caller, 'proposal.merge', { labId });
  const proposal = await proposalOf(desk, { labId, id });
  if (await wasDone(desk, { labId, commandId })) return wholeProposal(desk, caller, { labId, id });
  if (proposal.becameIds.length > 0) throw new AppError('proposal_became_others');
  if (!canBecomeOthers(proposal.state)) throw new AppError('proposal_step_refused');
  const halves = asked.into.map((half) => ({
    id: half.id,
    title: requiredLine(half.title, { field: 'title', limit: documentTitleLimit }),
  }));
  const actorId = caller.actor.personId;
  const at = desk.now();
  const { authors, fields } = proposal;
  const [text, sources] = await Promise.all([textOfOriginals(desk, [proposal]), sourceIdsOf(desk, [id])]);
  const made = halves.map((half, index) => newProposal(desk, { ...half, labId, authors, sources, text, fields, at: at + index }));
  const lineage = lineageRows(desk, {
    id: commandId,
    labId,
    kind: 'split',
    actorId,
    at,
    from: [{ id, version }],
    into: halves.map((half) => half.id),
  });
  await desk.records.record({
    labId,
    commandId,
    statements: [...made.flatMap(({ statements }) => statements), ...lineage],
    documents: made.flatMap(({ documents }) => documents),
    events: [
      ...halves.map((half) => ({
        actorId,
        type: 'proposal.created' as const,
        subjectId: half.id,
        data: { by: 'split', of: id },
      })),
      { actorId, type: 'proposal.split', subjectId: id, data: { into: halves.length } },
    ],
  });
  return wholeProposal(desk, caller, { labId, id });
}
