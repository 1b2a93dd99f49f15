// A change in sentences.
import { wordRuns } from '@cocrea/shared/document/word-runs.ts';
import { folios } from '@cocrea/shared/i18n/es/folios.ts';
import { expect, test } from 'vitest';
import { changeInWords } from './change-in-words.ts';

test.each([
  ['Los trámites son lentos.', 'Los trámites son rápidos.', ['Donde decía «lentos» ahora dice «rápidos».']],
  ['Los trámites.', 'Los trámites en línea.', ['Se añadió «en línea».']],
  ['Los trámites en línea.', 'Los trámites.', ['Se quitó «en línea».']],
  ['Igual.', 'Igual.', []],
])('%j to %j', (before, after, told) => {
  expect(changeInWords(wordRuns(before, after), folios)).toEqual(told);
});
