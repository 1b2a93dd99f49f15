// The words of the page of style, in both languages at once: they come with that page and weigh on no other.
import { style as english } from '@cocrea/shared/i18n/en/style.ts';
import { style as spanish } from '@cocrea/shared/i18n/es/style.ts';
import type { Language, Translation } from '@cocrea/shared/i18n/messages.ts';
import { useLanguage } from '../../ui/words.ts';

export type StyleWords = Translation<typeof spanish>;

const words: Record<Language, StyleWords> = { es: spanish, en: english };

export function useStyleWords(): StyleWords {
  return words[useLanguage()];
}
