// What the pages of whoever conducts a sub-table say, beside the words of every page; those of the codes too, which stand on walls and paper.
import { codes as codesInEnglish } from '@cocrea/shared/i18n/en/codes.ts';
import { tables as tablesInEnglish } from '@cocrea/shared/i18n/en/tables.ts';
import { codes } from '@cocrea/shared/i18n/es/codes.ts';
import { tables } from '@cocrea/shared/i18n/es/tables.ts';
import { wordsWith } from '../../ui/words.ts';

export const useWords = wordsWith({ es: { codes, tables }, en: { codes: codesInEnglish, tables: tablesInEnglish } });

export type Words = ReturnType<typeof useWords>;
