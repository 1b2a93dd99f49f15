// Word a comment of one's own anew; whoever reads it sees that it was. Nobody words another's.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { editComment as contract } from '@cocrea/shared/api/comments.ts';
import type { CommentThread } from '@cocrea/shared/domain/comment.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { commentedDocument } from './commented-document.ts';
import type { CommentDesk } from './ports.ts';
import { checkedWords, mentionsInLog } from './said.ts';
import { commentOf, threadOf } from './thread-record.ts';

type Asked = BodyOf<typeof contract> & { labId: string; id: string };

/** Throws AppError `comment_not_found`, `comment_removed`, `stale`, `forbidden` and those of `startThread`. */
export async function editComment(desk: CommentDesk, caller: Caller, asked: Asked): Promise<CommentThread> {
  const { labId, id, commandId, version } = asked;
  const { personId } = caller.actor;
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const { thread, comment } = await commentOf(desk, { labId, id });
  const { id: threadId, documentId } = thread;
  await commentedDocument(desk, caller, { labId, documentId });
  if (comment.authorId !== personId) throw new AppError('forbidden');
  if (await wasDone(desk, { labId, commandId })) return thread;
  if (comment.removed !== null) throw new AppError('comment_removed');
  const { text, mentions } = await checkedWords(desk, { labId, said: asked });
  const query = desk.database
    .updateTable('comments')
    .set({ text, mentions: JSON.stringify(mentions), edited_at: desk.now(), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null);
  // Only who was not named before is told.
  const before = new Set(comment.mentions.map((one) => one.personId));
  const data = { documentId, threadId, ...mentionsInLog(mentions.filter((one) => !before.has(one))) };
  await desk.records.record({
    labId,
    commandId,
    statements: [{ query: query.compile(), expectRows: 1 }],
    events: [{ actorId: personId, type: 'comment.edited', subjectId: id, data }],
  });
  return threadOf(desk, { labId, id: threadId });
}
