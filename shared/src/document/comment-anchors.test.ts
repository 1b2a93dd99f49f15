// Where the words of a comment are after everything people do to a text: on two copies that are brought together, as two people have it.
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeAnchor, placesOfAnchors, type Anchored } from './comment-anchors.ts';
import { bodyField, createSchema } from './schema.ts';
import { seedUpdate, type DocumentJson } from './seed.ts';
import { writeBody } from './suggestions/write-body.ts';
import { findWords } from './words-in-text.ts';

const schema = createSchema();
const text = (words: string): DocumentJson => ({ type: 'text', text: words });
const block = (id: string, ...content: (string | DocumentJson)[]): DocumentJson => ({
  type: 'paragraph',
  attrs: { id },
  content: content.flatMap((one) => (typeof one !== 'string' ? [one] : one === '' ? [] : [text(one)])),
});
const page = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content });
const begun = page(block('a', 'Nadie entrega dos veces el mismo papel.'), block('b', 'Los datos se piden una vez.'));

interface Copy {
  readonly ydoc: Y.Doc;
  readonly now: () => { body: Y.XmlFragment; doc: ReturnType<typeof yXmlFragmentToProseMirrorRootNode> };
}
function copyOf(update: Uint8Array): Copy {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, update);
  const body = ydoc.getXmlFragment(bodyField);
  return { ydoc, now: () => ({ body, doc: yXmlFragmentToProseMirrorRootNode(body, schema) }) };
}
/** A writer's copy and a reader's, who hears everything. */
function two(json: DocumentJson = begun): { writer: Copy; reader: Copy; hear: () => void } {
  const update = seedUpdate(json, { clientId: 7 });
  const [writer, reader] = [copyOf(update), copyOf(update)];
  const hear = (): void => Y.applyUpdate(reader.ydoc, Y.encodeStateAsUpdate(writer.ydoc, Y.encodeStateVector(reader.ydoc)));
  return { writer, reader, hear };
}
function anchorOn(copy: Copy, words: string): Anchored {
  const [place] = findWords(copy.now().doc, words, 1);
  if (place === undefined) throw new Error(`"${words}" is not in the text`);
  const anchor = makeAnchor(copy.now(), place);
  if (anchor === null) throw new Error('no anchor');
  return anchor;
}
function standsOn(copy: Copy, anchor: Anchored): string | null {
  const now = copy.now();
  const [place] = placesOfAnchors(now, [anchor]);
  return place == null ? null : `${place.by}: ${now.doc.textBetween(place.from, place.to, '|')}`;
}
const become = (copy: Copy, ...content: DocumentJson[]): void => writeBody(copy.ydoc, { target: page(...content) });

test('an anchor has its words, without the space around them, and changes nothing in the text', () => {
  const { writer } = two();
  const before = Y.encodeStateAsUpdate(writer.ydoc);
  const { doc } = writer.now();
  const anchor = makeAnchor(writer.now(), { from: 6, to: 15 });
  expect(doc.textBetween(6, 15)).toBe(' entrega ');
  expect(anchor).toMatchObject({ blockId: 'a', quote: 'entrega', from: 7, to: 14 });
  expect(makeAnchor(writer.now(), { from: 6, to: 7 })).toBe(null);
  expect(Y.encodeStateAsUpdate(writer.ydoc)).toEqual(before);
});

test('it stays on its words whoever writes before, behind and between them', () => {
  const { writer, reader, hear } = two();
  const anchor = anchorOn(reader, 'dos veces');
  become(
    writer,
    block('n', 'Nuevo.'),
    block('a', 'Ya nadie entrega siempre dos malas veces más el papel.'),
    block('b', 'Los datos.'),
  );
  hear();
  expect(standsOn(reader, anchor)).toBe('held: dos malas veces');
});

test('words typed right before and right behind it are not part of it', () => {
  const { writer, reader, hear } = two();
  const anchor = anchorOn(reader, 'dos');
  const paragraph = writer.ydoc.getXmlFragment(bodyField).get(0) as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).insert(17, 'X');
  (paragraph.get(0) as Y.XmlText).insert(14, 'Y');
  hear();
  expect(reader.now().doc.textContent).toContain('YdosX');
  expect(standsOn(reader, anchor)).toBe('held: dos');
});

test('it comes along when its block is moved, which for Yjs is another block with the same words and id', () => {
  const { writer, reader, hear } = two();
  const anchor = anchorOn(reader, 'dos');
  const body = writer.ydoc.getXmlFragment(bodyField);
  writer.ydoc.transact(() => {
    const moved = (body.get(0) as Y.XmlElement).clone();
    body.delete(0, 1);
    body.insert(1, [moved]);
  });
  hear();
  expect(reader.now().doc.textContent).toBe('Los datos se piden una vez.Nadie entrega dos veces el mismo papel.');
  expect(standsOn(reader, anchor)).toBe('found: dos');
});

