// Which language a reader is told things in: what they chose, else what their browser prefers, else Spanish.
import type { IncomingHttpHeaders } from 'node:http';
import { languageOf, languages, type Language } from '@cocrea/shared/i18n/messages.ts';
import { cookieOf } from './cookies.ts';

/** Set by the pages when somebody chooses a language. */
const languageCookie = 'cocrea_language';

export function readerLanguage({ url = '', headers }: { url?: string | undefined; headers: IncomingHttpHeaders }): Language {
  const query = url.includes('?') ? new URLSearchParams(url.slice(url.indexOf('?'))).get('lang') : null;
  const chosen = [query, cookieOf(headers, languageCookie)].find((one) => languages.some((language) => language === one));
  return languageOf(chosen ?? headers['accept-language']);
}
