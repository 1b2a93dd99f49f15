// What of the queue is shown, and who comes next.
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { expect, test } from 'vitest';
import { inQueue, neighbour, type Queue } from './queue.ts';

const one = (id: string, over: Partial<Observation> = {}): Observation =>
  ({
    ...{ id, folio: `B1-OBS-000${id}`, state: 'received', kind: 'substance', actorKind: 'ong', way: 'screen', late: false },
    ...{
      satisfaction: 'none',
      ...{ disposition: null, response: null, duplicateOf: null },
      quote: 'Los trámites',
      justification: '',
      proposedText: null,
      institution: null,
      onBehalfOf: null,
    },
    ...over,
  }) as Observation;
const all = [
  one('1'),
  one('2', { state: 'resolved', satisfaction: 'unsatisfied', disposition: 'accepted', response: 'Sí.' }),
  one('3', { way: 'letter', onBehalfOf: 'Comité de Ñuñoa' }),
  one('4', { late: true, kind: 'form', actorKind: 'academia' }),
];
const everything: Queue = { query: '', filter: 'all', kind: null, actorKind: null };
const shown = (queue: Partial<Queue>): string =>
  inQueue(all, { ...everything, ...queue })
    .map(({ id }) => id)
    .join('');

test.each<[Partial<Queue>, string]>([
  [{}, '1234'],
  [{ filter: 'open' }, '134'],
  [{ filter: 'answered' }, '2'],
  [{ filter: 'letter' }, '3'],
  [{ filter: 'late' }, '4'],
  [{ filter: 'objections' }, '2'],
  [{ kind: 'form' }, '4'],
  [{ actorKind: 'ong' }, '123'],
  [{ query: 'ñunoa' }, '3'],
  [{ query: 'obs-0001' }, '1'],
  [{ query: 'tramites', filter: 'open' }, '134'],
  [{ query: 'nada' }, ''],
])('%o shows %j', (queue, ids) => {
  expect(shown(queue)).toBe(ids);
});
test('a disposition without its reasons is no answer, nor is being the same as one that has none', () => {
  const some = [
    one('1', { state: 'analysing', disposition: 'not_accepted' }),
    one('2', { state: 'resolved', disposition: 'duplicate', duplicateOf: '1' }),
    one('3', { state: 'resolved', disposition: 'duplicate', duplicateOf: '4' }),
    one('4', { state: 'resolved', disposition: 'not_accepted', response: 'No cabe.' }),
  ];
  const ids = (filter: Queue['filter']): string[] => inQueue(some, { ...everything, filter }).map(({ id }) => id);
  expect([ids('open'), ids('answered')]).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
});
test('the next, the one before, and where it went away meanwhile the ends', () => {
  expect(neighbour(all, { id: '2', by: 1 })?.id).toBe('3');
  expect(neighbour(all, { id: '2', by: -1 })?.id).toBe('1');
  expect(neighbour(all, { id: '4', by: 1 })).toBeUndefined();
  expect(neighbour(all, { id: 'gone', by: 1 })?.id).toBe('1');
});
