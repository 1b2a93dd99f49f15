// What a lab's pages say, beside the words of every page.
import { labPages as english } from '@cocrea/shared/i18n/en/lab-pages.ts';
import { toldProposals as englishProposals } from '@cocrea/shared/i18n/en/told-proposals.ts';
import { labPages as spanish } from '@cocrea/shared/i18n/es/lab-pages.ts';
import { toldProposals as spanishProposals } from '@cocrea/shared/i18n/es/told-proposals.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({
  es: { labPages: spanish, toldProposals: spanishProposals },
  en: { labPages: english, toldProposals: englishProposals },
});

export type Words = ReturnType<typeof useWords>;
