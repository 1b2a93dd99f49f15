// What the desk of consolidation says, beside the words of every page and those of observations.
import { consolidation as english } from '@cocrea/shared/i18n/en/consolidation.ts';
import { errors as englishErrors } from '@cocrea/shared/i18n/en/errors.ts';
import { observations as englishObservations } from '@cocrea/shared/i18n/en/observations.ts';
import { consolidation as spanish } from '@cocrea/shared/i18n/es/consolidation.ts';
import { errors as spanishErrors } from '@cocrea/shared/i18n/es/errors.ts';
import { observations as spanishObservations } from '@cocrea/shared/i18n/es/observations.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({
  es: { consolidation: spanish, observations: spanishObservations, errors: spanishErrors },
  en: { consolidation: english, observations: englishObservations, errors: englishErrors },
});
