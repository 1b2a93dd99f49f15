// What waits at the desk: also what was incorporated into a paragraph that is gone.
import type { Blocker } from '@cocrea/shared/domain/draft.ts';
import { expect, test } from 'vitest';
import type { DeskAnswer } from '../../api/consolidation.ts';
import { cellOf, filterSources, lostAmong, sourcesOf } from './source.ts';

const said = (id: string, state: string) => ({ id, folio: id, text: id, state, subTableId: 'mesa', question: 1 });
const desk = {
  contributions: [said('a', 'validated'), said('b', 'incorporated'), said('c', 'incorporated'), said('d', 'not_incorporated')],
  outcomes: [],
  proposals: [{ id: 'p', title: 'p', text: '', state: 'incorporated', version: 1 }],
  lateWritings: [said('t', 'incorporated')],
  origins: [],
} as unknown as DeskAnswer;
const blocker = (what: Blocker['what'], id: string, lacks: Blocker['lacks']): Blocker => ({
  what,
  id,
  folio: id,
  text: '',
  lacks,
});

test('what lost its paragraph waits again, and is told apart from what never had one', () => {
  const lost = lostAmong([
    blocker('contribution', 'a', 'outcome'),
    blocker('contribution', 'c', 'destination'),
    blocker('late_writing', 't', 'destination'),
    blocker('observation', 'd', 'destination'),
  ]);
  const sources = sourcesOf(desk, lost);
  expect(Object.fromEntries(sources.map(({ id, fate }) => [id, fate]))).toEqual({
    ...{ a: 'waiting', b: 'incorporated', c: 'lost', d: 'not_incorporated' },
    ...{ p: 'incorporated', t: 'lost' },
  });
  const waiting = filterSources(sources, { query: '', waitingOnly: true, cell: null });
  expect(waiting.map(({ id }) => id)).toEqual(['a', 'c', 't']);
  expect(cellOf(sources, { subTableId: 'mesa', question: 1 })).toEqual({ total: 4, settled: 2 });
});
