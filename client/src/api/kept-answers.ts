// What was fetched last, kept on the device, so that a page reloaded without network still shows the lab and its documents. Kept for
// one person at a time and thrown away when they sign out or another enters: a phone is passed around a table.
import { dehydrate, hydrate, type DehydratedState, type Query, type QueryClient } from '@tanstack/react-query';
import type { Session } from '@cocrea/shared/api/session.ts';
import { forget, recall, remember } from '../ui/memory.ts';
import { changesKey, documentsKey, labKey, proposalKey, proposalsKey, sessionKey } from './keys.ts';
import { day } from './query-client.ts';

/** Raised when the shape of an answer changes: what an older program kept is then not read. */
const edition = 1;
const name = 'answers';
/** What a page needs to open without network. Lists of people and codes are not kept: nobody needs them there. */
const worthKeeping: readonly unknown[] = [
  sessionKey[0],
  labKey('')[0],
  documentsKey('')[0],
  changesKey('')[0],
  proposalsKey('')[0],
  proposalKey('', '')[0],
];
/** Milliseconds between two writings to the device. */
const window = 1000;

interface Kept {
  readonly edition: number;
  readonly personId: string;
  readonly at: number;
  readonly state: DehydratedState;
}

function personIn(client: QueryClient): string | null {
  return client.getQueryData<Session>(sessionKey)?.me?.personId ?? null;
}

/** What was answered last, also where asking again has failed since: without network that is all there is. */
function answersOf(client: QueryClient): DehydratedState {
  const { mutations, queries } = dehydrate(client, {
    shouldDehydrateQuery: ({ state, queryKey }) => state.data !== undefined && worthKeeping.includes(queryKey[0]),
    shouldDehydrateMutation: () => false,
  });
  const answered = {
    status: 'success',
    fetchStatus: 'idle',
    error: null,
    fetchFailureCount: 0,
    fetchFailureReason: null,
  } as const;
  return { mutations, queries: queries.map((query) => ({ ...query, state: { ...query.state, ...answered } })) };
}

/** Puts back what this device kept, up to a week old, and keeps what is fetched from now on. */
export function keepAnswers(client: QueryClient): void {
  const found = recall(name);
  if (found !== null) {
    try {
      const kept = JSON.parse(found) as Kept;
      if (kept.edition === edition && Date.now() - kept.at < 7 * day) hydrate(client, kept.state);
      // Who one is may have ended on another device in between: it is shown, and asked again at once.
      void client.invalidateQueries({ queryKey: sessionKey, refetchType: 'none' });
    } catch {
      forget(name);
    }
  }
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = (): void => {
    timer = null;
    const personId = personIn(client);
    if (personId === null) return forget(name);
    remember(name, JSON.stringify({ edition, personId, at: Date.now(), state: answersOf(client) } satisfies Kept));
  };
  client.getQueryCache().subscribe(({ type }) => {
    if (type === 'updated' || type === 'removed') timer ??= setTimeout(write, window);
  });
}

/** Whoever enters or leaves begins with nothing of the person before. Writes at once: the tab may close in the next moment. */
export function startOver(client: QueryClient, session: Session): void {
  const same = session.me !== null && session.me.personId === personIn(client);
  if (same) {
    client.setQueryData(sessionKey, session);
    return;
  }
  forget(name);
  client.getMutationCache().clear();
  // The session itself stays, only with another answer: pages watch it, and a query that is taken away tells nobody anything any more.
  const others = { predicate: ({ queryKey }: Query) => queryKey[0] !== sessionKey[0] };
  client.removeQueries({ ...others, type: 'inactive' });
  client.setQueryData(sessionKey, session);
  void client.resetQueries(others);
}
