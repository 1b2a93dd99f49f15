// What somebody observes on a frozen Borrador, and what INAP answers: folio, disposition, reasoned response, and whether its author is
// satisfied. Its words are its author's for ever; answering never touches them.
import * as z from 'zod/mini';
import { ActorKind } from './actor-kind.ts';
import { DocumentId, PersonId, Uuid } from './ids.ts';

/** Characters as people count them; `quote` is cut to its limit, the rest is refused beyond. */
export const observationLimits = {
  quote: 600,
  proposedText: 2000,
  justification: 2000,
  response: 4000,
  satisfactionReason: 1000,
  onBehalfOf: 120,
} as const;
export const templateTitleLimit = 80;
/** Rows of one import, and blocks one answer may name. */
export const observationCounts = { imported: 10_000, destinations: 50, grouped: 500 } as const;

export const observationKinds = ['substance', 'form', 'question'] as const;
export const ObservationKind = z.enum(observationKinds);
export type ObservationKind = z.infer<typeof ObservationKind>;

/** `screen` is whoever sent it from their own device; `letter` what came on paper or by mail and was brought in by somebody else. */
export const observationWays = ['screen', 'letter'] as const;
export const ObservationWay = z.enum(observationWays);
export type ObservationWay = z.infer<typeof ObservationWay>;

export const observationStates = ['received', 'analysing', 'resolved', 'answered'] as const;
export const ObservationState = z.enum(observationStates);
export type ObservationState = z.infer<typeof ObservationState>;

export const dispositions = ['accepted', 'partly', 'not_accepted', 'already_covered', 'out_of_scope', 'duplicate'] as const;
export const Disposition = z.enum(dispositions);
export type Disposition = z.infer<typeof Disposition>;

export const satisfactions = ['none', 'satisfied', 'unsatisfied'] as const;
export const Satisfaction = z.enum(satisfactions);
export type Satisfaction = z.infer<typeof Satisfaction>;

/** A block of a draft an answer leads to. */
export const Destination = z.object({ documentId: DocumentId, blockId: z.string() });
export type Destination = z.infer<typeof Destination>;

export const Observation = z.object({
  id: Uuid,
  /** `B1-OBS-0042` */
  folio: z.string(),
  documentId: DocumentId,
  draftNo: z.number(),
  blockId: z.string(),
  /** The words it is about, and where they stand in the words of the block (UTF-16 units). */
  quote: z.string(),
  quoteFrom: z.number(),
  quoteTo: z.number(),
  kind: ObservationKind,
  proposedText: z.nullable(z.string()),
  justification: z.string(),
  authorId: PersonId,
  /** As the author is called now; null for somebody taken out of the lab, and for readers to whom names are not shown. */
  authorName: z.nullable(z.string()),
  /** As what and for whom the author spoke when it was sent. */
  actorKind: ActorKind,
  institution: z.nullable(z.string()),
  onBehalfOf: z.nullable(z.string()),
  /** The author lets their name stand beside it in public. */
  showName: z.boolean(),
  way: ObservationWay,
  /** Arrived after the consultation had closed. */
  late: z.boolean(),
  writtenAt: z.number(),
  receivedAt: z.number(),
  state: ObservationState,
  /** Those answered once together have one. */
  groupId: z.nullable(Uuid),
  disposition: z.nullable(Disposition),
  /** Of which it is a duplicate: it carries that one's outcome. */
  duplicateOf: z.nullable(Uuid),
  response: z.nullable(z.string()),
  destinations: z.array(Destination),
  decidedBy: z.nullable(z.string()),
  decidedByName: z.nullable(z.string()),
  decidedAt: z.nullable(z.number()),
  /** When its author was told: with the publication of the draft that answers it. */
  answeredAt: z.nullable(z.number()),
  satisfaction: Satisfaction,
  satisfactionReason: z.nullable(z.string()),
  version: z.number(),
});
export type Observation = z.infer<typeof Observation>;

/** `B1-OBS-0042`: Borrador 1, observation 42. */
export function observationFolio(draftNo: number, no: number): string {
  return `B${draftNo}-OBS-${String(no).padStart(4, '0')}`;
}

/** Needs at least one block of the next draft to point to. */
export function needsDestination(disposition: Disposition): boolean {
  return disposition === 'accepted' || disposition === 'partly' || disposition === 'already_covered';
}

type Answered = Pick<Observation, 'disposition' | 'response' | 'duplicateOf' | 'destinations'>;
type Told = Pick<Observation, 'disposition' | 'response'>;

/** Has it an answer? A disposition without its reasons is none; the one rule for whoever counts. Of a duplicate, `response` is its original's. */
export function isAnswered({ disposition, response }: Told): boolean {
  return disposition !== null && response !== null && response.trim() !== '';
}

/** The answer as it is told: a duplicate tells what its original was answered, and nothing where that one has no answer of its own. */
export function toldAnswer(
  { disposition, response, duplicateOf }: Omit<Answered, 'destinations'>,
  { parentOf }: { parentOf: (id: string) => Told | undefined },
): Told {
  if (disposition !== 'duplicate') return { disposition, response };
  const parent = duplicateOf === null ? undefined : parentOf(duplicateOf);
  const isWhole = parent !== undefined && parent.disposition !== 'duplicate' && isAnswered(parent);
  return { disposition, response: isWhole ? parent.response : null };
}

/**
 * What an answer still lacks; null for one that is whole. A duplicate has the outcome of its parent, and lacks what that one lacks. Paragraphs
 * are written on after an answer has named them: `stands` says which of its places are still there.
 */
export function lacksOf(
  { disposition, response, duplicateOf, destinations }: Answered,
  { parentOf, stands }: { parentOf: (id: string) => Answered | undefined; stands: (place: Destination) => boolean },
): 'disposition' | 'response' | 'destination' | null {
  if (disposition === null) return 'disposition';
  if (disposition === 'duplicate') {
    const parent = duplicateOf === null ? undefined : parentOf(duplicateOf);
    return parent === undefined || parent.disposition === 'duplicate' ? 'disposition' : lacksOf(parent, { parentOf, stands });
  }
  if (!isAnswered({ disposition, response })) return 'response';
  return needsDestination(disposition) && !destinations.some(stands) ? 'destination' : null;
}
