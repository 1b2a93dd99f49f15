// Who is shown to whom: never everybody, never oneself.
import { expect, test } from 'vitest';
import { similarObservations } from './similar-observations.ts';

const about = (id: string, justification: string, over: object = {}) => ({
  ...{ id, blockId: 'a', quoteFrom: 0, quoteTo: 20, proposedText: null, disposition: null, justification },
  ...over,
});
const one = about('1', 'Falta decir que se atiende en los idiomas mayas.');

test('the same words elsewhere, and fewer of them about the same place', () => {
  const among = [
    one,
    about('2', 'Falta decir en qué idiomas mayas se atiende a la gente.', { blockId: 'b' }),
    about('3', 'Deberían atender también en idiomas del lugar y no solo en uno.'),
    about('4', 'El presupuesto no alcanza para diecisiete reuniones.'),
    about('5', 'Deberían atender también en idiomas del lugar y no solo en uno.', { blockId: 'z' }),
  ];
  expect(similarObservations(one, { among, most: 5 }).map(({ id }) => id)).toEqual(['3', '2']);
  expect(similarObservations(one, { among, most: 1 }).map(({ id }) => id)).toEqual(['3']);
});
