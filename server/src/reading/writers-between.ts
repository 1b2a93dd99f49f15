// Who wrote between moments of a text: by the clientIDs of what was added, and the server's record of whose those are. Whoever only deleted wrote
// nothing.
import * as Y from 'yjs';

export interface WritersAsked {
  /** Updates of each stretch of the log: of how many of them each consists. */
  readonly counts: readonly number[];
  readonly owners: ReadonlyMap<number, string>;
}

/** For each stretch the people who added to the text in it, in the order of their coming. */
export function writersBetween({ updates, counts, owners }: WritersAsked & { updates: readonly Uint8Array[] }): string[][] {
  let place = 0;
  return counts.map((count) => {
    const people = new Set<string>();
    for (const update of updates.slice(place, place + count)) {
      for (const client of Y.parseUpdateMeta(update).to.keys()) {
        const owner = owners.get(client);
        if (owner !== undefined) people.add(owner);
      }
    }
    place += count;
    return [...people];
  });
}
