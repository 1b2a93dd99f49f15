// Whether a text takes one more thread, and a thread one more reply: asked in the transaction that writes it, so that many at once do not get past
// the limit.
import { AppError } from '@cocrea/shared/errors.ts';
import type { Change, Recorded } from '../storage/record-store.ts';
import type { CommentDesk } from './ports.ts';

type Statement = Change['statements'][number];

/** Touches a row, and changes nothing in it, where there is room. */
export function roomForThread({ database, limits }: CommentDesk, documentId: string): Statement {
  const query = database
    .updateTable('documents')
    .set(({ ref }) => ({ title: ref('title') }))
    .where('id', '=', documentId)
    .where(
      ({ selectFrom }) =>
        selectFrom('comment_threads')
          .where('document_id', '=', documentId)
          .select(({ fn }) => fn.countAll<number>().as('count')),
      '<',
      limits.commentThreads,
    );
  return { query: query.compile(), expectRows: 1 };
}

/** As `roomForThread`; the comment a thread begins with is no reply. */
export function roomForReply({ database, limits }: CommentDesk, threadId: string): Statement {
  const query = database
    .updateTable('comment_threads')
    .set(({ ref }) => ({ state: ref('state') }))
    .where('id', '=', threadId)
    .where(
      ({ selectFrom }) =>
        selectFrom('comments')
          .where('thread_id', '=', threadId)
          .select(({ fn }) => fn.countAll<number>().as('count')),
      '<=',
      limits.commentReplies,
    );
  return { query: query.compile(), expectRows: 1 };
}

/** Throws AppError `comment_threads_full` or `comment_replies_full`, with the limit, where there was no room. */
export async function orFull(
  recording: Promise<Recorded>,
  full: { readonly code: 'comment_threads_full' | 'comment_replies_full'; readonly limit: number },
): Promise<Recorded> {
  try {
    return await recording;
  } catch (failure) {
    if (failure instanceof AppError && failure.code === 'stale') throw new AppError(full.code, { limit: full.limit });
    throw failure;
  }
}
