// What coming in with an account and one's own page say, beside the words of every page.
import { account as english } from '@cocrea/shared/i18n/en/account.ts';
import { account as spanish } from '@cocrea/shared/i18n/es/account.ts';
import { wordsWith } from '../../ui/words.ts';

export const useAccountWords = wordsWith({ es: { account: spanish }, en: { account: english } });
