// Names as they are stored and as they are compared: whoever takes another's name must not be able to look like them.
import { describe, expect, test } from 'vitest';
import { cleanName, foldName } from './person.ts';

describe('two names that look the same are the same', () => {
  test.each([
    ['capitals and accents', 'JOSE NUNEZ', 'José Núñez'],
    ['the apostrophes of Mayan languages', "K’iche' Ixq`ob ´", 'Kʼicheꞌ Ixq‘ob ’'],
    ['characters nobody sees', 'A\u200bn\u2060a\u00ad\ufe0f\u034f', 'Ana'],
    ['characters that are a gap', 'Ana\u3164\u115f\u2800', 'Ana'],
    ['letters of another alphabet', 'Аnа Моrаlеѕ', 'Ana Morales'],
    ['wide and mathematical letters', 'Ａｎａ 𝐌𝐨𝐫𝐚𝐥𝐞𝐬', 'Ana Morales'],
    ['spaces of other widths', 'Ana\u00a0\u2003Morales', 'Ana Morales'],
  ])('%s', (_what, one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  test.each([
    ['Ana', 'Ann'],
    ['Маја', 'Mila'],
    ['🫘', '🌽'],
  ])('%s is not %s', (one, other) => expect(foldName(one)).not.toBe(foldName(other)));
});

describe('a name as it is stored', () => {
  test.each([
    ['keeps accents, apostrophes and emoji', "  Élida  Ak'abal 👩🏽‍🌾 ", "Élida Ak'abal 👩🏽‍🌾"],
    ['turns no direction', '\u202eanA\u200f \u2067Caal\u2069\u061c', 'anA Caal'],
    ['breaks no line', 'Ana\r\nCaal\u0000', 'Ana Caal'],
    ['leaves no gap', '\u3164Ana\u2800\u1160Caal', 'Ana Caal'],
    ['has no half of a character', 'Ana \ud83e', 'Ana'],
    ['does not rise over the lines above it', `Zoe${'\u0301'.repeat(300)}`, `Zoé${'\u0301'.repeat(4)}`],
  ])('%s', (_what, typed, stored) => expect(cleanName(typed)).toBe(stored));
});
