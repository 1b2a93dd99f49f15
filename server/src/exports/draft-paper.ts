// A Borrador as any paper shows it: its text, and what is known of it. Of a frozen one its version, date and fingerprint stand on every file.
import { fingerprintOf, type CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { papers } from '@cocrea/shared/i18n/es/papers.ts';
import { sheetOf, type Suggested } from './sheet-of-body.ts';
import type { SheetBlock } from './sheet.ts';

/** A remark somebody made beside the text, with what was answered to it. */
export interface Comment {
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
  readonly isResolved: boolean;
  /** What of the words of a block it is about, in UTF-16 units, what is no text counting as one. */
  readonly anchor: { readonly blockId: string; readonly from: number; readonly to: number };
  readonly replies: readonly { readonly author: string; readonly at: number; readonly text: string }[];
}

export interface DraftPaper {
  readonly labName: string;
  readonly title: string;
  readonly draftNo: number;
  readonly version:
    | { readonly isFrozen: true; readonly at: number; readonly fingerprint: string; readonly canonical: string }
    /** `at` is when it was read. */
    | { readonly isFrozen: false; readonly at: number; readonly body: DocumentJson };
  /** Of a live text; drawn where the kind of file has a way to. */
  readonly suggested: readonly Suggested[];
  readonly comments: readonly Comment[];
}

/** What stands on the file about itself. */
export interface Imprint {
  readonly title: string;
  readonly labName: string;
  /** `Borrador 1, congelado` */
  readonly version: string;
  readonly at: number;
  /** `Congelado jue 9 may 2019, 14:00` */
  readonly when: string;
  readonly fingerprint: string | null;
}

export function imprintOf({ labName, title, version }: DraftPaper): Imprint {
  const say = papers.draft;
  const moment = momentInWords(version.at, 'es');
  return version.isFrozen
    ? { title, labName, version: say.frozen(title), at: version.at, when: say.frozenAt(moment), fingerprint: version.fingerprint }
    : { title, labName, version: say.live(title), at: version.at, when: say.liveAt(moment), fingerprint: null };
}

/** Throws where a frozen text is not the one of its fingerprint: no paper says so of another. */
export function sheetOfDraft({ version, suggested }: DraftPaper): SheetBlock[] {
  if (!version.isFrozen) return sheetOf(version.body, suggested);
  if (fingerprintOf(version.canonical) !== version.fingerprint) throw new Error('a frozen text does not have its fingerprint');
  return sheetOf((JSON.parse(version.canonical) as CanonicalDraft).body);
}
