// What was fetched last, kept on the device, so that a page reloaded without network still shows the lab and its documents. It belongs to
// the person it was told to: when they leave or another enters, nothing of it stays.
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { keepOnDevice, keptOnDevice } from './kept-on-device.ts';
import { changesKey, documentsKey, labKey, proposalKey, proposalsKey } from './keys.ts';
import { onAnotherPerson, personNow } from './session.ts';

/** What a page needs to open without network. Lists of people and codes are not kept: nobody needs them there. */
const worthKeeping: readonly unknown[] = [
  labKey('')[0],
  documentsKey('')[0],
  changesKey('')[0],
  proposalsKey('')[0],
  proposalKey('', '')[0],
];
/** Milliseconds between two writings to the device. */
const window = 1000;

interface Answer {
  readonly queryKey: QueryKey;
  readonly data: unknown;
  readonly updatedAt: number;
}

/** What was answered last, also where asking again has failed since: without network that is all there is. */
function answersOf(client: QueryClient): Answer[] {
  return client
    .getQueryCache()
    .getAll()
    .filter(({ state, queryKey }) => state.data !== undefined && worthKeeping.includes(queryKey[0]))
    .map(({ queryKey, state: { data, dataUpdatedAt, isInvalidated } }) => ({
      queryKey,
      data,
      // What was known to be out of date is asked again at once.
      updatedAt: isInvalidated ? 0 : dataUpdatedAt,
    }));
}

/** Puts back what this device kept for whoever is here, keeps what is fetched from now on, and starts over with each person. */
export function keepAnswers(client: QueryClient): void {
  const kept = keptOnDevice<readonly Answer[]>('answers');
  if (kept !== null && kept.personId === personNow()) {
    for (const { queryKey, data, updatedAt } of kept.what) client.setQueryData(queryKey, data, { updatedAt });
  }
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = (): void => {
    timer = null;
    const personId = personNow();
    // In another tab they may have left meanwhile.
    if (personId !== null && personId === keptOnDevice('session')?.personId)
      keepOnDevice('answers', { personId, what: answersOf(client) });
  };
  client.getQueryCache().subscribe(({ type }) => {
    if (type === 'updated' || type === 'removed') timer ??= setTimeout(write, window);
  });
  onAnotherPerson(() => {
    client.getMutationCache().clear();
    client.removeQueries({ type: 'inactive' });
    // Pages watch these: a query that is taken away would tell them nothing any more.
    void client.resetQueries();
  });
}
