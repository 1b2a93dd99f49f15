// Change the title of a proposal or what is filled in beside its prose, on the condition that nobody did since it was read.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { changeProposal as contract, ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import { LabFacts } from '@cocrea/shared/domain/lab.ts';
import { proposalLimits, type ProposalFields, type Responsible } from '@cocrea/shared/domain/proposal.ts';
import { isWritten } from '@cocrea/shared/domain/proposal-state.ts';
import { readFlexDate } from '@cocrea/shared/domain/read-flex-date.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { checkedLine, requiredLine } from './checked-text.ts';
import { fieldColumns } from './new-proposal.ts';
import type { ProposalDesk } from './ports.ts';
import { proposalOf } from './proposal-record.ts';
import { wholeProposal } from './read-proposal.ts';

type Asked = BodyOf<typeof contract> & { labId: string; id: string };

export async function changeProposal(desk: ProposalDesk, caller: Caller, asked: Asked): Promise<ProposalWhole> {
  const { labId, id, commandId, version } = asked;
  const { records, database } = desk;
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const proposal = await proposalOf(desk, { labId, id });
  authorize(caller, 'proposal.change', { labId, authors: proposal.authors });
  if (await wasDone(desk, { labId, commandId })) return wholeProposal(desk, caller, { labId, id });
  if (proposal.becameIds.length > 0) throw new AppError('proposal_became_others');
  if (!isWritten(proposal.state)) throw new AppError('proposal_not_written');
  const title =
    asked.title === undefined ? proposal.title : requiredLine(asked.title, { field: 'title', limit: documentTitleLimit });
  const fields = await changedFields(desk, proposal.fields, asked);
  await records.record({
    labId,
    commandId,
    statements: [
      {
        query: database
          .updateTable('proposals')
          .set({ ...fieldColumns(fields), version: version + 1 })
          .where('id', '=', id)
          .where('version', '=', version)
          .where('state', '=', proposal.state)
          .compile(),
        expectRows: 1,
      },
      { query: database.updateTable('documents').set({ title }).where('id', '=', id).compile(), expectRows: 1 },
    ],
    events: [
      {
        actorId: caller.actor.personId,
        type: 'proposal.changed',
        subjectId: id,
        data: { title: title !== proposal.title, fields: JSON.stringify(fields) !== JSON.stringify(proposal.fields) },
      },
    ],
  });
  return wholeProposal(desk, caller, { labId, id });
}

async function changedFields(desk: ProposalDesk, before: ProposalFields, asked: Asked): Promise<ProposalFields> {
  const line = (field: 'indicator' | 'baseline' | 'target'): string => {
    const typed = asked[field];
    return typed === undefined ? before[field] : checkedLine(typed, { field, limit: proposalLimits[field] });
  };
  const date = asked.date === undefined ? undefined : checkedLine(asked.date, { field: 'date', limit: proposalLimits.date });
  return {
    typology: asked.typology === undefined ? before.typology : asked.typology,
    indicator: line('indicator'),
    baseline: line('baseline'),
    target: line('target'),
    date: date === undefined ? before.date : date === '' ? null : readFlexDate(date),
    responsible:
      asked.responsible === undefined ? before.responsible : await checkedResponsible(desk, asked.responsible, asked.labId),
  };
}

/** An institution of the lab is known by its id alone; any other by its name. */
async function checkedResponsible(
  { records, database }: ProposalDesk,
  asked: Responsible | null,
  labId: string,
): Promise<Responsible | null> {
  if (asked === null) return null;
  const { institutionId } = asked;
  if (institutionId === null) {
    return { institutionId, name: requiredLine(asked.name, { field: 'responsible', limit: proposalLimits.responsible }) };
  }
  const [lab] = await records.read(database.selectFrom('labs').where('id', '=', labId).select('facts').compile());
  const { institutions } = LabFacts.parse(JSON.parse(lab?.facts ?? '{}'));
  const known = institutions.find(({ id }) => id === institutionId);
  if (known === undefined) throw new AppError('invalid_field', { field: 'responsible' });
  return { institutionId, name: known.acronym };
}
