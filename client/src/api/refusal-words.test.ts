// Where a refusal is said: beside its field where it has one, else over the form, and never twice.
import { es } from '@cocrea/shared/i18n/es.ts';
import { expect, test } from 'vitest';
import { NetworkFailure, Refused } from './call.ts';
import { refusalWords, suggestionIn } from './refusal-words.ts';

const form = { fields: ['name', 'password'] as const, words: es };

test('a form that was not refused says nothing', () => {
  expect(refusalWords(null, form)).toEqual({ beside: {}, whole: undefined });
});

test('a failure that names its field is said beside it', () => {
  const failure = new Refused('alias_taken', {
    told: 'Ese nombre ya lo usa alguien.',
    details: { field: 'name', suggestion: 'Ana 2' },
  });
  expect(refusalWords(failure, form)).toEqual({ beside: { name: failure.told }, whole: undefined });
  expect(suggestionIn(failure)).toBe('Ana 2');
});

test('a failure that concerns one field without naming it is said beside it', () => {
  const short = new Refused('password_too_short', { told: 'Al menos 10.', details: { minimum: 10 } });
  expect(refusalWords(short, form).beside.password).toBe('Al menos 10.');
  expect(refusalWords(new Refused('name_taken', { told: 'Ya hay una cuenta.' }), form).beside.name).toBe('Ya hay una cuenta.');
});

test('beside its field a failure does not name it as the API does', () => {
  const details = { field: 'name', limit: 80 };
  const long = new Refused('text_too_long', { told: 'El dato «name» es demasiado largo.', details });
  expect(refusalWords(long, form).beside.name).toBe(es.ui.tooLong('80'));
  const missing = new Refused('missing_field', { told: 'Falta el dato «name».', details });
  expect(refusalWords(missing, form).beside.name).toBe(es.ui.required);
  expect(refusalWords(long, { fields: ['password'], words: es }).whole).toBe(long.told);
});

test('a failure of a field this form does not have is said over the whole', () => {
  const failure = new Refused('missing_field', { told: 'Falta un dato.', details: { field: 'elsewhere' } });
  expect(refusalWords(failure, form)).toEqual({ beside: {}, whole: 'Falta un dato.' });
});

test('a page may say more than the failure itself', () => {
  const stale = new Refused('stale', { told: 'Alguien lo cambió antes.' });
  expect(refusalWords(stale, { ...form, instead: { stale: 'Ya se muestra lo último.' } }).whole).toBe('Ya se muestra lo último.');
});

test('a server that was not reached, and a defect, have their words', () => {
  expect(refusalWords(new NetworkFailure(), form).whole).toBe(es.ui.networkFailure);
  expect(refusalWords(new Error('a defect'), form).whole).toBe(es.ui.unknownFailure);
  expect(suggestionIn(new Error('a defect'))).toBeNull();
});
