// Read one proposal whole: record, sources, what it came from and became, and its history out of the log.
import type { Happened, ProposalLineage, ProposalWhole, Source } from '@cocrea/shared/api/proposals.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { gateSettingsOf } from './gate-record.ts';
import { endorserOf } from './endorser-of.ts';
import { namesOf } from './names-of.ts';
import type { ProposalDesk } from './ports.ts';
import { endorsementOf, proposalOf } from './proposal-record.ts';

interface Place {
  readonly labId: string;
  readonly id: string;
}

export async function readProposal(desk: ProposalDesk, caller: Caller, place: Place): Promise<ProposalWhole> {
  await requireLab(desk, place.labId);
  authorize(caller, 'lab.read', { labId: place.labId });
  return wholeProposal(desk, caller, place);
}

/** Throws AppError `proposal_not_found`. */
export async function wholeProposal(desk: ProposalDesk, caller: Caller, place: Place): Promise<ProposalWhole> {
  const [proposal, gate, sources, lineage, history, mine] = await Promise.all([
    proposalOf(desk, place),
    gateSettingsOf(desk, place.labId),
    sourcesOf(desk, place),
    lineageOf(desk, place.id),
    historyOf(desk, place),
    endorserOf(desk, { proposalId: place.id, personId: caller.actor.personId }),
  ]);
  const people = [
    ...proposal.authors,
    ...[...proposal.endorsements, ...lineage.flatMap(({ endorsedBefore }) => endorsedBefore)].map(({ personId }) => personId),
    ...[...history, ...lineage].flatMap(({ actorId }) => actorId ?? []),
  ];
  return { proposal, gate, sources, lineage, history, mine, names: await namesOf(desk, people) };
}

async function sourcesOf({ records, database, contributions }: ProposalDesk, { labId, id }: Place): Promise<Source[]> {
  const rows = await records.read(
    database.selectFrom('proposal_sources').where('proposal_id', '=', id).select('contribution_id').compile(),
  );
  const ids = rows.map(({ contribution_id }) => contribution_id);
  const known = new Map((await contributions.of(labId, ids)).map((one) => [one.id, one]));
  return ids.map((one) => ({ id: one, folio: known.get(one)?.folio ?? null, text: known.get(one)?.text ?? null }));
}

async function lineageOf({ records, database }: ProposalDesk, id: string): Promise<ProposalLineage[]> {
  const lineages = await records.read(
    database
      .selectFrom('proposal_lineages')
      .innerJoin('proposal_lineage_members', 'lineage_id', 'proposal_lineages.id')
      .where('proposal_id', '=', id)
      .selectAll('proposal_lineages')
      .orderBy('at')
      .compile(),
  );
  if (lineages.length === 0) return [];
  const ids = lineages.map((lineage) => lineage.id);
  const members = await records.read(
    database
      .selectFrom('proposal_lineage_members')
      .innerJoin('documents', 'documents.id', 'proposal_id')
      .where('lineage_id', 'in', ids)
      .select(['lineage_id', 'proposal_id', 'part', 'title'])
      .orderBy('no')
      .compile(),
  );
  const origins = members.filter(({ part }) => part === 'from').map(({ proposal_id }) => proposal_id);
  const endorsements = await records.read(
    database
      .selectFrom('proposal_endorsements')
      .selectAll()
      .where('proposal_id', 'in', origins)
      .where('withdrawn_at', 'is', null)
      .orderBy('at')
      .compile(),
  );
  return lineages.map(({ id: lineageId, kind, at, actor_id, undone_at }) => {
    const side = (part: 'from' | 'into') =>
      members
        .filter((member) => member.lineage_id === lineageId && member.part === part)
        .map(({ proposal_id, title }) => ({ id: proposal_id, title }));
    const from = side('from');
    const before = endorsements.filter(({ proposal_id }) => from.some((origin) => origin.id === proposal_id)).map(endorsementOf);
    // Somebody who endorsed two of the originals is one person to invite.
    const endorsedBefore = [...new Map(before.map((one) => [one.personId, one])).values()];
    return { id: lineageId, kind, at, actorId: actor_id, undoneAt: undone_at, from, into: side('into'), endorsedBefore };
  });
}

async function historyOf({ records, database }: ProposalDesk, { labId, id }: Place): Promise<Happened[]> {
  const events = database
    .selectFrom('events')
    .leftJoin('proposal_steps as step', (join) =>
      join
        .onRef('step.command_id', '=', 'events.command_id')
        .onRef('step.event_type', '=', 'events.type')
        .on('step.proposal_id', '=', id),
    )
    .where('events.lab_id', '=', labId)
    .where('events.subject_id', '=', id)
    .select(['events.seq', 'events.at', 'events.actor_id', 'events.type', 'events.data', 'step.reason', 'step.blocks'])
    .orderBy('events.seq');
  return (await records.read(events.compile())).map(({ seq, at, actor_id, type, data, reason, blocks }) => ({
    seq,
    at,
    actorId: actor_id,
    type: type as Happened['type'],
    data: JSON.parse(data) as Happened['data'],
    reason,
    blocks: JSON.parse(blocks ?? '[]') as string[],
  }));
}
