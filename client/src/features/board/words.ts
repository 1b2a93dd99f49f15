// What the board says, beside the words of every page.
import { board as english } from '@cocrea/shared/i18n/en/board.ts';
import { board } from '@cocrea/shared/i18n/es/board.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { board }, en: { board: english } });

export type Words = ReturnType<typeof useWords>;
