// Where a refusal is said: beside its field where it has one, else over the form, and never twice.
import { es } from '@cocrea/shared/i18n/es.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { expect, test } from 'vitest';
import { NetworkFailure } from './call.ts';
import { refusalWords, suggestionIn } from './refusal-words.ts';

const form = { fields: ['name', 'password'] as const, words: es };

test('a form that was not refused says nothing', () => {
  expect(refusalWords(null, form)).toEqual({ beside: {}, whole: undefined });
});

test('a failure that names its field is said beside it', () => {
  const failure = new AppError('alias_taken', { field: 'name', suggestion: 'Ana 2' });
  expect(refusalWords(failure, form)).toEqual({ beside: { name: es.errors.alias_taken(failure.details) }, whole: undefined });
  expect(suggestionIn(failure)).toBe('Ana 2');
});

test('a failure that concerns one field without naming it is said beside it', () => {
  expect(refusalWords(new AppError('password_too_short', { minimum: 10 }), form).beside.password).toContain('10');
  expect(refusalWords(new AppError('name_taken'), form).beside.name).toBe(es.errors.name_taken());
});

test('a failure of a field this form does not have is said over the whole', () => {
  const failure = new AppError('missing_field', { field: 'elsewhere' });
  expect(refusalWords(failure, form)).toEqual({ beside: {}, whole: es.errors.missing_field(failure.details) });
});

test('a page may say more than the failure itself', () => {
  expect(refusalWords(new AppError('stale'), { ...form, instead: { stale: 'Ya se muestra lo último.' } }).whole).toBe(
    'Ya se muestra lo último.',
  );
});

test('a server that was not reached, and a defect, have their words', () => {
  expect(refusalWords(new NetworkFailure(), form).whole).toBe(es.ui.networkFailure);
  expect(refusalWords(new Error('a defect'), form).whole).toBe(es.ui.unknownFailure);
  expect(suggestionIn(new Error('a defect'))).toBeNull();
});
