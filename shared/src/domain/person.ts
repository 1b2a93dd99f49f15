// A person as the others of the lab may see them, and the consents they gave. Never enters a Yjs document.
import * as z from 'zod/mini';
import { ActorKind } from './actor-kind.ts';
import { PersonId } from './ids.ts';
import { Role } from './role.ts';

/** Characters as people count them (grapheme clusters), so that an emoji is one. */
export const aliasLimit = 60;
export const institutionLimit = 120;
export const passwordMinimum = 10;
export const passwordLimit = 200;

/** The notice people consent under; a new wording gets a new version. */
export const privacyNoticeVersion = '2026-11';

export const Consents = z.object({
  /** To be counted and listed by name among those who took part. */
  attendance: z.boolean(),
  /** To appear in photographs of the session. */
  image: z.boolean(),
  /** To be written to about what became of the contributions. */
  contact: z.boolean(),
});
export type Consents = z.infer<typeof Consents>;

export const Member = z.object({
  personId: PersonId,
  name: z.string(),
  institution: z.nullable(z.string()),
  actorKind: ActorKind,
  role: Role,
  subTableId: z.nullable(z.string()),
  /** Has an account with a password; otherwise known only by the device they joined with. */
  account: z.boolean(),
  /** Colour index (0–11) the person writes with; both sides map it to the same pair of colour and pattern. */
  color: z.number(),
  joinedAt: z.number(),
  version: z.number(),
});
export type Member = z.infer<typeof Member>;

const segmenter = new Intl.Segmenter('es', { granularity: 'grapheme' });

/** Length as a person counts it: grapheme clusters. */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/**
 * One form for comparing names: trimmed, single spaces, case and accents folded, the apostrophes of Mayan languages as one, without
 * characters nobody sees (two names that look the same are the same).
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[ʼ’‘'`]/g, "'")
    .trim()
    .replace(/\s+/g, ' ')
    .toLocaleLowerCase('es');
}

/** What is stored and shown: trimmed, single spaces, NFC, no control or direction-changing characters. */
export function cleanName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ');
}
