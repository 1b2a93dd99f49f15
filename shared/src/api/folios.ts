// What became of somebody's words, by the folio they were given: for everybody what is public, for the lab and for their author what is decided.
import * as z from 'zod/mini';
import { ActorKind } from '../domain/actor-kind.ts';
import { LabId, Uuid } from '../domain/ids.ts';
import { Disposition, ObservationKind, Satisfaction } from '../domain/observation.ts';
import { contract } from './contract.ts';
import { InLab } from './labs.ts';

const Run = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

/** One paragraph as it was observed and as it reads in the draft that answers. */
export const FolioBlock = z.object({
  blockId: z.string(),
  before: z.string(),
  after: z.string(),
  runs: z.array(Run),
  /** The one the words are about; the others are where they led. */
  observed: z.boolean(),
});

export const FolioRecord = z.object({
  folio: z.string(),
  what: z.enum(['observation', 'contribution', 'late_writing']),
  lab: z.object({ id: LabId, name: z.string() }),
  /** Of the draft it is about; null for a contribution. */
  draftNo: z.nullable(z.number()),
  draftId: z.nullable(z.string()),
  /** As they were sent. */
  text: z.string(),
  quote: z.nullable(z.string()),
  proposedText: z.nullable(z.string()),
  kind: z.nullable(ObservationKind),
  actorKind: z.nullable(ActorKind),
  /** Null where their author did not let it be shown, or left. */
  name: z.nullable(z.string()),
  onBehalfOf: z.nullable(z.string()),
  late: z.boolean(),
  timeline: z.array(
    z.object({ step: z.enum(['written', 'received', 'analysing', 'decided', 'published']), at: z.nullable(z.number()) }),
  ),
  disposition: z.nullable(Disposition),
  /** Of a contribution or what came too late. */
  outcome: z.nullable(z.enum(['incorporated', 'not_incorporated'])),
  response: z.nullable(z.string()),
  signedBy: z.nullable(z.string()),
  decidedAt: z.nullable(z.number()),
  duplicateOf: z.nullable(z.string()),
  blocks: z.array(FolioBlock),
  satisfaction: Satisfaction,
  satisfactionReason: z.nullable(z.string()),
  /** For its author alone: what a statement of satisfaction is based on. */
  mine: z.nullable(z.object({ id: Uuid, version: z.number() })),
});
export type FolioRecord = z.infer<typeof FolioRecord>;

export const readFolio = contract({
  method: 'GET',
  path: '/api/folios/:folio',
  summary: 'What became of the words with this folio, in every lab that gave it',
  params: z.object({ folio: z.string().check(z.maxLength(40)) }),
  output: z.object({ found: z.array(FolioRecord) }),
});

export const MyFolio = z.object({
  folio: z.string(),
  what: z.enum(['observation', 'contribution', 'late_writing']),
  text: z.string(),
  at: z.number(),
  state: z.string(),
  disposition: z.nullable(Disposition),
  outcome: z.nullable(z.enum(['incorporated', 'not_incorporated'])),
  /** It was answered, and its author has not said yet whether that satisfies. */
  asksSatisfaction: z.boolean(),
});
export type MyFolio = z.infer<typeof MyFolio>;

export const listMyFolios = contract({
  method: 'GET',
  path: '/api/labs/:lab/folios/mine',
  summary: 'Everything the caller said in this lab, the newest first, and what became of it',
  params: InLab,
  output: z.object({ folios: z.array(MyFolio) }),
});
