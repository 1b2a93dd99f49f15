// Which threads are shown and in which order: as the text has them, those that lost their place apart.
import { isNamedIn, isShown, type CommentThread } from '@cocrea/shared/domain/comment.ts';

export const threadFilters = ['open', 'lost', 'resolved', 'mine'] as const;
export type ThreadFilter = (typeof threadFilters)[number];

/** Where each thread stands in the text on the screen; null for one that has no place in it, absent until it was looked for. */
export type Places = ReadonlyMap<string, { readonly from: number } | null>;

interface Reader {
  readonly places: Places;
  readonly personId: string | undefined;
}

function fits(thread: CommentThread, filter: ThreadFilter, { places, personId }: Reader): boolean {
  const isOpen = thread.state === 'open';
  if (filter === 'mine') return personId !== undefined && isNamedIn(thread, personId);
  if (filter === 'resolved') return !isOpen;
  return isOpen && (filter === 'lost') === (places.get(thread.id) === null);
}

export function threadsUnder(threads: readonly CommentThread[], filter: ThreadFilter, reader: Reader): CommentThread[] {
  const placeOf = ({ id }: CommentThread): number => reader.places.get(id)?.from ?? Number.MAX_SAFE_INTEGER;
  return threads
    .filter((thread) => isShown(thread) && fits(thread, filter, reader))
    .sort((one, other) => placeOf(one) - placeOf(other) || one.createdAt - other.createdAt);
}

/** Under which a thread is found that somebody wants to see; `before` where it is there too. */
export function filterOf(thread: CommentThread, { before, ...reader }: Reader & { before: ThreadFilter }): ThreadFilter {
  if (fits(thread, before, reader)) return before;
  return threadFilters.find((filter) => fits(thread, filter, reader)) ?? 'open';
}
