// The readers of a room: connections that count each key they are shown, note when, and know when everybody has seen everything.
import { expectation } from './scenario.ts';
import type { Target } from './target.ts';
import { createKeyReader } from './typist.ts';
import type { Wire } from './wire.ts';

export interface Audience {
  /** Keys shown, over all readers. */
  shown(): number;
  /** The slowest reader's last key of this writer. */
  shownToAll(clientId: number): number;
  /** Called after each frame that showed somebody something. */
  onProgress(listener: () => void): void;
  /** Resolves when every reader was shown `keys` of every writer. */
  everything(keys: number, seconds?: number): Promise<void>;
  /** What the first reader heard, in order: enough for the whole text. */
  heard(): readonly Uint8Array[];
  close(): Promise<void>;
}

/** `onKeys(clientId, from, to)` is told of each stretch of keys a reader is newly shown. */
export async function seatAudience(
  target: Target,
  documentId: string,
  {
    readers,
    writers,
    onKeys,
  }: { readers: number; writers: readonly number[]; onKeys?: (clientId: number, from: number, to: number) => void },
): Promise<Audience> {
  const keysOf = createKeyReader();
  const seats = Array.from({ length: readers }, () => new Map<number, number>(writers.map((writer) => [writer, 0])));
  const heard: Uint8Array[] = [];
  let shown = 0;
  let progressed = (): void => undefined;
  let check = (): void => undefined;
  const wires: Wire[] = [];
  for (const [index, seat] of seats.entries()) {
    const onUpdate = (update: Uint8Array): void => {
      if (index === 0) heard.push(update.slice());
      for (const [clientId, to] of keysOf(update)) {
        const from = seat.get(clientId);
        if (from === undefined || to <= from) continue;
        seat.set(clientId, to);
        shown += to - from;
        onKeys?.(clientId, from, to);
      }
      progressed();
      check();
    };
    wires.push(await target.connect(documentId, { onUpdate }));
  }
  return {
    shown: () => shown,
    shownToAll: (clientId) => Math.min(...seats.map((seat) => seat.get(clientId) ?? 0)),
    onProgress: (listener) => {
      progressed = listener;
    },
    everything: (keys, seconds) => {
      const wanted = keys * writers.length * readers;
      const { met, meet } = expectation(() => `${wanted} keys shown (${shown})`, seconds);
      check = () => {
        if (shown >= wanted) meet();
      };
      check();
      return met;
    },
    heard: () => heard,
    close: async () => {
      await Promise.all(wires.map((wire) => wire.close()));
    },
  };
}
