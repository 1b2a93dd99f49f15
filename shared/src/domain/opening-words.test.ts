// Labels say how a text begins in whole words, and never half a character.
import { expect, test } from 'vitest';
import { openingWords } from './opening-words.ts';

test('what is short stays as it is; what is long ends after a word, with a sign', () => {
  expect(openingWords('Nadie entrega dos veces.')).toBe('Nadie entrega dos veces.');
  expect(openingWords('La ayuda de memoria de cada reunión se publica en cinco días.')).toBe(
    'La ayuda de memoria de cada reunión se…',
  );
});

test('one long word is cut, but not in the middle of a character of two units', () => {
  expect(openingWords(`${'a'.repeat(39)}🌱🌱`)).toBe(`${'a'.repeat(39)}…`);
});
