// Create a proposal, from nothing or out of contributions: its record, its text and its event in one transaction; the same id again is the
// same proposal.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { createProposal as contract, ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import { paragraphsOf, type ProposalText } from '@cocrea/shared/document/templates/proposal.ts';
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import { proposalLimits, proposalSections } from '@cocrea/shared/domain/proposal.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { checkedLines, requiredLine } from './checked-text.ts';
import { newProposal } from './new-proposal.ts';
import type { ProposalDesk } from './ports.ts';
import { wholeProposal } from './read-proposal.ts';

export async function createProposal(
  desk: ProposalDesk,
  caller: Caller,
  asked: BodyOf<typeof contract> & { labId: string },
): Promise<{ created: boolean; output: ProposalWhole }> {
  const { labId, id } = asked;
  await requireLab(desk, labId);
  authorize(caller, 'proposal.create', { labId });
  const { personId } = caller.actor;
  const title = requiredLine(asked.title, { field: 'title', limit: documentTitleLimit });
  const sources = [...new Set(asked.sources)];
  const wrote = (await desk.contributions.of(labId, sources)).flatMap(({ authorId }) => authorId ?? []);
  const { statements, documents } = newProposal(desk, {
    id,
    labId,
    title,
    sources,
    authors: [...new Set([personId, ...wrote])],
    text: textFrom(asked.text),
    at: desk.now(),
  });
  const { outcome, events } = await desk.records.record({
    labId,
    commandId: id,
    statements,
    documents,
    events: [{ actorId: personId, type: 'proposal.created', subjectId: id, data: { sources: sources.length } }],
  });
  const [made] = events;
  if (made?.type !== 'proposal.created' || made.subjectId !== id || made.actorId !== personId) throw new AppError('id_taken');
  return { created: outcome === 'recorded', output: await wholeProposal(desk, caller, { labId, id }) };
}

function textFrom(given: BodyOf<typeof contract>['text']): ProposalText {
  return Object.fromEntries(
    proposalSections.map((section) => [
      section,
      paragraphsOf(checkedLines(given[section] ?? '', { field: section, limit: proposalLimits.section })),
    ]),
  );
}
