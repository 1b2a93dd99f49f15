// When a device begins to keep the shell: not before the page it asked for has what it needs, nor without a network.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startServiceWorker } from './service-worker.ts';

const register = vi.fn(async () => ({}));
const fetched = vi.fn(async () => new Response());
/** What the browser answers when it is asked what it keeps already. */
let registered: object | undefined;
let page: EventTarget;
let network: { onLine: boolean };

beforeEach(() => {
  vi.useFakeTimers();
  register.mockClear();
  fetched.mockReset().mockImplementation(async () => new Response());
  vi.stubGlobal('fetch', fetched);
  registered = undefined;
  page = new EventTarget();
  network = { onLine: true };
  vi.stubGlobal('window', page);
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('document', { readyState: 'complete' });
  vi.stubGlobal('navigator', {
    serviceWorker: { register, getRegistration: async () => registered },
    locks: { request: () => Promise.resolve() },
    get onLine() {
      return network.onLine;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

test('a device that keeps nothing yet begins some seconds after its page has loaded', async () => {
  vi.stubGlobal('document', { readyState: 'interactive' });
  void startServiceWorker();
  await pass(60_000);
  expect(register).not.toHaveBeenCalled();
  page.dispatchEvent(new Event('load'));
  await pass(3_900);
  expect(register).not.toHaveBeenCalled();
  await pass(600);
  expect(register).toHaveBeenCalledOnce();
});

test('one whose network went meanwhile begins when it is back, and at rest again', async () => {
  void startServiceWorker();
  await pass(1_000);
  network.onLine = false;
  await pass(60_000);
  expect(fetched).not.toHaveBeenCalled();
  network.onLine = true;
  page.dispatchEvent(new Event('online'));
  await pass(3_900);
  expect(fetched).not.toHaveBeenCalled();
  await pass(1_000);
  expect(register).toHaveBeenCalledOnce();
});

test('one that does not reach the server asks it for nothing, and tries again', async () => {
  fetched.mockImplementation(async () => {
    throw new TypeError('Failed to fetch');
  });
  void startServiceWorker();
  await pass(30_000);
  expect(fetched.mock.calls.length).toBeGreaterThan(1);
  expect(register).not.toHaveBeenCalled();
  fetched.mockImplementation(async () => new Response(null, { status: 502 }));
  await pass(30_000);
  expect(register).not.toHaveBeenCalled();
  fetched.mockImplementation(async () => new Response());
  await pass(30_000);
  expect(register).toHaveBeenCalledOnce();
});

test('one that keeps it already looks for a newer one at once', async () => {
  registered = {};
  void startServiceWorker();
  await pass(0);
  expect(register).toHaveBeenCalledOnce();
});

test('over plain http nothing is begun', async () => {
  vi.stubGlobal('isSecureContext', false);
  await startServiceWorker();
  expect(register).not.toHaveBeenCalled();
});
