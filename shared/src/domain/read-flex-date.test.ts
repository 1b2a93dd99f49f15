// The ways the source documents write a date, and the ways they could be misread.
import { expect, test } from 'vitest';
import { readFlexDate } from './read-flex-date.ts';

test.each([
  ['9/05/2019', 'day', '2019-05-09', '2019-05-09'],
  ['13.06.2018', 'day', '2018-06-13', '2018-06-13'],
  ['7-11-2018', 'day', '2018-11-07', '2018-11-07'],
  ['2022-04-26', 'day', '2022-04-26', '2022-04-26'],
  ['30 de agosto 2020', 'day', '2020-08-30', '2020-08-30'],
  ['30 de agosto de 2020', 'day', '2020-08-30', '2020-08-30'],
  ['abr-19', 'month', '2019-04-01', '2019-04-30'],
  ['Abril 2019', 'month', '2019-04-01', '2019-04-30'],
  ['noviembre de 2018', 'month', '2018-11-01', '2018-11-30'],
  ['Septiembre 2019', 'month', '2019-09-01', '2019-09-30'],
  ['Setiembre 2019', 'month', '2019-09-01', '2019-09-30'],
  ['Febrero 2020', 'month', '2020-02-01', '2020-02-29'],
  ['Marzo 2019- Julio 2020', 'range', '2019-03-01', '2020-07-31'],
  ['Noviembre 2018-Agosto 2020', 'range', '2018-11-01', '2020-08-31'],
  ['noviembre de 2018 – 30 de agosto 2020', 'range', '2018-11-01', '2020-08-30'],
  ['abr-19 - jul-19', 'range', '2019-04-01', '2019-07-31'],
  ['marzo 2020 a julio 2020', 'range', '2020-03-01', '2020-07-31'],
])('%s is a %s from %s to %s, and stays as typed', (text, kind, start, end) => {
  expect(readFlexDate(text)).toEqual({ text, kind, start, end });
});

test.each([
  ['A la brevedad', 'relative'],
  ['Por definir', 'relative'],
  ['', 'none'],
  ['pronto tal vez', 'none'],
  ['31/06/2019', 'none'],
  ['29/02/2019', 'none'],
  ['13/13/2019', 'none'],
  ['julio 2020 - marzo 2019', 'none'],
])('%j is %s: no day is made up for it', (text, kind) => {
  expect(readFlexDate(text)).toEqual({ text, kind });
});
