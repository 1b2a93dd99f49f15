// What the list of people says, beside the words of every page.
import { people as english } from '@cocrea/shared/i18n/en/people.ts';
import { people as spanish } from '@cocrea/shared/i18n/es/people.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { people: spanish }, en: { people: english } });

export type Words = ReturnType<typeof useWords>;
