// What observing says, beside the words of every page.
import { observations as english } from '@cocrea/shared/i18n/en/observations.ts';
import { observations as spanish } from '@cocrea/shared/i18n/es/observations.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { observations: spanish }, en: { observations: english } });
