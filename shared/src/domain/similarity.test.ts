// Texts that say the same are found alike, whatever their accents, their case and the order of their words; others are not.
import { expect, test } from 'vitest';
import { mostAlike, similarity } from './similarity.ts';

const texts = {
  messages: { id: '1', title: 'Seguimiento de trámites por mensaje de texto', opening: '' },
  alsoMessages: { id: '2', title: 'MENSAJES DE TEXTO PARA EL SEGUIMIENTO DE TRAMITES', opening: '' },
  purchases: { id: '3', title: 'Compras públicas en datos abiertos y explicadas', opening: '' },
  school: { id: '4', title: 'Escuela de datos para municipalidades', opening: '' },
};
const all = Object.values(texts);

test('the same words are 1, nothing in common is 0, nothing at all is 0', () => {
  expect(similarity('Trámites en línea', 'tramites EN LINEA')).toBe(1);
  expect(similarity('Riqʼin', "riq'in")).toBe(1);
  expect(similarity('zapatos', 'hueco')).toBe(0);
  expect(similarity('', 'hueco')).toBe(0);
  expect(similarity('de la', 'de la')).toBe(0);
});

test('two that say the same are shown to each other, and neither to itself', () => {
  expect(mostAlike(texts.messages, { among: all, most: 3 }).map(({ id }) => id)).toEqual(['2']);
  expect(mostAlike(texts.alsoMessages, { among: all, most: 3 }).map(({ id }) => id)).toEqual(['1']);
});

test('sharing a theme is not being alike', () => {
  expect(mostAlike(texts.purchases, { among: all, most: 3 })).toEqual([]);
  expect(mostAlike(texts.school, { among: all, most: 3 })).toEqual([]);
});

test('another title over the same words is found by what it says', () => {
  const opening = 'La persona entrega sus papeles y no sabe en qué va su trámite hasta que vuelve a la ventanilla a preguntar.';
  const one = { id: 'a', title: 'Avisos', opening };
  const other = { id: 'b', title: 'Que no haya que volver', opening: opening.replace('papeles', 'documentos') };
  expect(mostAlike(one, { among: [other, ...all], most: 3 })).toEqual([other]);
});

test('the most alike stands first, and no more are given than asked for', () => {
  const titles = ['Mensaje de texto', 'Seguimiento de trámites por mensaje', 'Seguimiento de trámites por mensaje de textos'];
  const among = titles.map((title, index) => ({ id: `m${index}`, title, opening: '' }));
  expect(mostAlike(texts.messages, { among, most: 2 }).map(({ id }) => id)).toEqual(['m2', 'm1']);
});

test('it is the same both ways, and never outside 0 and 1', () => {
  for (const one of all) {
    for (const other of all) {
      const score = similarity(one.title, other.title);
      expect(score).toBe(similarity(other.title, one.title));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  }
});
