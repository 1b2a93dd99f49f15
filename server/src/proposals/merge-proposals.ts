// Merge alike proposals into a new one with all their words, authors and sources. The originals stay, endorsements stay with them.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { mergeProposals as contract, ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import { canBecomeOthers, type ProposalFields } from '@cocrea/shared/domain/proposal.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { requiredLine } from './checked-text.ts';
import { lineageRows } from './lineage-rows.ts';
import { newProposal } from './new-proposal.ts';
import type { ProposalDesk } from './ports.ts';
import { readProposals, type ProposalNow } from './proposal-record.ts';
import { wholeProposal } from './read-proposal.ts';
import { sourceIdsOf } from './source-ids.ts';
import { textOfOriginals } from './text-of-originals.ts';

export async function mergeProposals(
  desk: ProposalDesk,
  caller: Caller,
  asked: BodyOf<typeof contract> & { labId: string },
): Promise<{ created: boolean; output: ProposalWhole }> {
  const { labId, id, from } = asked;
  await requireLab(desk, labId);
  authorize(caller, 'proposal.merge', { labId });
  if (await wasDone(desk, { labId, commandId: id }))
    return { created: false, output: await wholeProposal(desk, caller, { labId, id }) };
  const originals = await originalsOf(desk, { labId, ids: from.map((one) => one.id) });
  const title = requiredLine(asked.title, { field: 'title', limit: documentTitleLimit });
  const actorId = caller.actor.personId;
  const at = desk.now();
  const made = newProposal(desk, {
    id,
    labId,
    title,
    authors: [...new Set(originals.flatMap(({ authors }) => authors))],
    sources: await sourceIdsOf(
      desk,
      originals.map((one) => one.id),
    ),
    text: await textOfOriginals(desk, originals),
    fields: mergedFields(originals),
    at,
  });
  const lineage = lineageRows(desk, { id, labId, kind: 'merge', actorId, at, from, into: [id] });
  const { outcome } = await desk.records.record({
    labId,
    commandId: id,
    statements: [...made.statements, ...lineage],
    documents: made.documents,
    events: [
      { actorId, type: 'proposal.created', subjectId: id, data: { by: 'merge', originals: originals.length } },
      ...originals.map((one) => ({ actorId, type: 'proposal.merged' as const, subjectId: one.id, data: { into: id } })),
    ],
  });
  return { created: outcome === 'recorded', output: await wholeProposal(desk, caller, { labId, id }) };
}

/** In the order asked. Throws AppError `proposal_not_found`, `proposal_became_others`, `proposal_step_refused`, `invalid_field`. */
async function originalsOf(
  desk: ProposalDesk,
  { labId, ids }: { labId: string; ids: readonly string[] },
): Promise<ProposalNow[]> {
  if (new Set(ids).size !== ids.length) throw new AppError('invalid_field', { field: 'from' });
  const known = new Map((await readProposals(desk, { labId, ids })).map((proposal) => [proposal.id, proposal]));
  return ids.map((id) => {
    const proposal = known.get(id);
    if (proposal === undefined) throw new AppError('proposal_not_found');
    if (proposal.becameIds.length > 0) throw new AppError('proposal_became_others');
    if (!canBecomeOthers(proposal.state)) throw new AppError('proposal_step_refused');
    return proposal;
  });
}

/** The first original that filled a field in gives it. */
function mergedFields(originals: readonly ProposalNow[]): ProposalFields {
  const all = originals.map(({ fields }) => fields);
  const line = (field: 'indicator' | 'baseline' | 'target'): string => all.find((one) => one[field] !== '')?.[field] ?? '';
  return {
    typology: all.find(({ typology }) => typology !== null)?.typology ?? null,
    indicator: line('indicator'),
    baseline: line('baseline'),
    target: line('target'),
    date: all.find(({ date }) => date !== null)?.date ?? null,
    responsible: all.find(({ responsible }) => responsible !== null)?.responsible ?? null,
  };
}
