// Resolve a thread or open it again. Two who do the same at once have done it both.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { settleThread as contract } from '@cocrea/shared/api/comments.ts';
import { maySettle, type CommentThread } from '@cocrea/shared/domain/comment.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { commentedDocument } from './commented-document.ts';
import type { CommentDesk } from './ports.ts';
import { threadOf } from './thread-record.ts';

type Asked = BodyOf<typeof contract> & { labId: string; threadId: string };

/** Throws AppError `thread_not_found`, `comments_closed`, `forbidden` and those of `authorize`. */
export async function settleThread(desk: CommentDesk, caller: Caller, asked: Asked): Promise<CommentThread> {
  const { labId, threadId, commandId, state } = asked;
  const { actor } = caller;
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const thread = await threadOf(desk, { labId, id: threadId });
  const { documentId } = thread;
  const document = await commentedDocument(desk, caller, { labId, documentId });
  const moderates = can(actor, 'comment.moderate', document);
  if (!maySettle(thread, { personId: actor.personId, writes: true, moderates })) throw new AppError('forbidden');
  if (thread.state === state) return thread;
  const query = desk.database
    .updateTable('comment_threads')
    .set({ state, settled_by: actor.personId, settled_at: desk.now() })
    .where('id', '=', threadId)
    .where('state', '=', thread.state);
  const type = state === 'resolved' ? 'comment.resolved' : 'comment.reopened';
  const data = { documentId, threadId, threadAuthor: thread.authorId };
  await desk.records
    .record({
      labId,
      commandId,
      statements: [{ query: query.compile(), expectRows: 1 }],
      events: [{ actorId: actor.personId, type, subjectId: threadId, data }],
    })
    .catch((failure: unknown) => {
      // Somebody else was first: it stands as it was asked for.
      if (!(failure instanceof AppError) || failure.code !== 'stale') throw failure;
    });
  return threadOf(desk, { labId, id: threadId });
}
