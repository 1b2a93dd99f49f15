// Several things in a row, as a sentence names them: `uno, dos y tres`.
import type { Language } from './messages.ts';

const before: Record<Language, string> = { es: ' y ', en: ' and ' };

export function listInWords(items: readonly string[], language: Language): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${before[language]}${items.at(-1)}`;
}
