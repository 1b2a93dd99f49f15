// What a phone at a table says, beside the words of every page.
import { atTable as english } from '@cocrea/shared/i18n/en/at-table.ts';
import { atTable as spanish } from '@cocrea/shared/i18n/es/at-table.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { atTable: spanish }, en: { atTable: english } });
