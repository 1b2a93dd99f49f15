// Reads a date as people write it in plans and minutes. What was typed stays as it is, also when it makes no sense beside other dates:
// a contradiction is for a person to resolve.
import type { FlexDate } from './flex-date.ts';

const months = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];
const monthWord = '(ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic)[a-z]*\\.?';

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Day first, as Guatemala writes: `9/05/2019`, `13.06.2018`, `7-11-2018`. */
const numericDay = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
/** `30 de agosto de 2020`, `30 de agosto 2020`, `30 ago 2020`. */
const wordDay = new RegExp(`^(\\d{1,2}) (?:de )?${monthWord} (?:del? )?(\\d{4})$`);
/** `abr-19`, `Abril 2019`, `noviembre de 2018`. */
const month = new RegExp(`^${monthWord}[ -](?:del? )?(\\d{4}|\\d{2})$`);
const relative = /^(a la brevedad|de inmediato|lo antes posible|pronto|por definir|por confirmar)$/;

interface Span {
  readonly start: string;
  readonly end: string;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Undefined for days no calendar has: 31 June, 29 February 2019. */
function day(year: number, monthNo: number, dayNo: number): string | undefined {
  const iso = `${pad(year, 4)}-${pad(monthNo, 2)}-${pad(dayNo, 2)}`;
  const at = new Date(Date.UTC(year, monthNo - 1, dayNo));
  return at.getUTCMonth() === monthNo - 1 && at.getUTCDate() === dayNo ? iso : undefined;
}

function monthNoOf(word: string): number {
  return months.indexOf(word === 'set' ? 'sep' : word) + 1;
}

function readDay(text: string): Span | undefined {
  const iso = isoDay.exec(text);
  const numeric = numericDay.exec(text);
  const word = wordDay.exec(text);
  let start: string | undefined;
  if (iso) start = day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  else if (numeric) start = day(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  else if (word) start = day(Number(word[3]), monthNoOf(word[2] ?? ''), Number(word[1]));
  return start === undefined ? undefined : { start, end: start };
}

function readMonth(text: string): Span | undefined {
  const found = month.exec(text);
  if (!found) return undefined;
  const monthNo = monthNoOf(found[1] ?? '');
  const year = Number(found[2]) + (found[2]?.length === 2 ? 2000 : 0);
  const lastDay = new Date(Date.UTC(year, monthNo, 0)).getUTCDate();
  return { start: `${pad(year, 4)}-${pad(monthNo, 2)}-01`, end: `${pad(year, 4)}-${pad(monthNo, 2)}-${pad(lastDay, 2)}` };
}

/** Two dates with a dash between them; every dash is tried, because a date may hold some of its own. */
function readRange(text: string): Span | undefined {
  for (const dash of text.matchAll(/ ?[-–—] ?| al? /g)) {
    const from = text.slice(0, dash.index);
    const to = text.slice(dash.index + dash[0].length);
    const first = readDay(from) ?? readMonth(from);
    const last = readDay(to) ?? readMonth(to);
    if (first && last && first.start <= last.end) return { start: first.start, end: last.end };
  }
  return undefined;
}

/** `text` is kept as typed. What cannot be read is `none`, without start and end. */
export function readFlexDate(text: string): FlexDate {
  const plain = text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
  const oneDay = readDay(plain);
  if (oneDay) return { text, kind: 'day', ...oneDay };
  const oneMonth = readMonth(plain);
  if (oneMonth) return { text, kind: 'month', ...oneMonth };
  const range = readRange(plain);
  if (range) return { text, kind: 'range', ...range };
  return { text, kind: relative.test(plain) ? 'relative' : 'none' };
}
