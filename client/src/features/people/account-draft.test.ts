// What is said about an account before it is sent.
import { passwordMinimum } from '@cocrea/shared/domain/person.ts';
import { es } from '@cocrea/shared/i18n/es.ts';
import { people } from '@cocrea/shared/i18n/es/people.ts';
import { expect, test } from 'vitest';
import { emptyAccount, formOf, problemsOf } from './account-draft.ts';

const words = { ...es, people };
const whole = {
  name: ' Lucía  Xicará ',
  password: 'palabras de paso',
  institution: '  ',
  actorKind: 'sector_publico',
  role: 'note_taker',
} as const;

test('an empty draft says what is missing in every field but the optional one', () => {
  expect(Object.keys(problemsOf(emptyAccount, words)).sort()).toEqual(['actorKind', 'name', 'password', 'role']);
  expect(formOf(emptyAccount)).toBeNull();
});

test('a whole draft has no problems, and an institution of blanks is none', () => {
  expect(problemsOf(whole, words)).toEqual({});
  expect(formOf(whole)?.institution).toBeNull();
});

test('a password is counted as people count: an emoji is one', () => {
  const short = { ...whole, password: '👩‍🌾'.repeat(passwordMinimum - 1) };
  expect(problemsOf(short, words).password).toContain(String(passwordMinimum));
  expect(problemsOf({ ...whole, password: '👩‍🌾'.repeat(passwordMinimum) }, words).password).toBeUndefined();
});

test('too long is said, never cut', () => {
  const long = { ...whole, name: 'x'.repeat(61), institution: 'x'.repeat(121), password: 'x'.repeat(201) };
  expect(problemsOf(long, words)).toEqual({
    name: es.ui.tooLong('60'),
    institution: es.ui.tooLong('120'),
    password: es.ui.tooLong('200'),
  });
});
