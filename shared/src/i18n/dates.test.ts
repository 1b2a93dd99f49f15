// Dates are said by Guatemala's clock (six hours behind UTC), whatever the machine's own is set to.
import { expect, test } from 'vitest';
import { readFlexDate } from '../domain/read-flex-date.ts';
import { flexDateInWords, momentInWords, timeAgo } from './dates.ts';

test.each([
  ['2019-05-09T20:00:00Z', 'jue 9 may 2019, 14:00', 'Thu 9 May 2019, 14:00'],
  ['2019-05-10T05:59:59Z', 'jue 9 may 2019, 23:59', 'Thu 9 May 2019, 23:59'],
  ['2019-05-10T06:00:00Z', 'vie 10 may 2019, 00:00', 'Fri 10 May 2019, 00:00'],
  ['2020-01-01T05:59:00Z', 'mar 31 dic 2019, 23:59', 'Tue 31 Dec 2019, 23:59'],
  ['2020-03-01T03:00:00Z', 'sáb 29 feb 2020, 21:00', 'Sat 29 Feb 2020, 21:00'],
  ['2026-09-16T18:05:00Z', 'mié 16 sep 2026, 12:05', 'Wed 16 Sep 2026, 12:05'],
])('%s is %s', (iso, spanish, english) => {
  expect(momentInWords(Date.parse(iso), 'es')).toBe(spanish);
  expect(momentInWords(Date.parse(iso), 'en')).toBe(english);
});

test.each([
  ['2026-11-21T18:00:00Z', '2026-11-21T18:00:30Z', 'hace un momento', 'a moment ago'],
  ['2026-11-21T18:00:40Z', '2026-11-21T18:00:00Z', 'hace un momento', 'a moment ago'],
  ['2026-11-21T18:00:00Z', '2026-11-21T18:01:00Z', 'hace 1 minuto', '1 minute ago'],
  ['2026-11-21T18:00:00Z', '2026-11-21T18:05:59Z', 'hace 5 minutos', '5 minutes ago'],
  ['2026-11-21T18:00:00Z', '2026-11-21T19:00:00Z', 'hace 1 hora', '1 hour ago'],
  ['2026-11-21T06:00:00Z', '2026-11-22T05:59:00Z', 'hace 23 horas', '23 hours ago'],
  ['2026-11-21T05:50:00Z', '2026-11-21T06:10:00Z', 'hace 20 minutos', '20 minutes ago'],
  ['2026-11-21T05:00:00Z', '2026-11-21T07:30:00Z', 'hace 2 horas', '2 hours ago'],
  ['2026-11-20T20:00:00Z', '2026-11-21T18:00:00Z', 'ayer, 14:00', 'yesterday, 14:00'],
  ['2026-11-18T18:00:00Z', '2026-11-21T18:00:00Z', 'hace 3 días', '3 days ago'],
  ['2026-11-20T05:59:00Z', '2026-11-21T06:00:00Z', 'hace 2 días', '2 days ago'],
  ['2026-11-14T18:00:00Z', '2026-11-21T18:00:00Z', 'sáb 14 nov 2026, 12:00', 'Sat 14 Nov 2026, 12:00'],
  ['2026-11-21T19:00:00Z', '2026-11-21T18:00:00Z', 'sáb 21 nov 2026, 13:00', 'Sat 21 Nov 2026, 13:00'],
])('%s, seen at %s, is %s', (at, now, spanish, english) => {
  expect(timeAgo(Date.parse(at), { now: Date.parse(now), language: 'es' })).toBe(spanish);
  expect(timeAgo(Date.parse(at), { now: Date.parse(now), language: 'en' })).toBe(english);
});

test.each([
  ['Octubre 2019', 'octubre de 2019', 'October 2019'],
  ['Marzo 2019- Julio 2020', 'marzo de 2019 a julio de 2020', 'March 2019 to July 2020'],
  ['9/05/2019', 'jue 9 may 2019', 'Thu 9 May 2019'],
  ['noviembre de 2018 – 30 de agosto 2020', 'jue 1 nov 2018 a dom 30 ago 2020', 'Thu 1 Nov 2018 to Sun 30 Aug 2020'],
  ['dic-18 - ene-19', 'diciembre de 2018 a enero de 2019', 'December 2018 to January 2019'],
  ['A la brevedad', 'A la brevedad', 'A la brevedad'],
  ['', 'sin fecha', 'no date'],
])('%j is said as %j', (text, spanish, english) => {
  expect(flexDateInWords(readFlexDate(text), 'es')).toBe(spanish);
  expect(flexDateInWords(readFlexDate(text), 'en')).toBe(english);
});
