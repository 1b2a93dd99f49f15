// What the pages everybody may read say, beside the words of every page, of observations and of a text's history.
import { history as englishHistory } from '@cocrea/shared/i18n/en/history.ts';
import { observations as englishObservations } from '@cocrea/shared/i18n/en/observations.ts';
import { publication as english } from '@cocrea/shared/i18n/en/publication.ts';
import { history as spanishHistory } from '@cocrea/shared/i18n/es/history.ts';
import { observations as spanishObservations } from '@cocrea/shared/i18n/es/observations.ts';
import { publication as spanish } from '@cocrea/shared/i18n/es/publication.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({
  es: { publication: spanish, observations: spanishObservations, history: spanishHistory },
  en: { publication: english, observations: englishObservations, history: englishHistory },
});
