// The life of a Borrador after it was written: frozen, put to consultation, consolidated into the next one, answered; and its versions.
import * as z from 'zod/mini';
import type { DraftState } from './draft-state.ts';
import type { EventType } from './event.ts';
import { DocumentId, Uuid } from './ids.ts';

export const draftSteps = ['freeze', 'open_consultation', 'begin_next', 'publish'] as const;
export const DraftStep = z.enum(draftSteps);
export type DraftStep = z.infer<typeof DraftStep>;

interface Step {
  readonly from: readonly DraftState[];
  /** Null where the state stays. */
  readonly to: DraftState | null;
  readonly event: EventType;
}

// `begin_next` is a step of the draft that was consulted: it closes its consultation, and the next one begins as a copy of it.
// A draft becomes `answered` when the next one is frozen.
const steps: Readonly<Record<DraftStep, Step>> = {
  freeze: { from: ['writing'], to: 'frozen', event: 'document.frozen' },
  open_consultation: { from: ['frozen'], to: 'in_consultation', event: 'document.consultation_opened' },
  begin_next: { from: ['frozen', 'in_consultation'], to: 'consolidating', event: 'document.next_begun' },
  publish: { from: ['frozen', 'in_consultation', 'consolidating', 'answered'], to: null, event: 'document.published' },
};

/** What this step leads to. Who may take it is `can`'s question. */
export function stepOfDraft(step: DraftStep): Step {
  return steps[step];
}

/** The text stands as it is for ever: in every state from frozen on. */
export function isFrozen(state: DraftState): boolean {
  return state !== 'planned' && state !== 'writing';
}

/** From when to when observations are in time; and, where it was given more days, when it was to end before and why. */
export const Consultation = z.object({
  from: z.number(),
  to: z.number(),
  prolonged: z.optional(z.object({ before: z.number(), reason: z.string() })),
});
export const prolongReasonLimit = 500;

/** What is kept of a draft beside its text and its state. Times are milliseconds since 1970. */
export const DraftLife = z.object({
  frozen: z.nullable(
    z.object({
      versionId: Uuid,
      at: z.number(),
      by: z.nullable(z.string()),
      /** As they are called now; null for somebody taken out of the lab, and for the house. */
      byName: z.nullable(z.string()),
      fingerprint: z.string(),
    }),
  ),
  consultation: z.nullable(Consultation),
  publishedAt: z.nullable(z.number()),
  version: z.number(),
});
export type DraftLife = z.infer<typeof DraftLife>;

/** `automatic` of a quiet moment, `insurance` of the moment before somebody deleted most of the text. */
export const versionKinds = ['automatic', 'insurance', 'named', 'frozen'] as const;
export const VersionKind = z.enum(versionKinds);
export type VersionKind = z.infer<typeof VersionKind>;
export const versionNameLimit = 80;

/** A moment of a text to come back to. */
export const DraftVersion = z.object({
  id: Uuid,
  documentId: DocumentId,
  /** Of the last row of the log that is in it. */
  seq: z.number(),
  kind: VersionKind,
  name: z.nullable(z.string()),
  /** Who named or froze it; null for the house. */
  actorId: z.nullable(z.string()),
  at: z.number(),
  /** SHA-256 in hex of its canonical form; frozen ones have one. */
  fingerprint: z.nullable(z.string()),
});
export type DraftVersion = z.infer<typeof DraftVersion>;

/** What keeps a Borrador from being frozen, one by one, so that the refusal can list it. */
export const Blocker = z.object({
  what: z.enum(['observation', 'contribution', 'late_writing']),
  id: z.string(),
  folio: z.string(),
  /** How its words begin. */
  text: z.string(),
  lacks: z.enum(['disposition', 'response', 'destination', 'outcome']),
});
export type Blocker = z.infer<typeof Blocker>;

/** What may bring a blocker about, or back: a freeze is written down only where none of these happened since it was decided. */
export const freezesRestOn: readonly EventType[] = [
  'observation.sent',
  'observation.answered',
  'observation.grouped',
  'observation.ungrouped',
  'cluster.validated',
  'contribution.sent',
  'contribution.restored',
  'contribution.admitted',
  'contribution.outcome_withdrawn',
  'origin.removed',
  'late_writing.sent',
];

export function isInConsultation(
  life: Pick<DraftLife, 'consultation'>,
  { state, now }: { state: DraftState; now: number },
): boolean {
  return state === 'in_consultation' && life.consultation !== null && now < life.consultation.to;
}
