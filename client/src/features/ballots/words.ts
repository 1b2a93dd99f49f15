// What giving dots says, beside the words of every page: light, for it stands on the page of phones too.
import { ballots as english } from '@cocrea/shared/i18n/en/ballots.ts';
import { ballots } from '@cocrea/shared/i18n/es/ballots.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { ballots }, en: { ballots: english } });
