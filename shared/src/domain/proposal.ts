// A proposal: what a lab would have done, for whom, measured how. Its prose is one Yjs document of the same id; what can be filled in is a
// record. This is its life: the states, the steps between them, and what each step asks for.
import * as z from 'zod/mini';
import { Checks, Endorsement } from './endorsement.ts';
import type { EventType } from './event.ts';
import { FlexDate } from './flex-date.ts';
import { DocumentId, PersonId } from './ids.ts';
import { ProposalState } from './proposal-state.ts';

/** What kind of change it proposes. Their spread is looked at over all proposals of a lab, never asked of one. */
export const typologies = [
  'service',
  'process',
  'regulation',
  'technology',
  'data',
  'participation',
  'capacities',
  'other',
] as const;
export const Typology = z.enum(typologies);
export type Typology = z.infer<typeof Typology>;

/** The five sections of its prose; the number of a section's fixed heading is its place here, from 1. */
export const proposalSections = ['problem', 'users', 'action', 'measure', 'ogp_value'] as const;
export type ProposalSection = (typeof proposalSections)[number];

/** Characters as people count them. */
export const proposalLimits = {
  indicator: 300,
  baseline: 120,
  target: 120,
  date: 80,
  responsible: 160,
  reason: 1000,
  section: 5000,
} as const;
/** Contributions one proposal may come from, proposals that may become one, blocks one may be incorporated in. */
export const proposalCounts = { sources: 200, merged: 12, blocks: 50 } as const;

/** Who answers for it: an institution of the lab, or any other by its name. */
export const Responsible = z.object({ institutionId: z.nullable(z.string()), name: z.string() });
export type Responsible = z.infer<typeof Responsible>;

/** What is filled in beside the prose; empty texts are not filled in yet. */
export const ProposalFields = z.object({
  typology: z.nullable(Typology),
  indicator: z.string(),
  baseline: z.string(),
  target: z.string(),
  date: z.nullable(FlexDate),
  responsible: z.nullable(Responsible),
});
export type ProposalFields = z.infer<typeof ProposalFields>;

export const Proposal = z.object({
  id: DocumentId,
  title: z.string(),
  state: ProposalState,
  fields: ProposalFields,
  /** Who created it first, then those whose contributions or proposals it came from. */
  authors: z.array(PersonId),
  endorsements: z.array(Endorsement),
  checks: Checks,
  /** How the problem begins, to recognise it by and to compare it with others. */
  opening: z.string(),
  /** Proposals it became, by merging or splitting; empty for one that stands for itself. */
  becameIds: z.array(DocumentId),
  createdAt: z.number(),
  /** Rises by one with each change of the record; what a change is based on. */
  version: z.number(),
});
export type Proposal = z.infer<typeof Proposal>;

export const proposalSteps = [
  'submit',
  'start_validation',
  'observe',
  'validate',
  'withdraw',
  'incorporate',
  'not_incorporate',
] as const;
export const ProposalStep = z.enum(proposalSteps);
export type ProposalStep = z.infer<typeof ProposalStep>;

interface Step {
  readonly from: readonly ProposalState[];
  readonly to: ProposalState;
  /** What must come with it: a reason in words, the blocks of the draft it went into, or a gate that is fulfilled. */
  readonly asks: 'reason' | 'blocks' | 'gate' | null;
  readonly event: EventType;
}

const steps: Readonly<Record<ProposalStep, Step>> = {
  submit: { from: ['draft', 'observed'], to: 'submitted', asks: null, event: 'proposal.submitted' },
  start_validation: { from: ['submitted'], to: 'in_validation', asks: null, event: 'proposal.validation_started' },
  observe: { from: ['submitted', 'in_validation'], to: 'observed', asks: 'reason', event: 'proposal.observed' },
  validate: { from: ['in_validation'], to: 'validated', asks: 'gate', event: 'proposal.validated' },
  withdraw: {
    from: ['draft', 'submitted', 'in_validation', 'observed'],
    to: 'withdrawn',
    asks: null,
    event: 'proposal.withdrawn',
  },
  incorporate: { from: ['validated'], to: 'incorporated', asks: 'blocks', event: 'proposal.incorporated' },
  not_incorporate: {
    from: ['observed', 'validated'],
    to: 'not_incorporated',
    asks: 'reason',
    event: 'proposal.not_incorporated',
  },
};

/** What this step leads to and asks for. Who may take it is `can`'s question. */
export function stepOf(step: ProposalStep): Step {
  return steps[step];
}

/** The steps its state allows; none once it became others. */
export function stepsFrom({ state, becameIds }: Pick<Proposal, 'state' | 'becameIds'>): readonly ProposalStep[] {
  return becameIds.length > 0 ? [] : proposalSteps.filter((step) => steps[step].from.includes(state));
}

/** One endorses what was submitted and has no outcome yet. */
export function isEndorsable(state: ProposalState): boolean {
  return state === 'submitted' || state === 'in_validation' || state === 'observed' || state === 'validated';
}

/** A support that has been counted in a validation stays. */
export function canEndorsementBeWithdrawn(state: ProposalState): boolean {
  return isEndorsable(state) && state !== 'validated';
}

/** What has an outcome, or went its way, is neither merged nor split any more. */
export function canBecomeOthers(state: ProposalState): boolean {
  return state === 'draft' || state === 'submitted' || state === 'in_validation' || state === 'observed';
}
