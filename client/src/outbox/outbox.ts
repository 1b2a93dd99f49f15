// What somebody contributed and the server has not confirmed: kept on the device, sent in order, each until it is answered. Nothing in here
// knows of a page or a socket; whoever has one says `wake` when the world looks better.
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import { Refused } from '../api/call.ts';
import { retryDelay } from '../realtime/retry-delay.ts';
import { keepItems, shelfName, turnName, type Shelf } from './kept-items.ts';
import { asksIfLate, type Queued, type Written } from './queued.ts';
import { takeTurns } from './sending-turn.ts';
import { verdictOn } from './verdict.ts';

export interface OutboxPorts {
  /** Rejects with `Refused` for what the server refuses, with anything else where it was not reached or did not answer in time. */
  send(item: Queued, how: { askIfLate: boolean }): Promise<Contribution>;
  /** What this device keeps things on; null where it keeps nothing. */
  readonly shelf: Shelf | null;
  /** Milliseconds since 1970, the server's clock where it is known. */
  readonly now: () => number;
  readonly random: () => number;
  /** Runs `work` after so many milliseconds; returns how to call it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

export interface OutboxView {
  /** Everything that waits or is stopped, in order. */
  readonly items: readonly Queued[];
  /** `waiting` for the network, `not_open` for the table, `not_oneself` for its author to be signed in here again. */
  readonly state: 'idle' | 'sending' | 'waiting' | 'not_open' | 'not_oneself';
  /** How many arrived since the queue last began to fill. */
  readonly sent: number;
  /** False where closing the page would lose something. */
  readonly onDevice: boolean;
}

export interface Outbox {
  view(): OutboxView;
  /** Told of every change. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Told of each that arrived, at first of those that arrived while nobody was told. Returns how to stop. */
  onSent(listener: (contribution: Contribution, item: Queued) => void): () => void;
  add(written: Written, how: { onLine: boolean }): Queued;
  /** The line is back, the page is looked at, the table opened, somebody signed in: try at once. */
  wake(): void;
  /** Another tab changed what the device keeps under this name; null for everything. */
  reread(name: string | null): void;
  /** What their author decided about those that are stopped; `undo` takes back a discarding that was a moment ago. */
  decide(ids: readonly string[], decision: 'send' | 'keep' | 'discard' | 'undo'): void;
  /** Other words for one that was refused: another contribution, in the place of the first. */
  correct(id: string, text: string): void;
  /** The page goes, perhaps for good: the next tab may send at once what this one was at. */
  leave(): void;
  close(): void;
}

/** Milliseconds a turn lasts: longer than an answer is waited for. */
const turn = 30_000;
/** Milliseconds after which a tab without the turn looks again, and after which a table that was not open is asked again. */
const look = 15_000;
/** Milliseconds in which a discarded item can be had back. */
export const secondThoughts = 10_000;

