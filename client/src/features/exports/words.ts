// What downloading says, beside the words of every page.
import { exports as english } from '@cocrea/shared/i18n/en/exports.ts';
import { exports as spanish } from '@cocrea/shared/i18n/es/exports.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { exports: spanish }, en: { exports: english } });
