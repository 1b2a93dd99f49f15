// Starts the worker that opens the pages without a network, and lets a new version take over only where nobody is working in the old one.

/** Held by every open page, so that a page can know whether it is the only one. */
const openPage = 'cocrea.open-page';

async function onlyPage(): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].filter(({ name }) => name === openPage).length <= 1;
}

/**
 * Registers the service worker where the browser has one: over https, or on the machine itself. Elsewhere everything works but opening
 * the page without a network. A version that waits is started, and this page loaded anew, only when this is the one page open and it
 * has just been opened: later somebody may be typing.
 */
export async function startServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  void navigator.locks.request(openPage, { mode: 'shared' }, () => new Promise<void>(() => undefined));
  const waiting = (await navigator.serviceWorker.getRegistration('/'))?.waiting;
  if (waiting && navigator.serviceWorker.controller && (await onlyPage())) {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ type: 'SKIP_WAITING' });
    return;
  }
  await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' });
}
