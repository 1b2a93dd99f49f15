// How far a table is, in words, for every screen that says it.
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { Language } from '@cocrea/shared/i18n/messages.ts';
import type { Words } from './words.ts';

export function phaseWords({ session }: Pick<TableNow, 'session'>, { tables }: Words): string {
  return tables.phases[session?.phase ?? 'none'];
}

/** For a table that is open until a date: until when, or that the deadline has passed (`over`). Null for others. */
export function deadlineWords(
  { session }: Pick<TableNow, 'session'>,
  { words: { tables }, language, over }: { words: Words; language: Language; over: boolean },
): string | null {
  if (session === null || session.openUntil === null || session.phase === 'closed') return null;
  return over ? tables.deadlineOverShort : tables.openUntil(momentInWords(session.openUntil, language));
}
