// Take a comment back, as its author; or take another's down, as whoever keeps order, with a reason everybody reads. Its words are gone from the
// record, its place stays.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { removeComment as contract } from '@cocrea/shared/api/comments.ts';
import { commentLimits, type CommentThread } from '@cocrea/shared/domain/comment.ts';
import { requiredText } from '@cocrea/shared/domain/typed-text.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { commentedDocument } from './commented-document.ts';
import type { CommentDesk } from './ports.ts';
import { commentOf, threadOf } from './thread-record.ts';

type Asked = BodyOf<typeof contract> & { labId: string; id: string };

/** Throws AppError `comment_not_found`, `comments_closed`, `missing_field`, `text_too_long`, `stale` and those of `authorize`. */
export async function removeComment(desk: CommentDesk, caller: Caller, asked: Asked): Promise<CommentThread> {
  const { labId, id, commandId } = asked;
  const { personId } = caller.actor;
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const { thread, comment } = await commentOf(desk, { labId, id });
  const { id: threadId, documentId } = thread;
  const document = await commentedDocument(desk, caller, { labId, documentId });
  const byAuthor = comment.authorId === personId;
  if (!byAuthor) authorize(caller, 'comment.moderate', document);
  if (comment.removed !== null) return thread;
  const reason = byAuthor ? null : requiredText(asked.reason ?? '', { field: 'reason', limit: commentLimits.reason });
  const query = desk.database
    .updateTable('comments')
    .set({ text: '', mentions: '[]', removed_at: desk.now(), removed_by: personId, removed_reason: reason })
    .where('id', '=', id)
    .where('removed_at', 'is', null);
  const data = { documentId, threadId, byAuthor, author: comment.authorId };
  await desk.records.record({
    labId,
    commandId,
    statements: [{ query: query.compile(), expectRows: 1 }],
    events: [{ actorId: personId, type: 'comment.removed', subjectId: id, data }],
  });
  return threadOf(desk, { labId, id: threadId });
}
