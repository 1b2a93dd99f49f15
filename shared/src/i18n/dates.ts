// How moments and dates are said: `mar 9 may 2019, 14:00`, `hace 5 minutos`, `marzo de 2019 a julio de 2020`. Always the clock of
// Guatemala, wherever the reader or the server is. Names come from here, not from Intl, whose abbreviations differ between browsers.
import type { FlexDate } from '../domain/flex-date.ts';
import type { Language } from './messages.ts';

const timeZone = 'America/Guatemala';

interface Words {
  /** Sunday first. */
  readonly weekdays: readonly string[];
  readonly shortMonths: readonly string[];
  readonly months: readonly string[];
  readonly monthOfYear: (month: string, year: number) => string;
  readonly range: (from: string, to: string) => string;
  readonly now: string;
  readonly minutesAgo: (minutes: number) => string;
  readonly hoursAgo: (hours: number) => string;
  readonly yesterday: (time: string) => string;
  readonly daysAgo: (days: number) => string;
  readonly noDate: string;
}

const words: Record<Language, Words> = {
  es: {
    weekdays: ['dom', 'lun', 'mar', 'mié', 'jue', 'vie', 'sáb'],
    shortMonths: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
    months: [
      'enero',
      'febrero',
      'marzo',
      'abril',
      'mayo',
      'junio',
      'julio',
      'agosto',
      'septiembre',
      'octubre',
      'noviembre',
      'diciembre',
    ],
    monthOfYear: (month, year) => `${month} de ${year}`,
    range: (from, to) => `${from} a ${to}`,
    now: 'hace un momento',
    minutesAgo: (minutes) => (minutes === 1 ? 'hace 1 minuto' : `hace ${minutes} minutos`),
    hoursAgo: (hours) => (hours === 1 ? 'hace 1 hora' : `hace ${hours} horas`),
    yesterday: (time) => `ayer, ${time}`,
    daysAgo: (days) => `hace ${days} días`,
    noDate: 'sin fecha',
  },
  en: {
    weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    monthOfYear: (month, year) => `${month} ${year}`,
    range: (from, to) => `${from} to ${to}`,
    now: 'a moment ago',
    minutesAgo: (minutes) => (minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`),
    hoursAgo: (hours) => (hours === 1 ? '1 hour ago' : `${hours} hours ago`),
    yesterday: (time) => `yesterday, ${time}`,
    daysAgo: (days) => `${days} days ago`,
    noDate: 'no date',
  },
};

interface Civil {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** `14:00`; midnight is `00:00`. */
  readonly time: string;
  /** Days since 1970-01-01 on Guatemala's calendar. */
  readonly dayNo: number;
}

const minute = 60_000;
const hour = 60 * minute;
const dayLength = 24 * hour;

const civilParts = new Intl.DateTimeFormat('en-US', {
  timeZone,
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

function civilOf(at: number): Civil {
  const parts = new Map(civilParts.formatToParts(at).map(({ type, value }) => [type, value]));
  const date = civilDay(Number(parts.get('year')), Number(parts.get('month')), Number(parts.get('day')));
  return { ...date, time: `${parts.get('hour')}:${parts.get('minute')}` };
}

function civilDay(year: number, month: number, day: number): Omit<Civil, 'time'> {
  const midnight = Date.UTC(year, month - 1, day);
  return { year, month, day, weekday: new Date(midnight).getUTCDay(), dayNo: midnight / dayLength };
}

function dayInWords({ weekday, day, month, year }: Omit<Civil, 'time'>, language: Language): string {
  const { weekdays, shortMonths } = words[language];
  return `${weekdays[weekday]} ${day} ${shortMonths[month - 1]} ${year}`;
}

/** `jue 9 may 2019, 14:00`. `at` is milliseconds since 1970. */
export function momentInWords(at: number, language: Language): string {
  const civil = civilOf(at);
  return `${dayInWords(civil, language)}, ${civil.time}`;
}

/** `2019-05-09 14:00`, on Guatemala's clock: for columns a spreadsheet sorts. */
export function momentInColumns(at: number): string {
  const { year, month, day, time } = civilOf(at);
  return `${isoDay({ year, month, day })} ${time}`;
}

/** `2019-05-09`, on Guatemala's calendar. */
export function dayInColumns(at: number): string {
  return isoDay(civilOf(at));
}

function isoDay({ year, month, day }: Pick<Civil, 'year' | 'month' | 'day'>): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** `jue 9 may 2019`: the day a moment falls on. */
export function dayOfMoment(at: number, language: Language): string {
  return dayInWords(civilOf(at), language);
}

/** The last day one can take part in what ends at `to`; whatever ends at midnight ended with the day before. */
export function closingDay(to: number, language: Language): string {
  return dayOfMoment(to - 1, language);
}

/**
 * `hace 5 minutos`, `ayer, 14:00`, `hace 3 días`; from a week on, or for a moment still to come, the moment itself. Both are
 * milliseconds since 1970. A clock that is up to a minute ahead still says `hace un momento`.
 */
export function timeAgo(at: number, { now, language }: { now: number; language: Language }): string {
  const say = words[language];
  const passed = now - at;
  if (passed < -minute) return momentInWords(at, language);
  if (passed < minute) return say.now;
  if (passed < hour) return say.minutesAgo(Math.floor(passed / minute));
  const then = civilOf(at);
  const days = civilOf(now).dayNo - then.dayNo;
  if (days === 0 || passed < 6 * hour) return say.hoursAgo(Math.floor(passed / hour));
  if (days === 1) return say.yesterday(then.time);
  return days < 7 ? say.daysAgo(days) : momentInWords(at, language);
}

function read(iso: string): Omit<Civil, 'time'> {
  return civilDay(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** `octubre de 2019`, `marzo de 2019 a julio de 2020`, `vie 30 ago 2019`; the text as typed where no calendar date is known. */
export function flexDateInWords(date: FlexDate, language: Language): string {
  const say = words[language];
  if (date.start === undefined || date.end === undefined) return date.text.trim() || say.noDate;
  const start = read(date.start);
  const end = read(date.end);
  const monthOf = ({ month, year }: Omit<Civil, 'time'>): string => say.monthOfYear(say.months[month - 1] ?? '', year);
  if (date.kind === 'month') return monthOf(start);
  if (date.kind !== 'range') return dayInWords(start, language);
  const wholeMonths =
    start.day === 1 && civilDay(end.year, end.month, end.day + 1).dayNo === Date.UTC(end.year, end.month, 1) / dayLength;
  if (wholeMonths) return say.range(monthOf(start), monthOf(end));
  return say.range(dayInWords(start, language), dayInWords(end, language));
}
