// What the editor says, beside the words of every page.
import { editor as english } from '@cocrea/shared/i18n/en/editor.ts';
import { editor as spanish } from '@cocrea/shared/i18n/es/editor.ts';
import { wordsWith } from '../ui/words.ts';

export const useWords = wordsWith({ es: { editor: spanish }, en: { editor: english } });

export type Words = ReturnType<typeof useWords>;
