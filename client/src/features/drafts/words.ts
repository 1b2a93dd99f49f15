// What the page of a Borrador says around its text, beside the words of every page.
import { drafts as english } from '@cocrea/shared/i18n/en/drafts.ts';
import { drafts as spanish } from '@cocrea/shared/i18n/es/drafts.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { drafts: spanish }, en: { drafts: english } });

export type Words = ReturnType<typeof useWords>;
