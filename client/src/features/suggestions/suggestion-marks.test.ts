// Where suggestions are drawn: in the fork over what it has, in the draft over what it would lose; and nowhere once the text has moved on.
import { createSchema } from '@cocrea/shared/document/schema.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { suggestionsBetween } from '@cocrea/shared/document/suggestions/suggestions.ts';
import { suggestions as words } from '@cocrea/shared/i18n/es/suggestions.ts';
import { expect, test } from 'vitest';
import { decorationsIn } from './suggestion-marks.ts';

const schema = createSchema();
const doc = (...texts: string[]): DocumentJson => ({
  type: 'doc',
  content: texts.map((text) => ({
    type: 'paragraph',
    attrs: { id: text.slice(0, 1) },
    content: text.length === 1 ? [] : [{ type: 'text', text: text.slice(1) }],
  })),
});
type Drawn = { from: number; to: number; type: { attrs: Record<string, string> } };
function drawn(body: DocumentJson, fork: DocumentJson, side: 'body' | 'fork'): string[] {
  const node = schema.nodeFromJSON(side === 'body' ? body : fork);
  const marked = [{ author: { name: 'Beto', color: 1 }, suggestions: suggestionsBetween(body, fork) }];
  return (decorationsIn(node, marked, { side, say: words.mark }) as unknown as Drawn[]).map(({ from, to, type: { attrs } }) => {
    const shown =
      attrs['data-before'] ?? attrs['data-after'] ?? attrs['data-word'] ?? attrs['data-below'] ?? attrs['data-above'] ?? '';
    return `${from}-${to} ${attrs['nodeName'] ?? 'block'} ${attrs['class']}: ${shown}`;
  });
}

const body = doc('auno dos tres', 'bcuatro');
test('another word: underlined in the fork after the one it replaces, and the other way about in the draft', () => {
  const fork = doc('auno cinco tres', 'bcuatro');
  expect(drawn(body, fork, 'fork')).toEqual(['5-10 ins suggested: ', '5-10 span suggested-was before: dos']);
  expect(drawn(body, fork, 'body')).toEqual(['5-8 del suggested: ', '5-8 span suggested-would-be after: cinco']);
});
test('words that are only on one side hang on the letter before, or on the one after at the beginning of a block', () => {
  expect(drawn(body, doc('auno tres', 'bcuatro'), 'fork')).toEqual(['4-5 span suggested-was after: dos ']);
  expect(drawn(body, doc('ados tres', 'bcuatro'), 'fork')).toEqual(['1-2 span suggested-was before: uno ']);
  expect(drawn(body, doc('a', 'bcuatro'), 'fork')).toEqual(['0-2 block suggested-was after: uno dos tres']);
});
test('blocks wear a word; those that are only on the other side are drawn under the one they follow, several as lines of one', () => {
  const fork = doc('auno dos tres', 'cnuevo', 'dmás', 'bcuatro');
  expect(drawn(body, fork, 'fork')).toEqual(['14-21 block suggested-block: Nuevo', '21-26 block suggested-block: Nuevo']);
  expect(drawn(body, fork, 'body')).toEqual(['0-14 block suggested-beside below: Nuevo · Beto: nuevo\nNuevo · Beto: más']);
  expect(drawn(body, doc('bcuatro'), 'fork')).toEqual([
    '0-8 block suggested-beside above suggested-struck: Se quitaría · Beto: uno dos tres',
  ]);
});
test('a text that has moved on shows nothing that is no longer so', () => {
  const marked = [
    { author: { name: 'Beto', color: 1 }, suggestions: suggestionsBetween(body, doc('auno cinco tres', 'bcuatro')) },
  ];
  const now = schema.nodeFromJSON(doc('ay uno dos tres', 'bcuatro'));
  expect(decorationsIn(now, marked, { side: 'body', say: words.mark })).toEqual([]);
});
