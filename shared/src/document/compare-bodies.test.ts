// What became of each block: told by ids first, by words where those went elsewhere.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBodies } from './compare-bodies.ts';
import type { DocumentJson } from './seed.ts';
import { wordRuns } from './word-runs.ts';

const paragraph = (id: string, ...texts: (string | DocumentJson)[]): DocumentJson => ({
  type: 'paragraph',
  attrs: { id },
  content: texts.map((text) => (typeof text === 'string' ? { type: 'text', text } : text)),
});
const heading = (id: string, text: string): DocumentJson => ({
  ...paragraph(id, text),
  type: 'heading',
  attrs: { id, level: 2 },
});
const doc = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content });
const told = (before: DocumentJson, after: DocumentJson) =>
  compareBodies(before, after).map(
    ({ lineage, blockId, from }) => `${blockId} ${lineage}${from.join() === blockId ? '' : ` ← ${from.join()}`}`,
  );

const first = 'La estrategia se escribe en tres borradores que reciben observaciones.';
const second = 'Cada observación recibe una respuesta con su motivo y se publica.';
const base = doc(heading('h', 'Procesos'), paragraph('a', first), paragraph('b', second), paragraph('c', 'Fin del proceso.'));

test('the same, edited, new and retired', () => {
  const after = doc(
    heading('h', 'Procesos'),
    paragraph('a', first.replace('tres', 'cuatro')),
    paragraph('n', 'Algo del todo nuevo.'),
    paragraph('c', 'Fin del proceso.'),
  );
  expect(told(base, after)).toEqual(['h same', 'a edited', 'b retired', 'n new ← ', 'c same']);
  const change = compareBodies(base, after)[1];
  expect(change?.section).toBe('Procesos');
  expect(change?.runs).toEqual([
    { kind: 'same', text: 'La estrategia se escribe en ' },
    { kind: 'removed', text: 'tres' },
    { kind: 'added', text: 'cuatro' },
    { kind: 'same', text: ' borradores que reciben observaciones.' },
  ]);
});
test('split: the first half keeps the id, the second half is known by its words', () => {
  const whole = doc(paragraph('a', `${first} ${second}`));
  expect(told(whole, doc(paragraph('a', first), paragraph('n', second)))).toEqual(['a split', 'n split ← a']);
});
test('merged: words of a block that is gone stand in another', () => {
  expect(told(doc(paragraph('a', first), paragraph('b', second)), doc(paragraph('a', `${first} ${second}`)))).toEqual([
    'a merged ← a,b',
  ]);
});
test('typed anew under another id it is the same block, edited', () => {
  expect(told(doc(paragraph('a', first)), doc(paragraph('n', `${first} Y más.`)))).toEqual(['n edited ← a']);
});
test('a copy beside its original is new', () => {
  expect(told(doc(paragraph('a', first)), doc(paragraph('a', first), paragraph('n', first)))).toEqual(['a same', 'n new ← ']);
});
test('moved: the fewest that can have moved', () => {
  const after = doc(heading('h', 'Procesos'), paragraph('b', second), paragraph('c', 'Fin del proceso.'), paragraph('a', first));
  expect(told(base, after)).toEqual(['h same', 'b same', 'c same', 'a moved']);
});
test('a mark, a level, a footnote', () => {
  const bold = { type: 'text', text: 'negrita', marks: [{ type: 'bold' }] };
  const plain = doc(paragraph('a', 'Una negrita'));
  const [marked] = compareBodies(plain, doc(paragraph('a', 'Una ', bold)));
  expect(marked).toMatchObject({ lineage: 'edited', onlyFormat: true, before: 'Una negrita', after: 'Una negrita' });
  const noted = compareBodies(plain, doc(paragraph('a', 'Una negrita', { type: 'footnote', attrs: { text: 'nota' } })))[0];
  expect(noted).toMatchObject({ lineage: 'edited', onlyFormat: false, after: 'Una negrita⟦nota⟧' });
});
test('words with the letters of Mayan languages stay whole', () => {
  expect(wordRuns('en Kʼicheʼ y Qʼeqchiʼ', 'en Kʼicheʼ y Kaqchikel')).toEqual([
    { kind: 'same', text: 'en Kʼicheʼ y ' },
    { kind: 'removed', text: 'Qʼeqchiʼ' },
    { kind: 'added', text: 'Kaqchikel' },
  ]);
});
test('the runs of any two texts give both back', () => {
  const text = fc
    .array(fc.constantFrom('uno', 'dos', 'tres', 'ñandú', 'Kʼicheʼ', ',', ' ', '\n', '.'), { maxLength: 40 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = wordRuns(before, after);
      const side = (without: string) =>
        runs
          .filter(({ kind }) => kind !== without)
          .map((run) => run.text)
          .join('');
      expect(side('added')).toBe(before);
      expect(side('removed')).toBe(after);
    }),
  );
});
test('how far it is is told block by block, of both sides, and ends with all of them', () => {
  const told: [number, number][] = [];
  const after = doc(paragraph('a', 'uno cinco'), paragraph('c', 'seis'));
  const before = doc(paragraph('a', 'uno dos'), paragraph('b', 'tres'));
  compareBodies(before, after, { onCompared: (blocks, of) => told.push([blocks, of]) });
  expect(told).toEqual([0, 1, 2, 3].map((blocks) => [blocks, 3]));
});
test('every block of both sides is told of once, in itself or in where its words went', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const sentence = fc.array(fc.constantFrom('uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete'), {
    minLength: 1,
    maxLength: 12,
  });
  const body = fc
    .uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
    .chain((chosen) =>
      fc
        .array(sentence, { minLength: chosen.length, maxLength: chosen.length })
        .map((texts) => ({ chosen, json: doc(...chosen.map((id, at) => paragraph(id, (texts[at] ?? []).join(' ')))) })),
    );
  fc.assert(
    fc.property(body, body, (before, after) => {
      const changes = compareBodies(before.json, after.json);
      const later = changes.filter(({ lineage }) => lineage !== 'retired').map(({ blockId }) => blockId);
      expect(later).toEqual(after.chosen);
      const mentioned = new Set(changes.flatMap(({ from }) => from));
      for (const id of before.chosen) expect(mentioned.has(id)).toBe(true);
      expect(compareBodies(after.json, after.json).every(({ lineage }) => lineage === 'same')).toBe(true);
    }),
  );
});