test('it is on either half of a block that is split, and in the block two are joined to', () => {
  const { writer, reader, hear } = two();
  const [first, second, joined] = [
    anchorOn(reader, 'Nadie entrega'),
    anchorOn(reader, 'veces el mismo papel'),
    anchorOn(reader, 'se piden una vez'),
  ];
  become(writer, block('a', 'Nadie entrega dos '), block('c', 'veces el mismo papel. Los datos se piden una vez.'));
  hear();
  expect(standsOn(reader, first)).toBe('held: Nadie entrega');
  expect(standsOn(reader, second)).toBe('found: veces el mismo papel');
  expect(standsOn(reader, joined)).toBe('found: se piden una vez');
});

test('words that were deleted leave it without a place, also when a short one like them stands elsewhere', () => {
  const json = page(block('a', 'Nadie entrega dos veces el papel.'), block('b', 'Dos o tres: dos.'));
  const { writer, reader, hear } = two(json);
  const anchor = anchorOn(reader, 'dos');
  become(writer, block('a', 'Nadie entrega el papel.'), block('b', 'Dos o tres: dos.'));
  hear();
  expect(standsOn(reader, anchor)).toBe(null);
});

test('words or a block that are deleted leave it without a place, and undoing brings it back, on the other’s screen too', () => {
  for (const take of ['words', 'block'] as const) {
    const { writer, reader, hear } = two();
    const anchor = anchorOn(reader, 'Los datos');
    const body = writer.ydoc.getXmlFragment(bodyField);
    const undo = new Y.UndoManager(body);
    if (take === 'block') body.delete(1, 1);
    else ((body.get(1) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 10);
    hear();
    expect(standsOn(reader, anchor)).toBe(null);
    undo.undo();
    hear();
    expect(standsOn(reader, anchor)).toMatch(/: Los datos$/);
    expect(standsOn(writer, anchor)).toMatch(/: Los datos$/);
  }
});

test('undone at its very place it is found among words like it', () => {
  const { writer, reader, hear } = two(page(block('a', 'dos y dos y dos')));
  const [, second] = findWords(reader.now().doc, 'dos', 9);
  const anchor = makeAnchor(reader.now(), second ?? { from: 0, to: 0 });
  const undo = new Y.UndoManager(writer.ydoc.getXmlFragment(bodyField));
  ((writer.ydoc.getXmlFragment(bodyField).get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(6, 3);
  undo.undo();
  hear();
  const [place] = placesOfAnchors(reader.now(), anchor === null ? [] : [anchor]);
  expect(place).toMatchObject({ from: second?.from, to: second?.to });
});

test('it may go over several blocks, and over a footnote and a line break', () => {
  const note: DocumentJson = { type: 'footnote', attrs: { text: 'Nota' } };
  const { writer, reader, hear } = two(
    page(block('a', 'uno', note, ' dos'), block('b', 'tres', { type: 'hardBreak' }, 'cuatro')),
  );
  const { doc } = reader.now();
  const across = makeAnchor(reader.now(), { from: 2, to: doc.content.size - 3 });
  expect(across?.quote).toBe('no dos\ntres\ncuat');
  become(writer, block('n', 'antes'), block('a', 'uno', note, ' dos'), block('b', 'tres', { type: 'hardBreak' }, 'y cuatro'));
  hear();
  expect(standsOn(reader, across as Anchored)).toBe('held: no dos|tresy cuat');
  // Both blocks are new ones, and their words stand in the order they had.
  become(writer, block('x', 'uno dos'), block('y', 'tres', { type: 'hardBreak' }, 'cuatro'));
  hear();
  expect(standsOn(reader, across as Anchored)).toBe('found: no dos|trescuat');
});

test('bytes that are no position have no place', () => {
  const { reader } = two();
  const forged = { ...anchorOn(reader, 'dos'), start: 'AAAA', end: '////' };
  expect(placesOfAnchors(reader.now(), [{ ...forged, quote: 'otra cosa' }])).toEqual([null]);
});

test('words that stood twice where they were chosen are not taken for the one that is left', () => {
  const { writer, reader, hear } = two(page(block('a', 'dos caminos y dos caminos')));
  const anchor = anchorOn(reader, 'dos caminos');
  expect(anchor.unique).toBe('nowhere');
  become(writer, block('a', 'y dos caminos'));
  hear();
  expect(standsOn(reader, anchor)).toBe(null);
});

test('three hundred threads in a hundred pages: those of deleted blocks have no place, the others theirs', () => {
  const blocks = Array.from({ length: 1500 }, (_, at) => block(`b${at}`, `Párrafo ${at}: ${'palabra '.repeat(38)}fin ${at}.`));
  const { writer, reader, hear } = two(page(...blocks));
  const now = reader.now();
  const anchors = Array.from({ length: 300 }, (_, at) => {
    const [place] = findWords(now.doc, `Párrafo ${at * 5}:`, 1);
    return makeAnchor(now, place ?? { from: 0, to: 0 }) as Anchored;
  });
  writer.ydoc.getXmlFragment(bodyField).delete(0, 100);
  hear();
  const places = placesOfAnchors(reader.now(), anchors);
  expect(places.filter((place) => place === null)).toHaveLength(20);
  expect(places.filter((place) => place?.by === 'held')).toHaveLength(280);
});
