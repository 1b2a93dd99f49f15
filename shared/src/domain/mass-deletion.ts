// Most of a text deleted by one person in a short time: what is kept of it until somebody who may says what becomes of it.
import * as z from 'zod/mini';
import { DocumentId, Uuid } from './ids.ts';

export const massDeletionEnds = ['restored', 'dismissed'] as const;
export const MassDeletionEnd = z.enum(massDeletionEnds);
export type MassDeletionEnd = z.infer<typeof MassDeletionEnd>;

export const MassDeletion = z.object({
  /** Also of the version of the moment before. */
  id: Uuid,
  documentId: DocumentId,
  /** Who deleted. */
  personId: z.string(),
  /** The moment before, and that of the last deletion. */
  seq: z.number(),
  lastSeq: z.number(),
  at: z.number(),
  /** Characters there were, and how many are gone. */
  characters: z.number(),
  gone: z.number(),
});
export type MassDeletion = z.infer<typeof MassDeletion>;

export interface MassDeletionRule {
  /** Of the characters of the text, in percent. */
  readonly percent: number;
  /** Characters below which nothing is told: a short text is soon written again. */
  readonly least: number;
}

/** Whether so much went that somebody should be told. */
export function isMassDeletion({ characters, gone }: Pick<MassDeletion, 'characters' | 'gone'>, rule: MassDeletionRule): boolean {
  return gone >= rule.least && gone * 100 > characters * rule.percent;
}

/** Of a hundred, for a sentence. */
export function goneInPercent({ characters, gone }: Pick<MassDeletion, 'characters' | 'gone'>): number {
  return characters === 0 ? 0 : Math.min(100, Math.round((100 * gone) / characters));
}
