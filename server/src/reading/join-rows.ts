// All that rows of a log say, as one update, for reading a text as it was: its bytes are put together and not taken apart as Yjs would do it, which for
// sixty thousand changes is most of the time that reading them takes.
import { joinUpdates } from '../realtime/update/join-updates.ts';
import { readStoredUpdate } from '../realtime/update/read-update.ts';
import type { UpdateParts } from '../realtime/update/update-parts.ts';
import { unpackUpdates } from '../storage/row-format.ts';
import { storedRows } from '../storage/stored-rows.ts';
import { treeMerge } from '../storage/tree-merge.ts';
import type { StoredRow } from '../storage/whole-document.ts';

/** Updates that are held apart before they are joined: what was joined is one of the next. */
const group = 1024;
const nothing = Uint8Array.of(0, 0);

/** `rows` as `stored-rows.ts` packs them. `look` is shown each update with the row that brought it, in their order. */
export function joinRows(
  rows: Uint8Array,
  look: (update: UpdateParts, row: Pick<StoredRow, 'seq' | 'at'>) => void = () => undefined,
): Uint8Array {
  let parts: UpdateParts[] = [];
  for (const row of storedRows(rows)) {
    for (const bytes of unpackUpdates(row.data)) {
      const update = readStoredUpdate(bytes);
      look(update, row);
      parts.push(update);
      if (parts.length === group) parts = [joined(parts)];
    }
  }
  return parts.length === 0 ? nothing : joined(parts).bytes;
}

/** What somebody else than the judge let in may overlap: Yjs puts that together. */
function joined(parts: readonly UpdateParts[]): UpdateParts {
  return joinUpdates(parts) ?? readStoredUpdate(treeMerge(parts.map(({ bytes }) => bytes)));
}
