// Which automatic versions are kept: all of the last day, then the last of each hour, and after a month the last of each day. Only the list of
// versions grows thinner: the log of the text keeps every moment, and any can still be read and brought back.

const hour = 3_600_000;
const day = 24 * hour;
const month = 30 * day;

interface Kept {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Ids of those that are one too many at `now`. */
export function versionsTooMany(automatic: readonly Kept[], now: number): string[] {
  const latest = new Map<string, Kept>();
  const dropped: string[] = [];
  for (const version of [...automatic].sort((a, b) => a.at - b.at)) {
    const age = now - version.at;
    if (age <= day) continue;
    const span = age > month ? day : hour;
    const key = `${span} ${Math.floor(version.at / span)}`;
    const before = latest.get(key);
    if (before !== undefined) dropped.push(before.id);
    latest.set(key, version);
  }
  return dropped;
}
