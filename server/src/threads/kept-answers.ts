// What threads answered, kept while what it was read from stands, and within so many bytes: what was not asked for longest is forgotten first.

export interface KeptAnswers<Value> {
  /** What is kept under the key and was read from the same state, else what `read` gives. A failure is told to those who asked, and not kept. */
  of(key: string, asked: { readonly state: string | number; readonly read: () => Promise<Value> }): Promise<Value>;
  /** Bytes of what is kept, about. */
  readonly bytes: number;
}

interface Kept<Value> {
  readonly state: string | number;
  readonly value: Promise<Value>;
  /** 0 until it is answered. */
  weight: number;
}

/** `most` is in bytes. */
export function createKeptAnswers<Value>(most: number): KeptAnswers<Value> {
  const kept = new Map<string, Kept<Value>>();
  let bytes = 0;

  const forget = (key: string): void => {
    bytes -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  const weigh = (key: string, { entry, weight }: { entry: Kept<Value>; weight: number }): void => {
    if (kept.get(key) !== entry) return;
    if (weight > most) {
      kept.delete(key);
      return;
    }
    entry.weight = weight;
    bytes += weight;
    for (const [oldest] of kept) {
      if (bytes <= most) return;
      forget(oldest);
    }
  };

  return {
    of: (key, { state, read }) => {
      const before = kept.get(key);
      if (before?.state === state) {
        // Last in the map is asked for last.
        kept.delete(key);
        kept.set(key, before);
        return before.value;
      }
      forget(key);
      const entry: Kept<Value> = { state, value: read(), weight: 0 };
      kept.set(key, entry);
      entry.value.then(
        (value) => weigh(key, { entry, weight: entryBytes + weightOf(value) }),
        () => kept.get(key) === entry && forget(key),
      );
      return entry.value;
    },
    get bytes() {
      return bytes;
    },
  };
}

/** Bytes V8 takes for an entry with its promise, an object, a reference or a number; a letter outside Latin-1 takes two. */
const entryBytes = 400;
const objectBytes = 56;
const slotBytes = 8;

/** Bytes a value takes in memory, about. */
function weightOf(value: unknown): number {
  if (typeof value === 'string') return objectBytes / 2 + value.length * 2;
  if (typeof value !== 'object' || value === null) return slotBytes;
  return Object.values(value).reduce((sum: number, part) => sum + slotBytes + weightOf(part), objectBytes);
}
