// Comment on words of a text. Where they stand comes as relative positions made on the commenter's screen: nothing is written into the text. The
// words that are kept are read there, not taken from whoever says what they are.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { startThread as contract } from '@cocrea/shared/api/comments.ts';
import { commentLimits, type CommentThread } from '@cocrea/shared/domain/comment.ts';
import type { Anchored } from '@cocrea/shared/document/comment-anchors.ts';
import { isBlank } from '@cocrea/shared/domain/person.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { commentedDocument } from './commented-document.ts';
import type { CommentDesk } from './ports.ts';
import { orFull, roomForThread } from './room-for-more.ts';
import { checkedWords, mentionsInLog } from './said.ts';
import { threadOf } from './thread-record.ts';

type Sent = BodyOf<typeof contract>;

/**
 * Throws AppError `comments_closed`, `missing_field`, `text_too_long`, `mention_unknown`, `quote_gone`, `comment_threads_full`, `id_taken`, and those
 * of `authorize`.
 */
export async function startThread(
  desk: CommentDesk,
  caller: Caller,
  { labId, documentId, sent }: { labId: string; documentId: string; sent: Sent },
): Promise<{ created: boolean; output: CommentThread }> {
  const { database } = desk;
  const { personId } = caller.actor;
  await commentedDocument(desk, caller, { labId, documentId });
  const { text, mentions } = await checkedWords(desk, { labId, said: sent });
  // Sent again, it is what it was, whatever became of the words since.
  const isNew = !(await wasDone(desk, { labId, commandId: sent.id }));
  const anchor = isNew ? await anchorOf(desk, { documentId, sent }) : sent;
  const at = desk.now();
  const thread = database.insertInto('comment_threads').values({
    ...{ id: sent.id, lab_id: labId, document_id: documentId, author_id: personId, created_at: at },
    ...{ block_id: anchor.blockId, quote: cut(anchor.quote), quote_unique: anchor.unique },
    ...{ anchor_start: anchor.start, anchor_end: anchor.end },
  });
  const comment = database.insertInto('comments').values({
    ...{ id: sent.commentId, lab_id: labId, thread_id: sent.id, no: 1, author_id: personId, at },
    ...{ text, mentions: JSON.stringify(mentions) },
  });
  const data = { documentId, threadId: sent.id, first: true, ...mentionsInLog(mentions) };
  const recording = desk.records.record({
    labId,
    commandId: sent.id,
    statements: [
      roomForThread(desk, documentId),
      ...[thread, comment].map((query) => ({ query: query.compile(), expectRows: 1 })),
    ],
    events: [{ actorId: personId, type: 'comment.added', subjectId: sent.commentId, data }],
  });
  const { outcome, events } = await orFull(recording, { code: 'comment_threads_full', limit: desk.limits.commentThreads });
  const [did] = events;
  if (did?.type !== 'comment.added' || did.actorId !== personId) throw new AppError('id_taken');
  return { created: outcome === 'recorded', output: await threadOf(desk, { labId, id: sent.id }) };
}

async function anchorOf({ texts }: CommentDesk, { documentId, sent }: { documentId: string; sent: Sent }): Promise<Anchored> {
  if (isBlank(sent.quote)) throw new AppError('missing_field', { field: 'quote' });
  const { blockId, quote, unique, start, end } = sent;
  const standing = await texts.standingAnchor(documentId, { blockId, quote, unique, start, end });
  if (standing === null) throw new AppError('quote_gone');
  return standing;
}

const segmenter = new Intl.Segmenter('es', { granularity: 'grapheme' });

/** Of what was selected, as much as is kept to find it again. */
function cut(quote: string): string {
  const { quote: limit } = commentLimits;
  let kept = '';
  let count = 0;
  for (const { segment } of segmenter.segment(quote)) {
    if (count === limit) break;
    kept += segment;
    count += 1;
  }
  return kept;
}
