// Asking again for what the feed says has changed: at once, and while more keeps coming no more often than a screen can show. Five full
// tables send tens of contributions a second; without this every one of them would fetch a whole board on every screen.
import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';

/** Milliseconds between two askings for the same: what comes meanwhile is had with the next. */
const pause = 250;

interface Askings {
  /** When each was last asked for. */
  readonly asked: Map<string, number>;
  /** Those still to come. */
  readonly waiting: Set<string>;
}
const askings = new WeakMap<QueryClient, Askings>();

export function askAgain(client: QueryClient, queryKey: QueryKey): void {
  const { asked, waiting } = askings.get(client) ?? { asked: new Map<string, number>(), waiting: new Set<string>() };
  askings.set(client, { asked, waiting });
  const name = hashKey(queryKey);
  if (waiting.has(name)) return;
  const ask = (): void => {
    waiting.delete(name);
    asked.set(name, performance.now());
    void client.invalidateQueries({ queryKey });
  };
  const wait = (asked.get(name) ?? Number.NEGATIVE_INFINITY) + pause - performance.now();
  if (wait <= 0) return ask();
  waiting.add(name);
  setTimeout(ask, wait);
}
