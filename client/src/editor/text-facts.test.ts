// What the editor says about a text: where a word is, how many there are, how it is divided.
import { createSchema } from '@cocrea/shared/document/schema.ts';
import type { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { findMatches } from './find-matches.ts';
import { outlineOf } from './outline.ts';
import { countDocumentWords, countWords } from './word-count.ts';

const schema = createSchema();
const paragraph = (...content: Node[]): Node => schema.node('paragraph', null, content);
const text = (words: string, bold = false): Node => schema.text(words, bold ? [schema.mark('bold')] : []);
const docOf = (...blocks: Node[]): Node => schema.node('doc', null, blocks);
const found = (doc: Node, query: string) => findMatches(doc, query).map(({ from, to }) => doc.textBetween(from, to));

test('accents, case, decomposed letters and apostrophes do not hide a word', () => {
  const doc = docOf(paragraph(text('La INNOVACIÓN en la gestión pública; innovación, innovacio\u0301n. Kʼicheʼ y K’iche’')));
  expect(found(doc, 'innovacion')).toEqual(['INNOVACIÓN', 'innovación', 'innovacio\u0301n']);
  expect(found(doc, 'Ó')).toHaveLength(doc.textContent.normalize('NFC').match(/[oóOÓ]/g)!.length);
  expect(found(doc, "k'iche'")).toEqual(['Kʼicheʼ', 'K’iche’']);
});

test('a word is found across marks, not across blocks or footnotes', () => {
  const note = schema.node('footnote', { text: 'x' });
  const doc = docOf(
    paragraph(text('go'), text('bier', true), text('no')),
    paragraph(text('gob'), note, text('ierno')),
    paragraph(text('go')),
  );
  expect(found(doc, 'gobierno')).toEqual(['gobierno']);
});

test('the place of a match after a footnote is right', () => {
  const doc = docOf(paragraph(text('uno'), schema.node('footnote', { text: 'x' }), text(' dos')));
  expect(findMatches(doc, 'dos')).toEqual([{ from: 6, to: 9 }]);
});

test('blanks are not searched for', () => {
  expect(findMatches(docOf(paragraph(text('a b c'))), ' ')).toEqual([]);
});

test('words are counted as people count them', () => {
  expect(countWords('Según el Decreto 57-2008, a las 10.30 en Sololá: Kʼicheʼ, Q 570,075.00')).toBe(12);
  expect(countWords('— … ¿? 😀')).toBe(0);
  const doc = docOf(paragraph(text('uno dos')), paragraph(text('tre'), text('s', true)), paragraph());
  expect(countDocumentWords(doc)).toBe(3);
});

test('the outline lists headings with level, place and question', () => {
  const heading = (level: number, words: string, question: number | null = null): Node =>
    schema.node('heading', { level, question }, words ? [text(words)] : []);
  const doc = docOf(heading(1, 'Borrador 1'), paragraph(text('x')), heading(2, '¿Qué?', 1), heading(3, ''));
  expect(outlineOf(doc)).toEqual([
    { pos: 0, level: 1, text: 'Borrador 1', question: null },
    { pos: 15, level: 2, text: '¿Qué?', question: 1 },
    { pos: 22, level: 3, text: '', question: null },
  ]);
});
