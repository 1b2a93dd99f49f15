// What a wall shows of a table: only what came in time, in the order of questions and columns.
import type { Cluster, Contribution } from '@cocrea/shared/domain/contribution.ts';
import { expect, test } from 'vitest';
import { itemsOf } from './items-of.ts';

function board(...made: readonly { id: string; question: number; position: number; plenary?: boolean; late?: boolean }[]) {
  return {
    clusters: made.map((one) => ({ plenary: false, ...one }) as unknown as Cluster),
    contributions: made.map(({ id, late = false }) => ({ id, clusterId: id, late }) as Contribution),
  };
}
const idsOf = (items: ReturnType<typeof itemsOf>): string[] => items.map(({ cluster }) => cluster.id);

test('items stand by question, then as they stand in their column', () => {
  const mixed = board(
    { id: 'c', question: 2, position: 1 },
    { id: 'b', question: 1, position: 9 },
    { id: 'a', question: 1, position: 3 },
  );
  expect(idsOf(itemsOf(mixed, 'all'))).toEqual(['a', 'b', 'c']);
});

test('the plenary has what is marked for it, and neither late nor empty clusters', () => {
  const { clusters, contributions } = board(
    { id: 'a', question: 1, position: 1, plenary: true },
    { id: 'b', question: 1, position: 2 },
    { id: 'late', question: 1, position: 3, plenary: true, late: true },
    { id: 'empty', question: 1, position: 4, plenary: true },
  );
  const filled = contributions.filter(({ id }) => id !== 'empty');
  expect(idsOf(itemsOf({ clusters, contributions: filled }, 'plenary'))).toEqual(['a']);
  expect(idsOf(itemsOf({ clusters, contributions: filled }, 'all'))).toEqual(['a', 'b']);
});
