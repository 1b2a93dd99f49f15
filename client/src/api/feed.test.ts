// The line to a lab's feed: takes each event once, comes back from the last it heard, and stays away where it was told to.
import type { FeedMessage } from '@cocrea/shared/api/feed.ts';
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenToLab } from './feed.ts';
import { useHall } from './here.ts';
import { ballotsKey, boardKey, changesKey, commentsKey, documentsKey, labKey, proposalKey, tablesKey } from './keys.ts';

class Line {
  static readonly CLOSED = 3;
  static opened: Line[] = [];
  readyState = 1;
  onopen: () => void = () => undefined;
  onmessage: (message: { data: string }) => void = () => undefined;
  onclose: (close: { code: number }) => void = () => undefined;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
    Line.opened.push(this);
  }
  say(message: FeedMessage): void {
    this.onmessage({ data: JSON.stringify(message) });
  }
  close(code = 1000): void {
    this.readyState = Line.CLOSED;
    this.onclose({ code });
  }
}
const last = (): Line => Line.opened.at(-1) as Line;
const event = (seq: number): LabEvent => ({
  labId: 'lab',
  seq,
  at: 1000 + seq,
  actorId: null,
  type: 'document.created',
  subjectId: 'nota',
  data: {},
  commandId: `c${seq}`,
});

let client: QueryClient;
beforeEach(() => {
  vi.useFakeTimers();
  Line.opened = [];
  client = new QueryClient();
  vi.stubGlobal('WebSocket', Line);
  vi.stubGlobal('location', { protocol: 'http:', host: 'sala.test' });
  for (const name of ['addEventListener', 'removeEventListener']) vi.stubGlobal(name, () => undefined);
  vi.stubGlobal('document', { addEventListener: () => undefined, removeEventListener: () => undefined });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('it asks from the last event the screen shows, and again from the last it heard', () => {
  const end = listenToLab(client, { lab: 'lab', after: 4 });
  expect(last().url).toBe('ws://sala.test/feed?lab=lab&after=4');
  last().onopen();
  last().say({ type: 'event', event: event(5) });
  last().close(4500);
  expect(useHall.getState().line).toBe('lost');
  vi.advanceTimersByTime(5000);
  expect(Line.opened).toHaveLength(2);
  expect(last().url).toContain('after=5');
  end();
});

test('an event heard twice changes the screen once, and makes the lists it concerns ask again', () => {
  client.setQueryData(labKey('lab'), { seq: 4 });
  client.setQueryData(documentsKey('lab'), { documents: [] });
  client.setQueryData(changesKey('lab'), { visited: 0, events: [], names: {}, documents: [] });
  const end = listenToLab(client, { lab: 'lab', after: 4 });
  last().say({ type: 'event', event: event(5) });
  last().say({ type: 'event', event: event(5) });
  expect(client.getQueryData(labKey('lab'))).toMatchObject({ seq: 5 });
  expect(client.getQueryData(changesKey('lab'))).toMatchObject({ events: [{ seq: 5 }] });
  expect(client.getQueryState(documentsKey('lab'))?.isInvalidated).toBe(true);
  end();
});

test('a proposal whose text keeps moving is shown: the answer on its way is not dropped for the next', () => {
  let asked = 0;
  const queryFn = () => {
    asked += 1;
    return new Promise<never>(() => undefined);
  };
  const queryKey = proposalKey('lab', 'p');
  const observer = new QueryObserver<unknown>(client, {
    queryKey,
    queryFn,
    initialData: {},
    staleTime: Number.POSITIVE_INFINITY,
  });
  const leave = observer.subscribe(() => undefined);
  const end = listenToLab(client, { lab: 'lab', after: 0 });
  for (const updatedAt of [1, 2, 3]) last().say({ type: 'edited', documents: [{ id: 'p', updatedAt }] });
  expect(asked).toBe(1);
  end();
  leave();
});

test('of a day of news the newest are kept', () => {
  client.setQueryData(changesKey('lab'), { visited: 0, events: [], names: {}, documents: [] });
  const end = listenToLab(client, { lab: 'lab', after: 0 });
  for (let seq = 1; seq <= 300; seq += 1) last().say({ type: 'event', event: event(seq) });
  const { events } = client.getQueryData<{ events: { seq: number }[] }>(changesKey('lab')) ?? { events: [] };
  expect([events.length, events.at(-1)?.seq]).toEqual([200, 300]);
  end();
});

test('a text that moved shows its new time without asking', () => {
  const document: LabDocument = {
    id: 'nota',
    labId: 'lab',
    kind: 'free_note',
    title: '',
    generation: 'g',
    createdAt: 1,
    updatedAt: 1,
    version: 1,
  };
  client.setQueryData(documentsKey('lab'), { documents: [document] });
  const end = listenToLab(client, { lab: 'lab', after: 0 });
  last().say({ type: 'edited', documents: [{ id: 'nota', updatedAt: 50 }] });
  expect(client.getQueryData(documentsKey('lab'))).toMatchObject({ documents: [{ updatedAt: 50 }] });
  end();
});

test('who was taken out does not come back, and the session is asked again', () => {
  const asked = vi.fn<typeof fetch>(() => new Promise(() => undefined));
  vi.stubGlobal('fetch', asked);
  const end = listenToLab(client, { lab: 'lab', after: 0 });
  last().onopen();
  asked.mockClear();
  last().close(4410);
  vi.advanceTimersByTime(120_000);
  expect(Line.opened).toHaveLength(1);
  expect(useHall.getState().removedFrom).toBe('lab');
  expect(asked).toHaveBeenCalledOnce();
  expect(asked.mock.calls[0]?.[0]).toBe('/api/session');
  end();
});

test('after it ended it is silent', () => {
  const end = listenToLab(client, { lab: 'lab', after: 0 });
  end();
  vi.advanceTimersByTime(120_000);
  expect(Line.opened).toHaveLength(1);
  expect(useHall.getState()).toMatchObject({ labId: null, people: null });
});

test.each([
  ['contribution.admitted', { table: 2 }, [boardKey('lab', 2)]],
  ['ballot.cast', { table: 2 }, [boardKey('lab', 2), ballotsKey('lab', 2)]],
  ['comment.added', { documentId: 'b2' }, [commentsKey('lab', 'b2')]],
  ['table.phase_changed', { no: 2 }, [boardKey('lab', 2), ballotsKey('lab', 2), tablesKey('lab')]],
] as const)('%s makes what shows it ask again, and nothing of another table', (type, data, concerned) => {
  const all = [
    boardKey('lab', 2),
    ballotsKey('lab', 2),
    tablesKey('lab'),
    boardKey('lab', 3),
    commentsKey('lab', 'b2'),
    commentsKey('lab', 'b3'),
  ];
  for (const key of all) client.setQueryData(key, {});
  const end = listenToLab(client, { lab: 'lab', after: 4 });
  last().say({ type: 'event', event: { ...event(5), type, data } });
  expect(all.filter((key) => client.getQueryState(key)?.isInvalidated)).toEqual(concerned);
  end();
});
