// What stands in which column, what a filter leaves, and what dots do to the order.
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import type { Cluster, Contribution } from '@cocrea/shared/domain/contribution.ts';
import { expect, test } from 'vitest';
import { cardsOf, columnsOf, keepSame, lateOf, type Filter, type Sort } from './board-view.ts';

function contribution(id: string, more: Partial<Contribution> = {}): Contribution {
  return {
    id,
    folio: id,
    subTableId: 'mesa',
    question: 1,
    text: id,
    language: 'es',
    authorId: 'alguien',
    authorName: null,
    authorKind: null,
    circle: null,
    onBehalfOf: null,
    way: 'phone',
    clusterId: id,
    marks: [],
    state: 'captured',
    late: false,
    writtenAt: 1,
    receivedAt: 1,
    version: 1,
    ...more,
  };
}
function cluster(id: string, more: Partial<Cluster> = {}): Cluster {
  const said = { agreement: null, minorityView: null, plenary: false, validatedAt: null };
  return { id, subTableId: 'mesa', question: 1, ...said, position: 1, version: 1, ...more };
}
const board: BoardNow = {
  contributions: [
    contribution('a', { marks: ['norm'] }),
    contribution('b', { clusterId: 'a' }),
    contribution('c', { state: 'validated' }),
    contribution('tarde', { late: true }),
    contribution('d', { question: 4 }),
  ],
  clusters: [
    cluster('d', { question: 4 }),
    cluster('c', { position: 3, agreement: 'agree', validatedAt: 5 }),
    cluster('a', { position: 7, plenary: true }),
    cluster('tarde', { position: 1 }),
  ],
  dots: { a: 4 },
};
const questions = ['¿Uno?', '¿Dos?', '¿Tres?', '¿Cuatro?'];
const shown = (filter: Filter, sort: Sort = 'table'): string[][] =>
  columnsOf(cardsOf(board), { questions, filter, sort }).map((column) => column.shown.map(({ id }) => id));

test('each stands in its column in the order of the table, and what came late in none', () => {
  expect(shown('all')).toEqual([['c', 'a'], [], [], ['d']]);
  expect(columnsOf(cardsOf(board), { questions, filter: 'norm', sort: 'table' }).map(({ count }) => count)).toEqual([3, 0, 0, 1]);
  expect(lateOf(board).map(({ id }) => id)).toEqual(['tarde']);
});

test.each([
  ['norm', ['a']],
  ['agree', ['c']],
  ['undecided', ['a', 'd']],
  ['plenary', ['a']],
  ['unread', ['a', 'd']],
  ['validated', ['c']],
] as const)('the filter %s leaves %j', (filter, left) => {
  expect(shown(filter).flat()).toEqual(left);
});

test('by dots the most given stands first; hidden dots are no zero', () => {
  expect(shown('all', 'dots')[0]).toEqual(['a', 'c']);
  expect(cardsOf({ ...board, dots: null }).map(({ dots }) => dots)).toEqual([null, null, null]);
});

test('a card in which nothing changed is the very same object', () => {
  const before = cardsOf(board);
  const [first, second] = keepSame(before, cardsOf({ ...board, dots: { a: 5 } }));
  expect([before.includes(first!), before.includes(second!)]).toEqual([true, false]);
  expect(keepSame(before, cardsOf(board, new Set(['b']))).map((card, index) => card === before[index])).toEqual([
    true,
    false,
    true,
  ]);
});
