// Reply in a thread. What was written while somebody else resolved it is taken all the same: words are not refused for being second.
import { sql } from 'kysely';
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { replyToThread as contract } from '@cocrea/shared/api/comments.ts';
import type { CommentThread } from '@cocrea/shared/domain/comment.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { commentedDocument } from './commented-document.ts';
import type { CommentDesk } from './ports.ts';
import { orFull, roomForReply } from './room-for-more.ts';
import { checkedWords, mentionsInLog } from './said.ts';
import { threadOf } from './thread-record.ts';

type Sent = BodyOf<typeof contract>;

/** Throws AppError `thread_not_found`, `comment_replies_full` and those of `startThread`. */
export async function replyToThread(
  desk: CommentDesk,
  caller: Caller,
  { labId, threadId, sent }: { labId: string; threadId: string; sent: Sent },
): Promise<{ created: boolean; output: CommentThread }> {
  const { personId } = caller.actor;
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const { documentId, authorId: threadAuthor } = await threadOf(desk, { labId, id: threadId });
  await commentedDocument(desk, caller, { labId, documentId });
  const { text, mentions } = await checkedWords(desk, { labId, said: sent });
  const query = desk.database.insertInto('comments').values({
    ...{ id: sent.id, lab_id: labId, thread_id: threadId, author_id: personId, at: desk.now() },
    // Its place is decided where it is stored, in the transaction.
    no: sql<number>`(SELECT COALESCE(MAX(no), 0) + 1 FROM comments WHERE thread_id = ${threadId})`,
    ...{ text, mentions: JSON.stringify(mentions) },
  });
  const data = { documentId, threadId, threadAuthor, first: false, ...mentionsInLog(mentions) };
  const recording = desk.records.record({
    labId,
    commandId: sent.id,
    statements: [roomForReply(desk, threadId), { query: query.compile(), expectRows: 1 }],
    events: [{ actorId: personId, type: 'comment.added', subjectId: sent.id, data }],
  });
  const { outcome, events } = await orFull(recording, { code: 'comment_replies_full', limit: desk.limits.commentReplies });
  const [did] = events;
  if (did?.type !== 'comment.added' || did.actorId !== personId) throw new AppError('id_taken');
  return { created: outcome === 'recorded', output: await threadOf(desk, { labId, id: threadId }) };
}
