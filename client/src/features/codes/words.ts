// What the pages of join codes says, beside the words of every page.
import { codes as english } from '@cocrea/shared/i18n/en/codes.ts';
import { codes as spanish } from '@cocrea/shared/i18n/es/codes.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { codes: spanish }, en: { codes: english } });

export type Words = ReturnType<typeof useWords>;
