// Whose turn it is to send, among the tabs of one person: one at a time, so that order holds. A tab that dies keeps its turn for seconds
// only. Two that take it in the same instant do no harm: the server keeps each contribution once.
import type { Shelf } from './kept-items.ts';

export interface SendingTurn {
  /** True where this tab has the turn now, for `milliseconds`. */
  take(milliseconds: number): boolean;
  give(): void;
}

interface Held {
  readonly tab: string;
  readonly until: number;
}

export function takeTurns(
  shelf: Shelf | null,
  { name, tab, now }: { name: string; tab: string; now: () => number },
): SendingTurn {
  const held = (): Held | null => {
    try {
      return JSON.parse(shelf?.getItem(name) ?? 'null') as Held | null;
    } catch {
      return null;
    }
  };
  return {
    take(milliseconds) {
      const holder = held();
      const at = now();
      // A clock that was set back must not leave a turn taken for years.
      const busy = holder !== null && holder.tab !== tab && holder.until > at && holder.until < at + longestTurn;
      if (busy) return false;
      try {
        shelf?.setItem(name, JSON.stringify({ tab, until: at + Math.min(milliseconds, longestTurn) } satisfies Held));
      } catch {
        // A full device: without turns, order may suffer between tabs, and nothing else.
      }
      return true;
    },
    give() {
      if (held()?.tab !== tab) return;
      try {
        shelf?.removeItem(name);
      } catch {
        // It runs out by itself.
      }
    },
  };
}

/** Milliseconds. */
const longestTurn = 60_000;
