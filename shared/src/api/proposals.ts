// The proposals of a lab: the portfolio, one of them whole, and every verb that moves them.
import * as z from 'zod/mini';
import { ActorKind } from '../domain/actor-kind.ts';
import { Endorsement, GateSettings, SeatKind } from '../domain/endorsement.ts';
import { LabEvent } from '../domain/event.ts';
import { DocumentId, LabId, Uuid } from '../domain/ids.ts';
import { Proposal, proposalCounts, ProposalFields, proposalSections, ProposalStep, Responsible } from '../domain/proposal.ts';
import { contract } from './contract.ts';
import { InLab } from './labs.ts';

const InProposal = z.object({ lab: LabId, id: DocumentId });
/** A change and what it is based on. */
const command = { commandId: Uuid, version: z.number() };
const Names = z.record(z.string(), z.string());
const ids = (most: number) => z.array(z.string().check(z.maxLength(100))).check(z.maxLength(most));

/** What became of proposals together: several became one, or one became two. */
export const ProposalLineage = z.object({
  id: z.string(),
  kind: z.enum(['merge', 'split']),
  at: z.number(),
  actorId: z.string(),
  undoneAt: z.nullable(z.number()),
  from: z.array(z.object({ id: DocumentId, title: z.string() })),
  into: z.array(z.object({ id: DocumentId, title: z.string() })),
  /** Who had endorsed what it came from: neither a merge nor a split carries anybody's support over. */
  endorsedBefore: z.array(Endorsement),
});
export type ProposalLineage = z.infer<typeof ProposalLineage>;

/** A contribution it came from, where the lab keeps it in words. */
export const Source = z.object({ id: z.string(), folio: z.nullable(z.string()), text: z.nullable(z.string()) });
export type Source = z.infer<typeof Source>;

/** One thing that happened to it; reasons and blocks belong to steps. */
export const Happened = z.object({
  ...z.pick(LabEvent, { seq: true, at: true, actorId: true, type: true, data: true }).shape,
  reason: z.nullable(z.string()),
  blocks: z.array(z.string()),
});
export type Happened = z.infer<typeof Happened>;

export const ProposalWhole = z.object({
  proposal: Proposal,
  gate: GateSettings,
  sources: z.array(Source),
  lineage: z.array(ProposalLineage),
  /** Oldest first. */
  history: z.array(Happened),
  names: Names,
  /** As what the reader would endorse it, and for which institution where their record has one. */
  mine: z.object({ actorKind: ActorKind, institution: z.nullable(z.string()) }),
});
export type ProposalWhole = z.infer<typeof ProposalWhole>;

export const listProposals = contract({
  method: 'GET',
  path: '/api/labs/:lab/proposals',
  summary: 'Every proposal of the lab with its endorsements, and the rule of the transversal gate',
  params: InLab,
  output: z.object({ proposals: z.array(Proposal), gate: GateSettings, names: Names }),
});
export const readProposal = contract({
  method: 'GET',
  path: '/api/labs/:lab/proposals/:id',
  summary: 'A proposal whole: record, endorsements, sources, lineage, history',
  params: InProposal,
  output: ProposalWhole,
});
export const createProposal = contract({
  method: 'POST',
  path: '/api/labs/:lab/proposals',
  summary: 'Create a proposal, from scratch or out of contributions; the same id again is the same proposal',
  params: InLab,
  body: z.object({
    id: Uuid,
    title: z.string(),
    sources: ids(proposalCounts.sources),
    /** What is known already, in plain words, a line a paragraph. */
    text: z.partialRecord(z.enum(proposalSections), z.string()),
  }),
  output: ProposalWhole,
  creates: true,
});
export const changeProposal = contract({
  method: 'PATCH',
  path: '/api/labs/:lab/proposals/:id',
  summary: 'Change the title or what is filled in beside the prose',
  params: InProposal,
  body: z.object({
    ...command,
    title: z.optional(z.string()),
    typology: z.optional(ProposalFields.shape.typology),
    indicator: z.optional(z.string()),
    baseline: z.optional(z.string()),
    target: z.optional(z.string()),
    /** As typed: "agosto 2020". */
    date: z.optional(z.string()),
    responsible: z.optional(z.nullable(Responsible)),
  }),
  output: ProposalWhole,
});
export const moveProposal = contract({
  method: 'POST',
  path: '/api/labs/:lab/proposals/:id/steps',
  summary: 'Take a step of its life: submit, start validation, observe, validate, withdraw, incorporate or not',
  params: InProposal,
  body: z.object({
    ...command,
    step: ProposalStep,
    reason: z.optional(z.string()),
    blocks: z.optional(ids(proposalCounts.blocks)),
  }),
  output: ProposalWhole,
});
export const endorseProposal = contract({
  method: 'POST',
  path: '/api/labs/:lab/proposals/:id/endorsement',
  summary: 'Endorse a proposal, oneself and for one’s institution',
  params: InProposal,
  body: z.object({ commandId: Uuid, institution: z.nullable(z.string()) }),
  output: ProposalWhole,
});
export const withdrawEndorsement = contract({
  method: 'DELETE',
  path: '/api/labs/:lab/proposals/:id/endorsement',
  summary: 'Take back one’s endorsement while the proposal is not validated',
  params: InProposal,
  body: z.object({ commandId: Uuid }),
  output: ProposalWhole,
});
export const mergeProposals = contract({
  method: 'POST',
  path: '/api/labs/:lab/proposal-merges',
  summary: 'Merge alike proposals into a new one; the originals stay and it can be undone',
  params: InLab,
  body: z.object({
    /** Of the new proposal, and of the merge. */
    id: Uuid,
    title: z.string(),
    from: z.array(z.object({ id: DocumentId, version: z.number() })).check(z.minLength(2), z.maxLength(proposalCounts.merged)),
  }),
  output: ProposalWhole,
  creates: true,
});
export const splitProposal = contract({
  method: 'POST',
  path: '/api/labs/:lab/proposals/:id/splits',
  summary: 'Split a proposal in two, each beginning with all of its text; the original stays and it can be undone',
  params: InProposal,
  body: z.object({ ...command, into: z.array(z.object({ id: Uuid, title: z.string() })).check(z.length(2)) }),
  output: ProposalWhole,
});
export const undoLineage = contract({
  method: 'POST',
  path: '/api/labs/:lab/proposal-lineages/:lineage/undo',
  summary: 'Undo a merge or a split: the originals come back, what was made of them is withdrawn',
  params: z.object({ lab: LabId, lineage: Uuid }),
  body: z.object({ commandId: Uuid }),
});
export const listDestinations = contract({
  method: 'GET',
  path: '/api/labs/:lab/proposal-destinations',
  summary: 'The blocks of the drafts a proposal can be incorporated in',
  params: InLab,
  output: z.object({
    drafts: z.array(
      z.object({
        id: DocumentId,
        title: z.string(),
        /** `level` is 1–3 for a heading; `text` is how the block begins. */
        blocks: z.array(z.object({ id: z.string(), level: z.nullable(z.number()), text: z.string() })),
      }),
    ),
  }),
});
export const changeGate = contract({
  method: 'PATCH',
  path: '/api/labs/:lab/proposal-gate',
  summary: 'Change which kinds of actors have a seat and how many seats must be filled',
  params: InLab,
  body: z.object({ ...command, kinds: z.array(SeatKind), threshold: z.number() }),
  output: z.object({ gate: GateSettings }),
});
