// A cache in front of reads that open rooms and feeds repeat again and again: one read however many ask at once, kept for seconds, and
// forgotten by whoever hears of a change. The seconds bound what another process (the command line) changes and tells nobody.

export interface ReadCache<Value> {
  /** What is kept under the key, or what `load` gives. A failure is told to those who asked, and not kept. */
  read(key: string, load: () => Promise<Value>): Promise<Value>;
  forget(key: string): void;
}

/** Milliseconds. */
const keptFor = 5_000;
/** Beyond so many keys the oldest are forgotten. */
const keysKept = 20_000;

/** `now` is milliseconds since 1970. */
export function createReadCache<Value>(now: () => number): ReadCache<Value> {
  const kept = new Map<string, { readonly value: Promise<Value>; readonly until: number }>();
  return {
    read: (key, load) => {
      const known = kept.get(key);
      if (known !== undefined && known.until > now()) return known.value;
      kept.delete(key);
      const oldest = kept.size >= keysKept ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      const entry = { value: load(), until: now() + keptFor };
      kept.set(key, entry);
      entry.value.catch(() => kept.get(key) === entry && kept.delete(key));
      return entry.value;
    },
    forget: (key) => void kept.delete(key),
  };
}
