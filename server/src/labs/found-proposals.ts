// The proposals a lab is born with: rows, texts and the events that led each to its state, as parts of the founding.
import type { Kysely } from 'kysely';
import { paragraphsOf, proposalText } from '@cocrea/shared/document/templates/proposal.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import { proposalSections, stepOf } from '@cocrea/shared/domain/proposal.ts';
import { type ProposalState } from '@cocrea/shared/domain/proposal-state.ts';
import type { NewDocument } from '../storage/document-store.ts';
import type { Tables } from '../storage/tables.ts';
import { firstText } from './first-text.ts';
import type { FoundingProposal, LabFounding } from './lab-founding.ts';

/** `at` is when the first was created; each of the others comes a millisecond later, so that they keep their order. */
export function foundProposals(database: Kysely<Tables>, { founding, at }: { founding: LabFounding; at: number }) {
  const { commandId, people, proposals, merges } = founding;
  const labId = founding.lab.id;
  const kindOf = new Map(people.map(({ id, actorKind }) => [id, actorKind]));
  const rows = proposals.flatMap((proposal, index) => rowsOf(database, { proposal, labId, commandId, kindOf, at: at + index }));
  const lineages = merges.flatMap(({ id, personId, from, into }) => [
    database
      .insertInto('proposal_lineages')
      .values({ id, lab_id: labId, kind: 'merge', actor_id: personId, at: at + proposals.length, undone_at: null }),
    database
      .insertInto('proposal_lineage_members')
      .values([
        ...from.map((proposalId, no) => ({ lineage_id: id, proposal_id: proposalId, part: 'from' as const, no })),
        { lineage_id: id, proposal_id: into, part: 'into' as const, no: 0 },
      ]),
  ]);
  const merged = merges.flatMap(({ personId, from, into }) =>
    from.map((subjectId): NewEvent => ({ actorId: personId, type: 'proposal.merged', subjectId, data: { into } })),
  );
  return {
    queries: [...rows, ...lineages],
    documents: proposals.map((proposal, index) => textOf(proposal, at + index)),
    events: [...proposals.flatMap((proposal) => eventsOf(proposal, { merges, kindOf })), ...merged],
  };
}

function stateOf({ steps }: FoundingProposal): ProposalState {
  const last = steps.at(-1);
  return last === undefined ? 'draft' : stepOf(last.step).to;
}

interface Context {
  readonly proposal: FoundingProposal;
  readonly labId: string;
  readonly commandId: string;
  readonly kindOf: ReadonlyMap<string, string>;
  readonly at: number;
}

function rowsOf(database: Kysely<Tables>, { proposal, labId, commandId, kindOf, at }: Context) {
  const { id, title, fields, authorIds, sourceIds, endorsements, steps } = proposal;
  const { date, responsible, ...plain } = fields;
  const given = steps.filter(({ reason, blocks }) => reason !== undefined || blocks !== undefined);
  return [
    database
      .insertInto('documents')
      .values({ id, lab_id: labId, kind: 'proposal', title, participants_invited: 0, created_at: at }),
    database.insertInto('proposals').values({
      id,
      lab_id: labId,
      state: stateOf(proposal),
      ...plain,
      date: date === null ? null : JSON.stringify(date),
      responsible: responsible === null ? null : JSON.stringify(responsible),
      created_at: at,
      version: steps.length + 1,
      support_version: endorsements.length,
    }),
    ...authorIds.map((personId, no) =>
      database.insertInto('proposal_authors').values({ proposal_id: id, person_id: personId, no }),
    ),
    ...sourceIds.map((contributionId) =>
      database.insertInto('proposal_sources').values({ proposal_id: id, contribution_id: contributionId }),
    ),
    ...endorsements.map(({ personId, institution }) =>
      database.insertInto('proposal_endorsements').values({
        proposal_id: id,
        person_id: personId,
        institution,
        actor_kind: kindOf.get(personId) ?? 'otro',
        at,
        withdrawn_at: null,
      }),
    ),
    ...given.map(({ step, reason, blocks }) =>
      database.insertInto('proposal_steps').values({
        proposal_id: id,
        command_id: commandId,
        event_type: stepOf(step).event,
        reason: reason ?? null,
        blocks: JSON.stringify(blocks ?? []),
      }),
    ),
  ];
}

function textOf({ id, text }: FoundingProposal, at: number): NewDocument {
  const sections = proposalSections.map((section) => [section, paragraphsOf(text[section] ?? '')]);
  return firstText({ id, text: proposalText(Object.fromEntries(sections)), at });
}

/** Endorsements come after the first step, which is to submit. */
function eventsOf(
  { id, authorIds, sourceIds, endorsements, steps }: FoundingProposal,
  { merges, kindOf }: { merges: LabFounding['merges']; kindOf: ReadonlyMap<string, string> },
): NewEvent[] {
  const merge = merges.find(({ into }) => into === id);
  const actorId = merge?.personId ?? authorIds[0] ?? null;
  const data = merge ? { by: 'merge', originals: merge.from.length } : { sources: sourceIds.length };
  const told: NewEvent[] = [{ actorId, type: 'proposal.created', subjectId: id, data }];
  let state: ProposalState = 'draft';
  for (const { step, personId } of steps) {
    const { to, event } = stepOf(step);
    told.push({ actorId: personId, type: event, subjectId: id, data: { from: state, to } });
    if (state === 'draft') {
      const supported = endorsements.map((one): NewEvent => {
        const actorKind = kindOf.get(one.personId) ?? 'otro';
        return { actorId: one.personId, type: 'proposal.endorsed', subjectId: id, data: { actorKind } };
      });
      told.push(...supported);
    }
    state = to;
  }
  return told;
}
