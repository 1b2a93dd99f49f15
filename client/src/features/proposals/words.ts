// What the pages of proposals say, beside the words of every page.
import { proposals as english } from '@cocrea/shared/i18n/en/proposals.ts';
import { toldProposals as englishTold } from '@cocrea/shared/i18n/en/told-proposals.ts';
import { proposals as spanish } from '@cocrea/shared/i18n/es/proposals.ts';
import { toldProposals as spanishTold } from '@cocrea/shared/i18n/es/told-proposals.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({
  es: { proposals: spanish, proposalStates: spanishTold.states },
  en: { proposals: english, proposalStates: englishTold.states },
});

export type Words = ReturnType<typeof useWords>;
