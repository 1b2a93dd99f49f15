// What became of a block can be heard: each change once, what was put in the place of what in one sentence.
import { expect, test } from 'vitest';
import { history as say } from '../i18n/es/history.ts';
import { inWords } from './change-in-words.ts';
import type { BlockChange } from './lineage.ts';
import { wordRuns } from './word-runs.ts';

const change = (before: string, after: string, more: Partial<BlockChange> = {}): BlockChange => ({
  lineage: 'edited',
  blockId: 'a',
  from: ['a'],
  node: 'paragraph',
  within: [],
  section: '',
  before,
  after,
  runs: wordRuns(before, after),
  onlyFormat: false,
  ...more,
});
const told = (...given: Parameters<typeof change>): string => inWords(change(...given), say.inWords);

test('added, removed and replaced', () => {
  expect(told('Se publica.', 'Se publica cada mes.')).toBe('Se añadió «cada mes».');
  expect(told('Se publica cada mes.', 'Se publica.')).toBe('Se quitó «cada mes».');
  expect(told('Se publica en junio.', 'Se publica en julio.')).toBe('«junio» cambió a «julio».');
});

test('what came, went, moved, or only looks otherwise', () => {
  expect(told('', 'Nuevo', { lineage: 'new' })).toBe('Párrafo nuevo: «Nuevo».');
  expect(told('Viejo', '', { lineage: 'retired' })).toBe('Se quitó el párrafo «Viejo».');
  expect(told('Igual', 'Igual', { lineage: 'moved', runs: [] })).toBe('Cambió de lugar.');
  expect(told('Igual', 'Igual', { onlyFormat: true })).toBe('Cambió el formato; las palabras son las mismas.');
});
