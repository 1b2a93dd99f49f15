// A comment changes one thread: a screen that shows them fetches that one alone, and all of them only where it cannot know the rest.
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearThread, type CommentsAnswer } from './changed-thread.ts';
import { commentsKey } from './keys.ts';

const asked: string[] = [];
const thread = (id: string, state = 'open') => ({ id, state, comments: [] }) as unknown as CommentsAnswer['threads'][number];
let answer: (path: string) => unknown = () => ({});

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path.replace('/api/labs/lab/', ''));
    const body = answer(path);
    return Promise.resolve(body === null ? new Response('{}', { status: 500 }) : Response.json(body));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const key = commentsKey('lab', 'b2');
const hear = (client: QueryClient, id: string): void => hearThread(client, { lab: 'lab', document: 'b2', thread: id });
function shown(threads: CommentsAnswer['threads']): { client: QueryClient; lists: () => number; end: () => void } {
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } });
  let lists = 0;
  const queryFn = () => {
    lists += 1;
    return { threads: [thread('whole')] };
  };
  const initialData = { threads };
  const observer = new QueryObserver(client, { queryKey: key, queryFn, initialData, staleTime: Number.POSITIVE_INFINITY });
  return { client, lists: () => lists, end: observer.subscribe(() => undefined) };
}
const now = (client: QueryClient): string[] =>
  client.getQueryData<CommentsAnswer>(key)?.threads.map(({ id, state }) => `${id} ${state}`) ?? [];

test('one thread is fetched and put in its place, a new one behind the others', async () => {
  const { client, lists, end } = shown([thread('a'), thread('b')]);
  answer = (path) => thread(path.split('/').at(-1) ?? '', 'resolved');
  hear(client, 'a');
  hear(client, 'n');
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['comment-threads/a', 'comment-threads/n']);
  expect(now(client)).toEqual(['a resolved', 'b open', 'n resolved']);
  expect(lists()).toBe(0);
  end();
});

test('what changes again while it is on its way is fetched once more, and the later answer stays', async () => {
  const { client, end } = shown([thread('a')]);
  let count = 0;
  answer = () => thread('a', `after ${(count += 1)}`);
  for (let each = 0; each < 5; each += 1) hear(client, 'a');
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['comment-threads/a', 'comment-threads/a']);
  expect(now(client)).toEqual(['a after 2']);
  end();
});

test('many at once, as after an absence, and one that cannot be had make the whole list be fetched', async () => {
  const { client, lists, end } = shown([thread('a')]);
  answer = (path) => thread(path.split('/').at(-1) ?? '');
  for (let each = 0; each < 40; each += 1) hear(client, `t${each}`);
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked.length).toBeLessThanOrEqual(5);
  expect(lists()).toBeGreaterThanOrEqual(1);
  expect(lists()).toBeLessThanOrEqual(2);
  expect(now(client)).toContain('whole open');

  const before = lists();
  answer = () => null;
  hear(client, 'gone');
  await vi.advanceTimersByTimeAsync(1000);
  expect(lists()).toBe(before + 1);
  end();
});

test('a list nobody looks at is not fetched, only known to be old', () => {
  const client = new QueryClient();
  client.setQueryData(key, { threads: [thread('a')] });
  hear(client, 'a');
  expect(asked).toEqual([]);
  expect(client.getQueryState(key)?.isInvalidated).toBe(true);
});
