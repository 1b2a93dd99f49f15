// What a lab's pages say, beside the words of every page.
import { labPages as english } from '@cocrea/shared/i18n/en/lab-pages.ts';
import { toldDrafts as englishDrafts } from '@cocrea/shared/i18n/en/told-drafts.ts';
import { toldProposals as englishProposals } from '@cocrea/shared/i18n/en/told-proposals.ts';
import { labPages as spanish } from '@cocrea/shared/i18n/es/lab-pages.ts';
import { toldDrafts as spanishDrafts } from '@cocrea/shared/i18n/es/told-drafts.ts';
import { toldProposals as spanishProposals } from '@cocrea/shared/i18n/es/told-proposals.ts';
import { toldSuggestions as englishSuggestions } from '@cocrea/shared/i18n/en/told-suggestions.ts';
import { toldSuggestions as spanishSuggestions } from '@cocrea/shared/i18n/es/told-suggestions.ts';
import { toldComments as englishComments } from '@cocrea/shared/i18n/en/told-comments.ts';
import { toldComments as spanishComments } from '@cocrea/shared/i18n/es/told-comments.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({
  es: {
    labPages: spanish,
    toldDrafts: spanishDrafts,
    toldProposals: spanishProposals,
    toldSuggestions: spanishSuggestions,
    toldComments: spanishComments,
  },
  en: {
    labPages: english,
    toldDrafts: englishDrafts,
    toldProposals: englishProposals,
    toldSuggestions: englishSuggestions,
    toldComments: englishComments,
  },
});

export type Words = ReturnType<typeof useWords>;
