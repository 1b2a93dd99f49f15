// What changed is asked for at once; a storm of changes is asked for a few times a second, and its last change is never missed.
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askAgain } from './ask-again.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('one change is asked for at once, a hundred in a second four or five times, and the last is among them', async () => {
  const client = new QueryClient();
  let changes = 0;
  const seen: number[] = [];
  const queryFn = () => {
    seen.push(changes);
    return changes;
  };
  const observer = new QueryObserver(client, { queryKey: ['board', 'lab', 5], queryFn, staleTime: Number.POSITIVE_INFINITY });
  observer.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen).toEqual([0]);

  changes = 1;
  askAgain(client, ['board', 'lab', 5]);
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual([0, 1]);

  for (let each = 0; each < 100; each += 1) {
    changes += 1;
    askAgain(client, ['board', 'lab', 5]);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen.at(-1)).toBe(changes);
  expect(seen.length - 2).toBeLessThanOrEqual(5);
  client.clear();
});

test('what changes elsewhere does not wait for it', () => {
  const client = new QueryClient();
  const invalidate = vi.spyOn(client, 'invalidateQueries');
  askAgain(client, ['board', 'lab', 1]);
  askAgain(client, ['board', 'lab', 2]);
  askAgain(client, ['board', 'lab', 1]);
  expect(invalidate.mock.calls.map(([filters]) => filters?.queryKey)).toEqual([
    ['board', 'lab', 1],
    ['board', 'lab', 2],
  ]);
});
