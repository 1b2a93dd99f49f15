// A block is sent under one id however often it is tried; what arrived is not sent again.
import { expect, test } from 'vitest';
import { undecided, withIds } from './kept-decision.ts';
import { waitingOf } from './send-late.ts';

const block = (key: string) => ({ key, blockId: key, before: 'a', text: 'b', anchor: null });

test('an id is made once and kept; new blocks get their own', () => {
  const first = withIds(undecided, ['a', 'b']);
  expect(Object.keys(first.ids)).toEqual(['a', 'b']);
  expect(first.ids['a']).not.toBe(first.ids['b']);
  expect(withIds(first, ['b', 'a'])).toBe(first);
  expect(withIds(first, ['a', 'c']).ids).toMatchObject(first.ids);
});

test('what arrived waits no more', () => {
  const decision = { ...undecided, sent: { a: { folio: 'B1-T-0001', as: 'late_writing' as const } } };
  expect(waitingOf(decision, [block('a'), block('b')]).map(({ key }) => key)).toEqual(['b']);
});
