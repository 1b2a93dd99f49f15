// The life of drafts: frozen, put to consultation, begun from the one before, published, and what still blocks a freeze.
import * as z from 'zod/mini';
import { DraftDocument } from '../domain/document.ts';
import { Blocker, DraftStep } from '../domain/draft.ts';
import { DocumentId, LabId, Uuid } from '../domain/ids.ts';
import { contract } from './contract.ts';

export const InDraft = z.object({ lab: LabId, document: DocumentId });

export const readBlockers = contract({
  method: 'GET',
  path: '/api/labs/:lab/drafts/:document/blockers',
  summary: 'What still keeps a draft from being frozen, one by one, and how far the answers are',
  params: InDraft,
  output: z.object({
    blockers: z.array(Blocker),
    /** Observations on the drafts before it, and how many of them are wholly answered. */
    observations: z.object({ total: z.number(), answered: z.number() }),
    contributions: z.object({ total: z.number(), settled: z.number() }),
  }),
});
export const moveDraft = contract({
  method: 'POST',
  path: '/api/labs/:lab/drafts/:document/steps',
  summary: 'Freeze a draft, put it to consultation, begin the next one, publish it with its matrix',
  params: InDraft,
  body: z.object({
    commandId: Uuid,
    step: DraftStep,
    /** The `life.version` it is based on. */
    version: z.number(),
    /** Of a consultation; the usual number where it is null. */
    days: z.nullable(z.number()),
  }),
  output: z.object({ document: DraftDocument }),
});
export const prolongConsultation = contract({
  method: 'POST',
  path: '/api/labs/:lab/drafts/:document/prolongations',
  summary: 'Give an open consultation more days, with a reason; it never ends before what was promised',
  params: InDraft,
  body: z.object({
    commandId: Uuid,
    /** The `life.version` it is based on. */
    version: z.number(),
    /** Beyond its present end. */
    days: z.number(),
    reason: z.string(),
  }),
  output: z.object({ document: DraftDocument }),
});
/** The text as it was frozen. `body` is ProseMirror's JSON with block ids. */
export const readFrozen = contract({
  method: 'GET',
  path: '/api/labs/:lab/drafts/:document/frozen',
  summary: 'The frozen text of a draft: its body, its canonical form and its fingerprint',
  params: InDraft,
  output: z.object({ canonical: z.string(), fingerprint: z.string(), at: z.number() }),
});
