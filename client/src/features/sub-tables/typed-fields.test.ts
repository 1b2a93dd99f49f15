// What is typed into the forms of a table: whole numbers within limits, moments of Guatemala.
import { expect, test } from 'vitest';
import { momentOfGuatemala, wholeNumber } from './typed-fields.ts';

test.each([
  ['15', 15],
  [' 60 ', 60],
  ['61', null],
  ['0', null],
  ['1.5', null],
  ['-3', null],
  ['', null],
  ['quince', null],
])('%j of at most 60 is %j', (typed, read) => expect(wholeNumber(typed, 60)).toBe(read));

test('a date and time is that of Guatemala, wherever the device is', () => {
  expect(momentOfGuatemala('2026-11-27T18:00')).toBe(Date.UTC(2026, 10, 28, 0, 0));
  for (const nothing of ['', '2026', '2026-13-45T99:99', 'mañana']) expect(momentOfGuatemala(nothing)).toBeNull();
});
