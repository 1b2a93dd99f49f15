// @vitest-environment jsdom
// What a page knows of what it sends: one at a time, with its answer or its failure, also where the page is gone by then.
import { act, createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSending, type Sending } from './use-sending.ts';

let root: Root;
let page: Sending<string, number>;
let answers: PromiseWithResolvers<number>[];
const command = vi.fn<(input: string) => Promise<number>>(() => {
  const answer = Promise.withResolvers<number>();
  answers.push(answer);
  return answer.promise;
});
function Page(): null {
  page = useSending(command);
  return null;
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  command.mockClear();
  answers = [];
  root = createRoot(document.createElement('div'));
  act(() => root.render(createElement(Page)));
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

test('it is on its way, then there is an answer; a second tap meanwhile sends nothing', async () => {
  const onSuccess = vi.fn();
  act(() => {
    page.send('once', { onSuccess });
    page.send('twice');
  });
  expect(page).toMatchObject({ pending: true, data: undefined });
  expect(command.mock.calls).toEqual([['once']]);
  await act(async () => answers[0]?.resolve(7));
  expect(page).toMatchObject({ pending: false, data: 7, error: null });
  expect(onSuccess).toHaveBeenCalledExactlyOnceWith(7);
});

test('a failure is told, and gone when it is sent again', async () => {
  const onError = vi.fn();
  act(() => page.send('once', { onError }));
  const failure = new Error('refused');
  await act(async () => answers[0]?.reject(failure));
  expect(page).toMatchObject({ pending: false, error: failure });
  expect(onError).toHaveBeenCalledExactlyOnceWith(failure);
  act(() => page.send('again'));
  expect(page).toMatchObject({ pending: true, error: null });
  await act(async () => answers[1]?.resolve(8));
  expect(page).toMatchObject({ data: 8 });
});

test('what follows is done also where the page that sent is gone', async () => {
  const onSuccess = vi.fn();
  act(() => page.send('once', { onSuccess }));
  act(() => root.render(null));
  await act(async () => answers[0]?.resolve(7));
  expect(onSuccess).toHaveBeenCalledExactlyOnceWith(7);
});
