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

/** What takes room and shows nothing, besides what Unicode itself says may be ignored. */
const blank = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;
/** Nobody would see anything of it, however many characters it has. */
export function isBlank(text: string): boolean {
  return text.replace(blank, '').trim() === '';
}

/** The apostrophes and glottal stops that Mayan languages are typed with. */
const apostrophes = /[ʼʻʹʽˈ’‘′´`ꞌ']/g;
/** Lower-case letters of other alphabets that are taken for one of ours, in either case, at first sight. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аαɑ',
    b: 'вβ',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еε',
    g: 'ɡ',
    h: 'нһη',
    i: 'іιı',
    j: 'ј',
    k: 'кκ',
    m: 'мμ',
    n: 'ν',
    o: 'оο',
    p: 'рρ',
    q: 'ԛ',
    s: 'ѕ',
    t: 'тτ',
    w: 'ԝ',
    x: 'хχ',
    y: 'уυү',
    z: 'ζ',
  }).flatMap(([ours, others]) => Array.from(others, (other): [string, string] => [other, ours])),
);

/**
 * One form for comparing names, in which two names that look the same are the same: trimmed, single spaces, case and accents folded, the
 * apostrophes of Mayan languages as one, without characters nobody sees, letters of other alphabets as those of ours they look like.
 */
export function foldName(name: string): string {
  return Array.from(
    name
      .replace(apostrophes, "'")
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(blank, '')
      .trim()
      .replace(/\s+/g, ' ')
      .toLocaleLowerCase('es'),
    (letter) => lookalikes.get(letter) ?? letter,
  ).join('');
}

/**
 * What is stored and shown: trimmed, single spaces, NFC, at most four marks on a letter; no control or direction-changing characters, none
 * that leave a gap in place of a letter, no halves of a character.
 */
export function cleanName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u115F\u1160\u3164\uFFA0\u2800]/gu, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim()
    .replace(/\s+/g, ' ');
}
