// What the pages of folios say, beside the words of every page and those of observations.
import { folios as english } from '@cocrea/shared/i18n/en/folios.ts';
import { observations as englishObservations } from '@cocrea/shared/i18n/en/observations.ts';
import { folios as spanish } from '@cocrea/shared/i18n/es/folios.ts';
import { observations as spanishObservations } from '@cocrea/shared/i18n/es/observations.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({
  es: { folios: spanish, observations: spanishObservations },
  en: { folios: english, observations: englishObservations },
});

export type Words = ReturnType<typeof useWords>;
