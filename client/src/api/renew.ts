// Asking again for what the feed says has changed: at once, and once more where something else changed before the answer came. Asking anew for
// every event and dropping what is on its way would show a busy table nothing at all until it falls silent.
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Of each client, what is on its way, and whether it has to be asked for once more. */
const renewals = new WeakMap<QueryClient, Map<string, { again: boolean }>>();

export function renew(client: QueryClient, queryKey: QueryKey): void {
  const underWay = renewals.get(client) ?? new Map<string, { again: boolean }>();
  renewals.set(client, underWay);
  const name = JSON.stringify(queryKey);
  const known = underWay.get(name);
  if (known) {
    known.again = true;
    return;
  }
  const renewal = { again: false };
  underWay.set(name, renewal);
  void client.invalidateQueries({ queryKey }).finally(() => {
    underWay.delete(name);
    if (renewal.again) renew(client, queryKey);
  });
}
