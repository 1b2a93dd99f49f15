// Where the words of a comment are after everything people do to a text: on two copies that are brought together, as two people have it.
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeAnchor, placesOfAnchors, standingAnchor, type Anchored } from './comment-anchors.ts';
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

const worded = 'Las instituciones publican sus datos abiertos cada tres meses';
/** As the server keeps one: with whether anything else is like its words. */
function keptOn(copy: Copy, words: string): Anchored {
  const kept = standingAnchor(copy.now(), anchorOn(copy, words));
  if (kept === null) throw new Error('its words are in the text');
  return kept;
}
function moveBlock(copy: Copy, from: number, to: number): void {
  const body = copy.ydoc.getXmlFragment(bodyField);
  copy.ydoc.transact(() => {
    const moved = (body.get(from) as Y.XmlElement).clone();
    body.delete(from, 1);
    body.insert(to, [moved]);
  });
}

test('words that were worded anew and then moved are known by their likeness, in their block or where its words went', () => {
  const { writer, reader, hear } = two(page(block('a', `Además: ${worded}. Y nada más.`), block('b', 'Otro párrafo.')));
  const anchor = keptOn(reader, worded);
  expect(anchor.unique).toBe('alone');
  const anew = 'Las instituciones publicarán sus datos cada dos meses';
  become(writer, block('a', `Además: ${anew}. Y nada más.`), block('b', 'Otro párrafo.'));
  hear();
  expect(standsOn(reader, anchor)).toBe(`held: ${anew}`);
  moveBlock(writer, 0, 1);
  hear();
  expect(standsOn(reader, anchor)).toBe(`alike: ${anew}`);
  // The block is gone, and its words are in one that says it has them.
  const took: DocumentJson = { type: 'paragraph', attrs: { id: 'c', derivedFrom: 'a' }, content: [text(`Sí. ${anew}.`)] };
  become(writer, block('b', 'Otro párrafo.'), took);
  hear();
  expect(standsOn(reader, anchor)).toBe(`alike: ${anew}`);
  // In a block that has none of its words it is not looked for.
  become(writer, block('b', `Otro párrafo. ${anew}`), block('d', 'Nada.'));
  hear();
  expect(standsOn(reader, anchor)).toBe(null);
});

test('words like others of the text are not taken for them, nor what could be one of two', () => {
  const salud = 'El Ministerio de Salud publica sus datos';
  const finanzas = 'El Ministerio de Finanzas publica sus datos';
  const { writer, reader, hear } = two(page(block('a', `${salud}. ${finanzas}.`), block('b', 'Nada.')));
  const anchor = keptOn(reader, salud);
  expect(anchor.unique).toBe('text');
  become(writer, block('a', `${finanzas}.`), block('b', 'Nada.'));
  moveBlock(writer, 0, 1);
  hear();
  expect(standsOn(reader, anchor)).toBe(null);

  const one = two(page(block('a', `${worded}.`), block('b', 'Nada.')));
  const alone = keptOn(one.reader, worded);
  const first = 'Las instituciones publicaron sus datos abiertos cada tres meses';
  const second = 'Las instituciones publicarán sus datos abiertos cada tres meses';
  become(one.writer, block('a', `${first}. ${second}.`), block('b', 'Nada.'));
  moveBlock(one.writer, 0, 1);
  one.hear();
  expect(standsOn(one.reader, alone)).toBe(null);
});

test('what is claimed of an anchor is what the text has there, or is not taken', () => {
  const { reader } = two();
  const { blockId, quote, unique, start, end } = anchorOn(reader, 'dos veces');
  const anchor = { blockId, quote, unique, start, end };
  const forged = { ...anchor, quote: 'nadie firma', blockId: 'z', unique: 'nowhere' } as const;
  expect(standingAnchor(reader.now(), forged)).toEqual(anchor);
  const lost = { ...anchor, start: 'AAAA', end: 'AAAA' };
  expect(standingAnchor(reader.now(), lost)).toMatchObject({ quote: 'dos veces', blockId: 'a' });
  expect(standingAnchor(reader.now(), { ...lost, quote: 'nadie firma' })).toBe(null);
});

/** A text of sentences of these, each paragraph some of them in a row. */
const vocabulary =
  'agua trámite plazo firma papel voz niñez salud camino escuela ventanilla registro derecho consulta respuesta acuerdo mesa lengua comunidad municipio presupuesto control acceso servicio persona norma taller archivo campo ciudad obra meta dato puente'.split(
    ' ',
  );
const elsewhere = 'zorro quetzal jade volcán ceiba obsidiana tortuga colibrí maíz cacao'.split(' ');
const someWords = (from: readonly string[], least: number, most: number) =>
  fc.array(fc.constantFrom(...from), { minLength: least, maxLength: most });

test('whatever becomes of the words around them, words are found by likeness where some of them are left, and nowhere once none is', () => {
  const shape = fc.record({
    paragraphs: fc.array(someWords(vocabulary, 8, 30), { minLength: 2, maxLength: 5 }),
    at: fc.nat(),
    length: fc.integer({ min: 4, max: 9 }),
    anew: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...elsewhere)), { maxLength: 2 }),
    before: someWords(elsewhere, 0, 6),
    behind: someWords(elsewhere, 0, 6),
    isGone: fc.boolean(),
    to: fc.nat(),
  });
  let [found, alone] = [0, 0];
  fc.assert(
    fc.property(shape, ({ paragraphs, at, length, anew, before, behind, isGone, to }) => {
      const blocks = paragraphs.map((words, index) => block(`p${index}`, words.join(' ')));
      const { writer, reader, hear } = two(page(...blocks));
      const chosen = at % paragraphs.length;
      const all = paragraphs[chosen] ?? [];
      const start = at % Math.max(1, all.length - length);
      const quoted = all.slice(start, start + length);
      const now = reader.now();
      const from = 1 + now.doc.children.slice(0, chosen).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
      const lead = all.slice(0, start).join(' ').length + (start === 0 ? 0 : 1);
      const made = makeAnchor(now, { from: from + lead, to: from + lead + quoted.join(' ').length });
      const anchor = made === null ? null : standingAnchor(now, made);
      if (anchor === null) throw new Error('there are words');
      expect(anchor.quote).toBe(quoted.join(' '));
      const left = [...quoted];
      for (const [place, word] of anew) left[place % left.length] = word;
      const changed = [...all.slice(0, start), ...before, ...(isGone ? [] : left), ...behind, ...all.slice(start + length)];
      become(writer, ...blocks.map((one, index) => (index === chosen ? block(`p${index}`, changed.join(' ')) : one)));
      moveBlock(writer, chosen, to % paragraphs.length);
      hear();
      const { doc } = reader.now();
      const [place] = placesOfAnchors(reader.now(), [anchor]);
      if (anchor.unique === 'alone') alone += 1;
      if (place == null) return;
      found += 1;
      const words = doc.textBetween(place.from, place.to, '|').split(' ');
      if (place.by === 'found') {
        expect(words).toEqual(quoted);
        return;
      }
      // Found by likeness only where nothing was like them, in their block, and no word that was beside them is taken for them alone.
      expect([place.by, anchor.unique, isGone]).toEqual(['alike', 'alone', false]);
      expect(changed.join(' ')).toContain(words.join(' '));
      const kept = left.filter((word) => quoted.includes(word));
      expect(words.filter((word) => kept.includes(word)).length).toBeGreaterThanOrEqual(kept.length / 2);
    }),
    { numRuns: 300 },
  );
  // It is about something: many were found so.
  expect(found).toBeGreaterThan(20);
  expect(alone).toBeGreaterThan(50);
});
