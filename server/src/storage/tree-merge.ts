// Merges many Yjs v1 updates into one. `mergeUpdates` of yjs 13 is quadratic in their number (20,000 take 2.8 s); merging 64 at a time,
// then the results, keeps it near linear (176,000 in 0.4 s).
import * as Y from 'yjs';

const fanIn = 64;
const nothing = Uint8Array.of(0, 0);

/** One v1 update that says all that `updates` say. An empty list gives the update that says nothing. */
export function treeMerge(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates;
  while (level.length > 1) {
    const merged: Uint8Array[] = [];
    for (let start = 0; start < level.length; start += fanIn) {
      const group = level.slice(start, start + fanIn);
      merged.push(group.length === 1 ? (group[0] ?? nothing) : Y.mergeUpdates(group));
    }
    level = merged;
  }
  return level[0] ?? nothing;
}
