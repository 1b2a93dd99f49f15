// Threads of a text as remarks on paper: who said what about which words, with the answers. What was taken back or down stands nowhere.
import type { CommentThread } from '@cocrea/shared/domain/comment.ts';
import { comments as words } from '@cocrea/shared/i18n/es/comments.ts';

export interface Said {
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

export interface Remark<Place> extends Said {
  readonly isResolved: boolean;
  readonly anchor: Place;
  readonly replies: readonly Said[];
}

/** `places` are where the threads stand now; one without a place has the one it was begun at, which `lost` gives. */
export function remarksOf<Place>(
  threads: readonly CommentThread[],
  { places, lost }: { places: readonly (Place | null)[]; lost: (thread: CommentThread) => Place },
): Remark<Place>[] {
  return threads.flatMap((thread, index): Remark<Place>[] => {
    const [first, ...replies] = thread.comments
      .filter(({ removed }) => removed === null)
      .map(({ authorName, at, text }): Said => ({ author: authorName ?? words.somebody, at, text }));
    if (first === undefined) return [];
    return [{ ...first, isResolved: thread.state === 'resolved', anchor: places[index] ?? lost(thread), replies }];
  });
}
