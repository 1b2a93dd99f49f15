// Asking again for what the feed says has changed: at once; and while more keeps coming, when the answer is here and no more often than a
// screen can show. Asking for every event would fetch a whole board tens of times a second when five tables are full; dropping what is on its
// way for the next would show a busy table on a slow line nothing at all until it falls silent.
import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';

/** Milliseconds between two askings for the same: what comes meanwhile is had with the next. */
const pause = 250;

/** Of each client what is being asked for, and whether something changed since. */
const askings = new WeakMap<QueryClient, Map<string, { again: boolean }>>();

/** `ask` fetches it where that is done otherwise than by asking for the whole query; it never rejects. */
export function askAgain(
  client: QueryClient,
  queryKey: QueryKey,
  ask: () => Promise<unknown> = () => client.invalidateQueries({ queryKey }),
): void {
  const underWay = askings.get(client) ?? new Map<string, { again: boolean }>();
  askings.set(client, underWay);
  const name = hashKey(queryKey);
  const known = underWay.get(name);
  if (known) {
    known.again = true;
    return;
  }
  const asking = { again: false };
  underWay.set(name, asking);
  const paused = new Promise<void>((resolve) => setTimeout(resolve, pause));
  void Promise.allSettled([ask(), paused]).then(() => {
    underWay.delete(name);
    if (asking.again) askAgain(client, queryKey, ask);
  });
}
