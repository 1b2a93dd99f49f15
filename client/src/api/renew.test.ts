// However fast the feed speaks, an answer on its way is shown, and what came after it was asked for is asked for once more.
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { renew } from './renew.ts';

test('many changes during one answer make one more question, and the answer in between is shown', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } });
  const answers: ((value: string) => void)[] = [];
  const ask = vi.fn(() => new Promise<string>((resolve) => answers.push(resolve)));
  const observer = new QueryObserver(client, {
    queryKey: ['board'],
    queryFn: ask,
    initialData: 'empty',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const seen: (string | undefined)[] = [];
  const end = observer.subscribe(({ data }) => seen.push(data));
  for (let event = 0; event < 5; event += 1) renew(client, ['board']);
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
  answers[0]?.('first');
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  expect(seen).toContain('first');
  answers[1]?.('second');
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('second'));
  renew(client, ['board']);
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(3));
  end();
});

test('one that fails does not stop the next', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } });
  const ask = vi.fn(() => Promise.reject(new Error('away')));
  const observer = new QueryObserver(client, {
    queryKey: ['board'],
    queryFn: ask,
    initialData: 'known',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const end = observer.subscribe(() => undefined);
  renew(client, ['board']);
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => expect(client.isFetching()).toBe(0));
  renew(client, ['board']);
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  end();
});
