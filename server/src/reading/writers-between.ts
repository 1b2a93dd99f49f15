// Who wrote between moments of a text: by the clientIDs of what was added, and the server's record of whose those are. Whoever only deleted wrote
// nothing.
import { readStoredUpdate } from '../realtime/update/read-update.ts';
import { unpackUpdates } from '../storage/row-format.ts';
import { storedRows } from '../storage/stored-rows.ts';

export interface WritersAsked {
  /** As `stored-rows.ts` packs them. */
  readonly rows: Uint8Array;
  /** The last row of each stretch, by its seq, rising. */
  readonly ends: readonly number[];
  readonly owners: ReadonlyMap<number, string>;
}

/** For each stretch the people who added to the text in it, in the order of their coming. */
export function writersBetween({ rows, ends, owners }: WritersAsked): string[][] {
  const people = ends.map(() => new Set<string>());
  let stretch = 0;
  for (const { seq, data } of storedRows(rows)) {
    while (seq > (ends[stretch] ?? Number.POSITIVE_INFINITY)) stretch += 1;
    for (const update of unpackUpdates(data)) {
      for (const { client } of readStoredUpdate(update).sections) {
        const owner = owners.get(client);
        if (owner !== undefined) people[stretch]?.add(owner);
      }
    }
  }
  return people.map((some) => [...some]);
}
