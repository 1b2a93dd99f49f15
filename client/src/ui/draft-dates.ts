// What every place says of the dates of a draft, in the same words. Not among the words of every page: the door does not carry them.
import { draftDates as english } from '@cocrea/shared/i18n/en/draft-dates.ts';
import { draftDates as spanish } from '@cocrea/shared/i18n/es/draft-dates.ts';
import { wordsWith } from './words.ts';

export const useDraftDates = wordsWith({ es: { draftDates: spanish }, en: { draftDates: english } });

export type DraftDates = ReturnType<typeof useDraftDates>;
