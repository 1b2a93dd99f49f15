// Who on one node listens to what, whichever line carries it. A listener that fails is reported, and the others hear.
import type { BusListener } from './bus.ts';

/** Those who listen to one topic; another one once the last has stopped and somebody begins again. */
export interface TopicAudience {
  readonly topic: string;
  /** From now on they miss nothing. */
  begin(): void;
  hear(message: Uint8Array): void;
}

export class Audience {
  readonly #topics = new Map<
    string,
    { readonly audience: TopicAudience; readonly listeners: Set<BusListener>; isHeard: boolean }
  >();
  readonly #onTrouble: (trouble: Error) => void;

  constructor(onTrouble: (trouble: Error) => void) {
    this.#onTrouble = onTrouble;
  }

  /** `onFirst` gets a topic nobody listened to before, `onLast` one nobody listens to any more. Returns how to stop. */
  add(
    topic: string,
    listener: BusListener,
    { onFirst, onLast }: { onFirst: (audience: TopicAudience) => void; onLast: (topic: string) => void },
  ): () => void {
    const known = this.#topics.get(topic);
    const entry = known ?? this.#open(topic);
    entry.listeners.add(listener);
    if (known === undefined) onFirst(entry.audience);
    else if (known.isHeard) queueMicrotask(() => entry.listeners.has(listener) && this.#tell(() => listener.listening()));
    return () => {
      if (!entry.listeners.delete(listener) || entry.listeners.size > 0) return;
      this.#topics.delete(topic);
      onLast(topic);
    };
  }

  of(topic: string): TopicAudience | undefined {
    return this.#topics.get(topic)?.audience;
  }

  all(): TopicAudience[] {
    return [...this.#topics.values()].map(({ audience }) => audience);
  }

  /** The line is down: who comes now is told that it listens when it is back. */
  interrupt(): void {
    for (const entry of this.#topics.values()) entry.isHeard = false;
  }

  #open(topic: string) {
    const listeners = new Set<BusListener>();
    const each = (act: (listener: BusListener) => void): void => {
      for (const listener of [...listeners]) if (listeners.has(listener)) this.#tell(() => act(listener));
    };
    const audience: TopicAudience = {
      topic,
      begin: () => {
        entry.isHeard = true;
        each((listener) => listener.listening());
      },
      hear: (message) => each((listener) => listener.hear(message)),
    };
    const entry = { audience, listeners, isHeard: false };
    this.#topics.set(topic, entry);
    return entry;
  }

  #tell(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#onTrouble(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
