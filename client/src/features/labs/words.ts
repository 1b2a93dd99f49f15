// What a lab's pages say, beside the words of every page.
import { labPages as english } from '@cocrea/shared/i18n/en/lab-pages.ts';
import { labPages as spanish } from '@cocrea/shared/i18n/es/lab-pages.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { labPages: spanish }, en: { labPages: english } });

export type Words = ReturnType<typeof useWords>;