export function createOutbox({ send, shelf, now, random, after }: OutboxPorts, whose: { personId: string; lab: string }): Outbox {
  const kept = keepItems(shelf, whose);
  const turns = takeTurns(shelf, { name: turnName(whose), tab: newId(), now: Date.now });
  const listeners = new Set<() => void>();
  const hearers = new Set<(contribution: Contribution, item: Queued) => void>();
  const unheard: [Contribution, Queued][] = [];
  let sending = false;
  let closed = false;
  /** Another tab has the turn. */
  let behind = false;
  let attempt = 0;
  let sent = 0;
  let state: OutboxView['state'] = 'idle';
  let cancel = (): void => undefined;
  let view = seen();

  function seen(): OutboxView {
    return { items: kept.all(), state, sent, onDevice: kept.onDevice() };
  }
  function tell(next: OutboxView['state'] = state): void {
    state = next;
    view = seen();
    for (const listener of listeners) listener();
  }
  function later(milliseconds: number): void {
    cancel();
    cancel = after(milliseconds, () => void drain());
  }

  /** Sends what can be sent, one after another, until nothing is left or something stands in the way. */
  async function drain(): Promise<void> {
    if (sending || closed) return;
    cancel();
    const notOpen = new Set<number>();
    const next = (): Queued | undefined => kept.all().find((item) => item.stop === null && !notOpen.has(item.table));
    sending = true;
    behind = false;
    let blocked: OutboxView['state'] = 'idle';
    for (let item = next(); item !== undefined && !closed; item = next()) {
      if (!turns.take(turn)) {
        // The other tab is at it, and what it has sent disappears from here too.
        later(look);
        behind = true;
        blocked = 'sending';
        break;
      }
      tell('sending');
      try {
        const contribution = await send(item, { askIfLate: asksIfLate(item, now()) });
        kept.remove(item.id);
        attempt = 0;
        sent += 1;
        if (hearers.size === 0) unheard.push([contribution, item]);
        for (const hear of hearers) hear(contribution, item);
      } catch (failure) {
        const verdict = verdictOn(failure);
        if (verdict === 'not_open') {
          notOpen.add(item.table);
          blocked = 'not_open';
          later(look);
        } else if (verdict === 'late') stop(item, { why: 'late' });
        else if (verdict === 'refused' && failure instanceof Refused)
          stop(item, { why: 'refused', code: failure.code, told: failure.told });
        else {
          blocked = verdict === 'not_oneself' ? 'not_oneself' : 'waiting';
          const reason: ErrorCode | null = failure instanceof AppError ? failure.code : null;
          later(retryDelay(attempt, { reason, random: random() }));
          attempt += 1;
          break;
        }
      }
    }
    sending = false;
    turns.give();
    tell(blocked);
  }

  /** Only what is still kept: another tab may have sent it, or its author taken it back, in the meantime. */
  function stop(item: Queued, why: Queued['stop']): void {
    if (kept.all().some(({ id }) => id === item.id)) kept.put({ ...item, stop: why });
  }

  function wake(): void {
    if (closed || sending) return;
    attempt = 0;
    void drain();
  }

  // What was discarded before the page was closed stays so.
  for (const item of kept.all()) if (item.stop?.why === 'discarded') kept.remove(item.id);
  view = seen();

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSent(listener) {
      hearers.add(listener);
      for (const [contribution, item] of unheard.splice(0)) listener(contribution, item);
      return () => hearers.delete(listener);
    },
    add(written, { onLine }) {
      const waiting = kept.all();
      if (!waiting.some((item) => item.stop === null)) sent = 0;
      const order = Math.max(0, ...waiting.map((item) => item.order)) + 1;
      const item: Queued = { ...written, id: newId(), order, writtenAt: now(), onLine, lateAgreed: false, stop: null };
      kept.put(item);
      tell();
      wake();
      return item;
    },
    wake,
    reread(name) {
      // Two tabs without a line must not answer each other's failures with another try: only who waits for the turn hears that it is free.
      if (name === turnName(whose) && behind) void drain();
      if (name !== null && !name.startsWith(shelfName(whose))) return;
      tell();
      wake();
    },
    decide(ids, decision) {
      for (const item of kept.all().filter(({ id }) => ids.includes(id))) {
        if (decision === 'send') kept.put({ ...item, lateAgreed: true, stop: null });
        else if (decision === 'keep') kept.put({ ...item, stop: { why: 'kept' } });
        else if (decision === 'discard') kept.put({ ...item, stop: { why: 'discarded', before: item.stop } });
        else if (item.stop?.why === 'discarded') kept.put({ ...item, stop: item.stop.before });
      }
      if (decision === 'discard')
        after(secondThoughts, () => {
          for (const item of kept.all()) if (ids.includes(item.id) && item.stop?.why === 'discarded') kept.remove(item.id);
          tell();
        });
      tell();
      wake();
    },
    correct(id, text) {
      const item = kept.all().find((one) => one.id === id);
      if (item === undefined) return;
      kept.put({ ...item, id: newId(), text, stop: null });
      kept.remove(id);
      tell();
      wake();
    },
    leave: turns.give,
    close() {
      closed = true;
      cancel();
      turns.give();
    },
  };
}
