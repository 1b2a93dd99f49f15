// What the history of a text says, beside the words of every page.
import { history as english } from '@cocrea/shared/i18n/en/history.ts';
import { history as spanish } from '@cocrea/shared/i18n/es/history.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { history: spanish }, en: { history: english } });
