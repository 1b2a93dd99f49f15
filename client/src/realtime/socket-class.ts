// What is loaded only where a socket failed: hardly anybody ever carries it. Where it cannot be had, nobody is reached either.
import type { Way } from './ways.ts';

/** The class of sockets over HTTP. */
export async function httpSocket(): Promise<typeof WebSocket> {
  const over = await import('./http-socket.ts').catch(() => null);
  return over === null ? WebSocket : (over.HttpSocket as unknown as typeof WebSocket);
}

/** Finds out whether the way is at fault for a line that was lost before anything was heard on it; `wayNow` may be another then. */
export async function blame(way: Way): Promise<void> {
  await import('./blame.ts').then(({ blameWay }) => blameWay(way)).catch(() => undefined);
}
