// What comments say, beside the words of every page.
import { comments as english } from '@cocrea/shared/i18n/en/comments.ts';
import { comments as spanish } from '@cocrea/shared/i18n/es/comments.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { comments: spanish }, en: { comments: english } });
