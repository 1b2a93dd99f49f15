// The line on which a lab tells this screen what was committed, who is here and which texts moved. Resumes after the last event it heard;
// comes back by itself with growing, scattered pauses; stops where the server says not to come back.
import { feedPath, type FeedMessage } from '@cocrea/shared/api/feed.ts';
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import { failureOfCloseCode } from '@cocrea/shared/errors.ts';
import type { QueryClient } from '@tanstack/react-query';
import { retryDelay } from '../realtime/retry-delay.ts';
import { useHall } from './here.ts';
import { ballotsKey, boardKey, changesKey, codesKey, documentsKey, labKey, peopleKey, sessionKey, tablesKey } from './keys.ts';
import type { ChangesAnswer, DocumentsAnswer, LabAnswer } from './labs.ts';
import { renew } from './renew.ts';

/** Below 4400 and from 4500 on a connection may be tried again; in between the server means it. */
const final = (close: number): boolean => close >= 4400 && close < 4500;

function hear(client: QueryClient, event: LabEvent): void {
  const lab = event.labId;
  client.setQueryData<LabAnswer>(labKey(lab), (known) => known && { ...known, seq: Math.max(known.seq, event.seq) });
  const moment = client.getQueryState(changesKey(lab))?.dataUpdatedAt;
  client.setQueryData<ChangesAnswer>(
    changesKey(lab),
    (known) =>
      known && event.at > (known.visited ?? 0) && !known.events.some(({ seq }) => seq === event.seq)
        ? { ...known, events: [...known.events, event] }
        : known,
    moment === undefined ? undefined : { updatedAt: moment },
  );
  const stale = (key: readonly unknown[]): void => renew(client, key);
  switch (event.type) {
    case 'lab.created':
      return stale(labKey(lab));
    case 'document.created':
    case 'document.renamed':
    case 'lab.restored':
      return stale(documentsKey(lab));
    case 'person.joined':
    case 'person.created':
    case 'person.renamed':
    case 'person.role_changed':
    case 'person.removed':
      stale(codesKey(lab));
      return stale(peopleKey(lab));
    case 'join_code.created':
    case 'join_code.closed':
      return stale(codesKey(lab));
    case 'table.phase_changed':
      // Dots are hidden and shown by the phase.
      stale(boardKey(lab, Number(event.data.no)));
      stale(ballotsKey(lab, Number(event.data.no)));
      return stale(tablesKey(lab));
    case 'table.opened':
    case 'table.clock_changed':
    case 'table.handed_over':
    case 'table.people_changed':
    case 'table.closed':
      return stale(tablesKey(lab));
    case 'contribution.sent':
    case 'contribution.edited':
    case 'contribution.withdrawn':
    case 'contribution.marked':
    case 'contribution.admitted':
    case 'cluster.changed':
    case 'cluster.validated':
      return stale(boardKey(lab, Number(event.data.table)));
    case 'ballot.cast':
      return stale(ballotsKey(lab, Number(event.data.table)));
  }
}

function edited(
  client: QueryClient,
  { lab, documents }: { lab: string; documents: readonly { id: string; updatedAt: number }[] },
): void {
  const moments = new Map(documents.map(({ id, updatedAt }) => [id, updatedAt]));
  client.setQueryData<DocumentsAnswer>(
    documentsKey(lab),
    (known) =>
      known && {
        documents: known.documents.map((document) => ({
          ...document,
          updatedAt: Math.max(document.updatedAt, moments.get(document.id) ?? 0),
        })),
      },
  );
}

/** Listens to a lab until the returned function is called. `after` is the last event the screen already shows. */
export function listenToLab(client: QueryClient, { lab, after }: { lab: string; after: number }): () => void {
  let heard = after;
  let attempt = 0;
  let ended = false;
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  useHall.setState({ labId: lab, people: null, line: 'connecting' });

  const take = (message: FeedMessage): void => {
    switch (message.type) {
      case 'event':
        if (message.event.seq <= heard) return;
        heard = message.event.seq;
        return hear(client, message.event);
      case 'here':
        return useHall.setState({ people: message.people });
      case 'edited':
        return edited(client, { lab, documents: message.documents });
      case 'you':
        return void client.invalidateQueries({ queryKey: sessionKey });
    }
  };

  const connect = (): void => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const line = new WebSocket(`${scheme}://${location.host}${feedPath}?lab=${encodeURIComponent(lab)}&after=${heard}`);
    socket = line;
    line.onopen = () => {
      attempt = 0;
      useHall.setState({ line: 'open', removedFrom: null });
      // What could not be had while there was no line is asked for again.
      void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
    };
    line.onmessage = ({ data }) => take(JSON.parse(String(data)) as FeedMessage);
    line.onclose = ({ code }) => {
      if (ended) return;
      const reason = failureOfCloseCode(code) ?? null;
      useHall.setState({ line: 'lost', people: null });
      if (reason === 'removed_from_lab') useHall.setState({ removedFrom: lab });
      // A refused handshake has no code of ours: whether one still belongs here is the session's to say.
      if (final(code) || attempt > 0) void client.invalidateQueries({ queryKey: sessionKey });
      if (final(code)) return;
      timer = setTimeout(connect, retryDelay(attempt, { reason, random: Math.random() }));
      attempt += 1;
    };
  };

  const now = (): void => {
    if (socket?.readyState !== WebSocket.CLOSED || timer === undefined) return;
    clearTimeout(timer);
    connect();
  };
  addEventListener('online', now);
  document.addEventListener('visibilitychange', now);
  connect();
  return () => {
    ended = true;
    clearTimeout(timer);
    removeEventListener('online', now);
    document.removeEventListener('visibilitychange', now);
    socket?.close();
    useHall.setState({ labId: null, people: null, line: 'connecting' });
  };
}
