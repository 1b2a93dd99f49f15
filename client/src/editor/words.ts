// What the editor says, beside the words of every page. A socket closes with a number, so its failures are put into words here.
import { editor as english } from '@cocrea/shared/i18n/en/editor.ts';
import { errors as englishErrors } from '@cocrea/shared/i18n/en/errors.ts';
import { editor as spanish } from '@cocrea/shared/i18n/es/editor.ts';
import { errors as spanishErrors } from '@cocrea/shared/i18n/es/errors.ts';
import { wordsWith } from '../ui/words.ts';

export const useWords = wordsWith({
  es: { editor: spanish, errors: spanishErrors },
  en: { editor: english, errors: englishErrors },
});

export type Words = ReturnType<typeof useWords>;
