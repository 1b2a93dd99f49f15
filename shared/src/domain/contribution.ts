// What one person or group answers to a guiding question, and the cluster of like ones it stands in.
import * as z from 'zod/mini';
import { Uuid } from './ids.ts';

/** Characters as people count them. */
export const contributionLimit = 1000;
export const onBehalfLimit = 120;
export const minorityViewLimit = 500;

/** Languages a contribution may be written in: the original prevails. Tags of ISO 639. */
export const contributionLanguages = ['es', 'quc', 'kek', 'mam', 'cak', 'en'] as const;
export const ContributionLanguage = z.enum(contributionLanguages);
export type ContributionLanguage = z.infer<typeof ContributionLanguage>;

/** How it came: from one's own phone, from a phone that a group shares, typed in from paper, or typed for somebody who said it. */
export const contributionWays = ['phone', 'shared_phone', 'paper', 'spoken'] as const;
export const ContributionWay = z.enum(contributionWays);
export type ContributionWay = z.infer<typeof ContributionWay>;

/** `withdrawn` by its author before it was validated; `incorporated` and `not_incorporated` are what INAP answers later. */
export const contributionStates = ['captured', 'validated', 'withdrawn', 'incorporated', 'not_incorporated'] as const;
export const ContributionState = z.enum(contributionStates);
export type ContributionState = z.infer<typeof ContributionState>;

export const contributionMarks = ['agreement', 'actor', 'norm', 'proposal'] as const;
export const ContributionMark = z.enum(contributionMarks);
export type ContributionMark = z.infer<typeof ContributionMark>;

export const Contribution = z.object({
  id: Uuid,
  /** `M5-A-0031` */
  folio: z.string(),
  subTableId: z.string(),
  /** 1–4 */
  question: z.number(),
  text: z.string(),
  language: ContributionLanguage,
  authorId: z.string(),
  /** As the author is called now; null for somebody who was taken out of the lab. */
  authorName: z.nullable(z.string()),
  authorKind: z.nullable(z.string()),
  /** The group of the table it speaks for, 1–3. */
  circle: z.nullable(z.number()),
  onBehalfOf: z.nullable(z.string()),
  way: ContributionWay,
  clusterId: Uuid,
  marks: z.array(ContributionMark),
  state: ContributionState,
  /** Arrived after the table had closed: kept apart, never merged into its result by itself. */
  late: z.boolean(),
  /** When the author says it was written, and when it arrived; milliseconds since 1970. */
  writtenAt: z.number(),
  receivedAt: z.number(),
  version: z.number(),
});
export type Contribution = z.infer<typeof Contribution>;

export const agreements = ['agree', 'partial', 'disagree'] as const;
export const AgreementLevel = z.enum(agreements);
export type AgreementLevel = z.infer<typeof AgreementLevel>;

/** Contributions the table takes as one; every contribution stands in one, at first alone in that of its own id. */
export const Cluster = z.object({
  id: Uuid,
  subTableId: z.string(),
  question: z.number(),
  agreement: z.nullable(AgreementLevel),
  minorityView: z.nullable(z.string()),
  /** One of those the table takes to the plenary. */
  plenary: z.boolean(),
  /** Where it stands in its column, from the top. */
  position: z.number(),
  validatedAt: z.nullable(z.number()),
  version: z.number(),
});
export type Cluster = z.infer<typeof Cluster>;

/** `M5-A-0031`: table 5, contribution 31. */
export function contributionFolio(tableNo: number, no: number): string {
  return `M${tableNo}-A-${String(no).padStart(4, '0')}`;
}

/** Its author may still change or take it back. */
export function isOpenToAuthor({ state }: Pick<Contribution, 'state'>): boolean {
  return state === 'captured';
}
