// The desk of consolidation: what waits for a place in a draft, where its blocks come from, and what became of everything.
import * as z from 'zod/mini';
import { Contribution } from '../domain/contribution.ts';
import { DocumentId, LabId, Uuid } from '../domain/ids.ts';
import { lineages } from '../document/lineage.ts';
import { LateWriting, Origin } from '../domain/origin.ts';
import { contract } from './contract.ts';

const InDraft = z.object({ lab: LabId, document: DocumentId });
/** Sources one act may name, and blocks. */
export const consolidationCounts = { sources: 200, blocks: 50 } as const;

export const Source = z.object({ kind: z.enum(['contribution', 'proposal', 'observation', 'late_writing']), id: z.string() });
export type Source = z.infer<typeof Source>;

/** What INAP answered to a contribution. */
export const ContributionOutcome = z.object({
  contributionId: Uuid,
  outcome: z.enum(['incorporated', 'not_incorporated']),
  reason: z.nullable(z.string()),
  decidedBy: z.string(),
  decidedAt: z.number(),
});
export type ContributionOutcome = z.infer<typeof ContributionOutcome>;

export const readDesk = contract({
  method: 'GET',
  path: '/api/labs/:lab/drafts/:document/desk',
  summary:
    'Everything that waits for a place in a draft besides its observations: contributions by table and question, proposals, late writings',
  params: InDraft,
  output: z.object({
    contributions: z.array(Contribution),
    outcomes: z.array(ContributionOutcome),
    proposals: z.array(z.object({ id: DocumentId, title: z.string(), state: z.string(), text: z.string(), version: z.number() })),
    lateWritings: z.array(LateWriting),
    /** Of the draft on the desk. */
    origins: z.array(Origin),
  }),
});
export const listOrigins = contract({
  method: 'GET',
  path: '/api/labs/:lab/drafts/:document/origins',
  summary: 'Where the blocks of a draft come from',
  params: InDraft,
  output: z.object({ origins: z.array(Origin) }),
});

export const ComparedBlock = z.object({
  lineage: z.enum(lineages),
  blockId: z.string(),
  from: z.array(z.string()),
  node: z.string(),
  within: z.array(z.string()),
  section: z.string(),
  before: z.string(),
  after: z.string(),
  runs: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
  onlyFormat: z.boolean(),
});
export const readUnexplained = contract({
  method: 'GET',
  path: '/api/labs/:lab/drafts/:document/unexplained',
  summary: 'What changed since the draft before that has no origin; and how many changes there are',
  params: InDraft,
  output: z.object({ changed: z.number(), explained: z.number(), changes: z.array(ComparedBlock) }),
});

/** Where the words go: nowhere new (they stand there already), to the end of the block, or into new blocks after it. */
export const Placement = z.enum(['link', 'append', 'after']);
export type Placement = z.infer<typeof Placement>;
export const incorporate = contract({
  method: 'POST',
  path: '/api/labs/:lab/drafts/:document/incorporations',
  summary: 'Bring contributions, proposals, observations or late writings into a block: words, origin and outcome in one act',
  params: InDraft,
  body: z.object({
    commandId: Uuid,
    sources: z.array(Source).check(z.minLength(1), z.maxLength(consolidationCounts.sources)),
    blockId: z.string().check(z.maxLength(100)),
    placement: Placement,
    /** The words that are written, a line a paragraph; empty with `link`. */
    text: z.string(),
  }),
  output: z.object({ origins: z.array(Origin), blockId: z.string() }),
});
export const declareEdit = contract({
  method: 'POST',
  path: '/api/labs/:lab/drafts/:document/declared-edits',
  summary: 'Declare changed blocks an edit of INAP’s own, with a reason',
  params: InDraft,
  body: z.object({
    commandId: Uuid,
    blockIds: z.array(z.string().check(z.maxLength(100))).check(z.minLength(1), z.maxLength(consolidationCounts.blocks)),
    reason: z.string(),
  }),
  output: z.object({ origins: z.array(Origin) }),
});
export const removeOrigin = contract({
  method: 'POST',
  path: '/api/labs/:lab/origins/:id/removal',
  summary: 'Take an origin off a block; its source waits for a place again where it has no other. The words stay',
  params: z.object({ lab: LabId, id: Uuid }),
  body: z.object({ commandId: Uuid }),
  output: z.object({ origins: z.array(Origin) }),
});
export const settleContributions = contract({
  method: 'POST',
  path: '/api/labs/:lab/contribution-outcomes',
  summary: 'Say of contributions that they do not go into the text, with a reason; or take that back',
  params: z.object({ lab: LabId }),
  body: z.object({
    commandId: Uuid,
    contributionIds: z.array(Uuid).check(z.minLength(1), z.maxLength(consolidationCounts.sources)),
    /** Null takes the outcome back. */
    reason: z.nullable(z.string()),
  }),
  output: z.object({ outcomes: z.array(ContributionOutcome) }),
});
export const sendLateWriting = contract({
  method: 'POST',
  path: '/api/labs/:lab/drafts/:document/late-writings',
  summary: 'Hand over what was written into a draft before it was frozen and arrives after; the same id again is the same',
  params: InDraft,
  body: z.object({
    id: Uuid,
    blockId: z.nullable(z.string().check(z.maxLength(100))),
    before: z.string(),
    text: z.string(),
    writtenAt: z.number(),
  }),
  output: LateWriting,
  creates: true,
});
export const settleLateWriting = contract({
  method: 'POST',
  path: '/api/labs/:lab/late-writings/:id/outcome',
  summary: 'Say of a late writing that it does not go into the text, with a reason',
  params: z.object({ lab: LabId, id: Uuid }),
  body: z.object({ commandId: Uuid, version: z.number(), reason: z.string() }),
  output: LateWriting,
});
