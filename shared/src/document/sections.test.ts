// What stands under each fixed heading comes out as words and as blocks, and can be written again under ids of its own.
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { blocksOf } from './blocks.ts';
import { sectionsOf } from './sections.ts';
import { seedUpdate, type DocumentJson } from './seed.ts';
import { bold, bulletList, document, footnote, heading, paragraph } from './templates/builder.ts';
import { paragraphsOf, proposalText } from './templates/proposal.ts';

function open(json: DocumentJson): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(json, { clientId: 1 }));
  return doc;
}

test('five sections, each with its words, also the empty ones', () => {
  const text = proposalText({
    problem: paragraphsOf('Una línea.\n\nOtra línea.'),
    action: [paragraph('Hacer ', bold('esto'), footnote('nota'), '.'), bulletList('uno', 'dos')],
  });
  expect(sectionsOf(open(text)).map(({ question, text: words }) => [question, words])).toEqual([
    [1, 'Una línea.\nOtra línea.'],
    [2, ''],
    [3, 'Hacer esto.\nuno\ndos'],
    [4, ''],
    [5, ''],
  ]);
});

test('headings of people belong to the section they stand in, and what stands before the first question to none', () => {
  const text = proposalText({ problem: [heading(3, 'En detalle'), paragraph('Así es.')] });
  const before: DocumentJson = { ...text, content: [paragraph('Antes'), ...(text.content ?? [])] };
  const [problem] = sectionsOf(open(before));
  expect(problem?.text).toBe('En detalle\nAsí es.');
});

test('blocks go on to another document with their marks, and with new ids', () => {
  const text = proposalText({ problem: [paragraph('Con ', bold('negrita')), bulletList('uno')], users: [paragraph()] });
  const doc = open(text);
  const [problem, users] = sectionsOf(doc);
  expect(users?.blocks).toEqual([]);
  const copy = open(proposalText({ problem: problem?.blocks ?? [] }));
  expect(sectionsOf(copy)[0]).toEqual(problem);
  const ids = (of: Y.Doc) =>
    [
      ...of
        .getXmlFragment('default')
        .toString()
        .matchAll(/ id="([^"]+)"/g),
    ].map(([, id]) => id);
  expect(ids(doc).length).toBeGreaterThan(0);
  expect(ids(copy).filter((id) => ids(doc).includes(id))).toEqual([]);
});

test('a document without questions has no sections', () => {
  expect(sectionsOf(open(document(heading(1, 'Título'), paragraph('Texto'))))).toEqual([]);
});

test('the blocks of a document are listed by their ids, with the words they begin with', () => {
  const text = document(
    heading(1, 'Título'),
    paragraph(),
    { ...paragraph('Con id'), attrs: { id: 'abc' } },
    bulletList('uno', 'dos'),
  );
  const blocks = blocksOf(open(text));
  expect(blocks.map(({ level, text: words }) => [level, words])).toEqual([
    [1, 'Título'],
    [null, 'Con id'],
    [null, 'uno · dos'],
  ]);
  expect(blocks[1]?.id).toBe('abc');
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(3);
});
