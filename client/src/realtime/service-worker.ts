// Starts the worker that opens the pages without a network, and lets a new version take over only where nobody is working in the old one.
import { retryDelay } from './retry-delay.ts';

/** Held by every open page, so that a page can know whether it is the only one. */
const openPage = 'cocrea.open-page';
/**
 * Milliseconds after which a page that is new to a device has what it asked for itself. The shell it keeps for a time without a network is
 * close to a megabyte: on the wifi of a hall it must not stand in the way of the first words.
 */
const calmAfter = 4_000;

async function onlyPage(): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].filter(({ name }) => name === openPage).length <= 1;
}

/**
 * Registers the service worker where the browser has one: over https, or on the machine itself. Elsewhere everything works but opening
 * the page without a network. A version that waits is started, and this page loaded anew, only when this is the one page open and it
 * has just been opened: later somebody may be typing. A device that keeps nothing yet begins when the page has come to rest.
 */
export async function startServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  void navigator.locks.request(openPage, { mode: 'shared' }, () => new Promise<void>(() => undefined));
  const registered = await navigator.serviceWorker.getRegistration('/');
  const waiting = registered?.waiting;
  if (waiting && navigator.serviceWorker.controller && (await onlyPage())) {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ type: 'SKIP_WAITING' });
    return;
  }
  if (!registered) await atRest();
  await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' });
}

/** Resolves when the page has come to rest and the server answers: a worker asked for in vain would be an error of the page. */
async function atRest(): Promise<void> {
  if (document.readyState !== 'complete') await once('load');
  for (let attempt = 0; ; attempt += 1) {
    if (!navigator.onLine) await once('online');
    const wait = calmAfter + retryDelay(attempt, { reason: null, random: Math.random() });
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (navigator.onLine && (await serverAnswers())) return;
  }
}

async function serverAnswers(): Promise<boolean> {
  return fetch('/sw.js', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function once(event: 'load' | 'online'): Promise<unknown> {
  return new Promise((resolve) => window.addEventListener(event, resolve, { once: true }));
}
