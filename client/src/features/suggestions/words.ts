// What suggesting says, beside the words of every page.
import { suggestions as english } from '@cocrea/shared/i18n/en/suggestions.ts';
import { suggestions as spanish } from '@cocrea/shared/i18n/es/suggestions.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { suggestions: spanish }, en: { suggestions: english } });

export type SuggestionWords = ReturnType<typeof useWords>['suggestions'];
