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

test('an answer on its way is shown however much changes meanwhile, and one that fails does not stop the next', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } });
  const answers: { tell: (value: string) => void; fail: (failure: Error) => void }[] = [];
  const queryFn = () => new Promise<string>((tell, fail) => answers.push({ tell, fail }));
  const observer = new QueryObserver(client, { queryKey: ['board'], queryFn, initialData: 'before', staleTime: 60_000 });
  const seen: (string | undefined)[] = [];
  observer.subscribe(({ data }) => seen.push(data));
  // A line on which an answer takes two seconds, and something changes every tenth of one.
  for (let each = 0; each < 20; each += 1) {
    askAgain(client, ['board']);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(answers).toHaveLength(1);
  answers[0]?.tell('first');
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toContain('first');
  expect(answers).toHaveLength(2);
  askAgain(client, ['board']);
  answers[1]?.fail(new Error('away'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(answers).toHaveLength(3);
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
