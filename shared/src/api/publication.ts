// What everybody may read without signing in: a lab's process, its drafts once they are out, and how each observation was answered.
import * as z from 'zod/mini';
import { ActorKind } from '../domain/actor-kind.ts';
import { Consultation } from '../domain/draft.ts';
import { DraftState } from '../domain/draft-state.ts';
import { FlexDate } from '../domain/flex-date.ts';
import { LabId } from '../domain/ids.ts';
import { Disposition, ObservationKind, Satisfaction } from '../domain/observation.ts';
import { contract } from './contract.ts';

const InPublicLab = z.object({ lab: LabId });
/** By the draft's number, as people call it. */
const InPublicDraft = z.object({ lab: LabId, no: z.string().check(z.regex(/^\d{1,2}$/)) });

export const PublicDraft = z.object({
  id: z.string(),
  draftNo: z.number(),
  title: z.string(),
  state: DraftState,
  opens: FlexDate,
  frozenAt: z.nullable(z.number()),
  fingerprint: z.nullable(z.string()),
  consultation: z.nullable(Consultation),
  publishedAt: z.nullable(z.number()),
  /** Its text can be read here; and the answers to what was observed on it. */
  isOut: z.boolean(),
  hasMatrix: z.boolean(),
});
export type PublicDraft = z.infer<typeof PublicDraft>;

const PublicLab = z.object({ id: LabId, name: z.string(), title: z.string() });

/** For whoever came with no address of one. */
export const listPublicLabs = contract({
  method: 'GET',
  path: '/api/public/labs',
  summary: 'The labs of which a draft is out, by name',
  output: z.object({ labs: z.array(PublicLab) }),
});
export const readPublicLab = contract({
  method: 'GET',
  path: '/api/public/labs/:lab',
  summary: 'A lab as everybody sees it: what it is for, and where its drafts stand',
  params: InPublicLab,
  output: z.object({
    lab: PublicLab,
    problem: z.string(),
    commitment: z.string(),
    subTables: z.number(),
    /** How many of them are open at this moment. */
    tablesAtWork: z.number(),
    drafts: z.array(PublicDraft),
  }),
});
export const readPublicDraft = contract({
  method: 'GET',
  path: '/api/public/labs/:lab/drafts/:no',
  summary: 'A frozen draft as it is published: its canonical form, its fingerprint, its dates',
  params: InPublicDraft,
  output: z.object({
    lab: PublicLab,
    draft: PublicDraft,
    canonical: z.string(),
    /** The draft before it, where that one is out too. */
    previousNo: z.nullable(z.number()),
  }),
});

/** An observation as it is published: without its author's name unless they let it stand. */
export const PublicObservation = z.object({
  folio: z.string(),
  receivedAt: z.number(),
  actorKind: ActorKind,
  name: z.nullable(z.string()),
  onBehalfOf: z.nullable(z.string()),
  kind: ObservationKind,
  /** Under which heading the words stand, and the words. */
  section: z.string(),
  quote: z.string(),
  justification: z.string(),
  proposedText: z.nullable(z.string()),
  late: z.boolean(),
  disposition: z.nullable(Disposition),
  /** Of the observation it says the same as, whose answer it carries. */
  duplicateOf: z.nullable(z.string()),
  response: z.nullable(z.string()),
  /** How the blocks it led to begin. */
  destinations: z.array(z.string()),
  signedBy: z.nullable(z.string()),
  decidedAt: z.nullable(z.number()),
  satisfaction: Satisfaction,
  satisfactionReason: z.nullable(z.string()),
});
export type PublicObservation = z.infer<typeof PublicObservation>;

export const readPublicMatrix = contract({
  method: 'GET',
  path: '/api/public/labs/:lab/matrices/:no',
  summary: 'How every observation on a draft was answered, once the next one is published',
  params: InPublicDraft,
  output: z.object({ lab: PublicLab, draft: PublicDraft, observations: z.array(PublicObservation) }),
});
export const readMatrix = contract({
  method: 'GET',
  path: '/api/labs/:lab/matrices/:no',
  summary: 'The matrix of a draft as the lab sees it: names, and answers that are not published yet',
  params: InPublicDraft,
  output: z.object({ lab: PublicLab, draft: PublicDraft, observations: z.array(PublicObservation) }),
});
