// What was moved by somebody else stays with who wrote it; what was only copied, or too short to tell, is of whoever typed it.
import { expect, test } from 'vitest';
import { returnMoved, type Written } from './moved-text.ts';

const said = 'Los trámites se hacen en el idioma de quien los pide.';
const by = (personId: string, text: string, seq: number): Written => ({ personId, text, seq, at: seq * 1000, moved: false });
const told = (pieces: readonly Written[] = []) => pieces.map(({ personId, text, moved }) => [personId, text, moved]);

test('cut and pasted by another hand, it is of its writer, with the words around it of the mover', () => {
  const [given] = returnMoved([[by('eva', `Además: ${said} Y ya.`, 9)]], [[by('ana', said, 2)]]);
  expect(told(given)).toEqual([
    ['eva', 'Además: ', false],
    ['ana', said, true],
    ['eva', ' Y ya.', false],
  ]);
});

test('moved twice, it is still of who wrote it first', () => {
  const removed = [[by('eva', said, 5)], [by('ana', said, 2)]];
  expect(told(returnMoved([[by('leo', said, 9)]], removed)[0])).toEqual([['ana', said, true]]);
});

test('two hands in one sentence both keep theirs', () => {
  const [left, right] = [said.slice(0, 20), said.slice(20)];
  const removed = [[by('ana', left, 2), by('leo', right, 3)]];
  expect(told(returnMoved([[by('eva', said, 9)]], removed)[0])).toEqual([
    ['ana', left, true],
    ['leo', right, true],
  ]);
});

test('what stood there before the removed copy was made is nobody elses', () => {
  const present = [[by('ana', said, 2)]];
  expect(returnMoved(present, [[by('eva', said, 5)]])).toEqual(present);
});

test('a few words in common are no move', () => {
  const present = [[by('eva', 'en el idioma de', 9)]];
  expect(returnMoved(present, [[by('ana', 'en el idioma de', 2)]])).toEqual(present);
});
