// The language of the screen: Spanish at once, English when asked for. Remembered on the device and told to the page (`lang`).
import { es } from '@cocrea/shared/i18n/es.ts';
import { languages, type Language, type Translation } from '@cocrea/shared/i18n/messages.ts';
import { create } from 'zustand';
import { recall, remember } from './memory.ts';

export type Words = Translation<typeof es>;

interface Tongue {
  readonly language: Language;
  readonly words: Words;
}

const useTongue = create<Tongue>(() => ({ language: 'es', words: es }));

async function load(language: Language): Promise<Words> {
  return language === 'es' ? es : (await import('@cocrea/shared/i18n/en.ts')).en;
}

/** Changes the language once its words are here; rejects where they cannot be fetched, and then nothing changes. */
export async function speak(language: Language): Promise<void> {
  const words = await load(language);
  useTongue.setState({ language, words });
  document.documentElement.lang = language;
  remember('language', language);
}

/** Takes up the language this device spoke last. Spanish where it never chose, or where the words cannot be fetched. */
export async function speakAsBefore(): Promise<void> {
  const before = languages.find((language) => language === recall('language'));
  document.documentElement.lang = 'es';
  if (before === 'en') await speak('en').catch(() => undefined);
}

/** What every page says, in the language of the reader. Rooms with more to say have a words.ts of their own. */
export function useWords(): Words {
  return useTongue(({ words }) => words);
}

export function useLanguage(): Language {
  return useTongue(({ language }) => language);
}

/**
 * The words of one room beside those of every page. They come with the room's pages, in both languages, so that no page waits for its
 * words and none carries another's; a sentence that English lacks does not compile.
 */
export function wordsWith<Room extends object>(room: {
  readonly es: Room;
  readonly en: Translation<Room>;
}): () => Words & Translation<Room> {
  const beside = new WeakMap<Words, Words & Translation<Room>>();
  const all = ({ language, words }: Tongue): Words & Translation<Room> => {
    const known = beside.get(words) ?? { ...words, ...(room[language] as Translation<Room>) };
    beside.set(words, known);
    return known;
  };
  return () => useTongue(all);
}

/** The language now, for what is not a component (a request's header). */
export function languageNow(): Language {
  return useTongue.getState().language;
}
