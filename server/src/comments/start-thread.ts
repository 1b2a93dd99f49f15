// Comment on words of a text. Where they stand comes as relative positions made on the commenter's screen: nothing is written into the text.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { startThread as contract } from '@cocrea/shared/api/comments.ts';
import { commentLimits, type CommentThread } from '@cocrea/shared/domain/comment.ts';
import { isBlank } from '@cocrea/shared/domain/person.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Caller } from '../http/caller.ts';
import { commentedDocument } from './commented-document.ts';
import type { CommentDesk } from './ports.ts';
import { checkedWords, mentionsInLog } from './said.ts';
import { threadOf } from './thread-record.ts';

type Sent = BodyOf<typeof contract>;

/** Throws AppError `comments_closed`, `missing_field`, `text_too_long`, `mention_unknown`, `id_taken`, and those of `authorize`. */
export async function startThread(
  desk: CommentDesk,
  caller: Caller,
  { labId, documentId, sent }: { labId: string; documentId: string; sent: Sent },
): Promise<{ created: boolean; output: CommentThread }> {
  const { database } = desk;
  const { personId } = caller.actor;
  await commentedDocument(desk, caller, { labId, documentId });
  const { text, mentions } = await checkedWords(desk, { labId, said: sent });
  const quote = cut(sent.quote);
  const at = desk.now();
  const thread = database.insertInto('comment_threads').values({
    ...{ id: sent.id, lab_id: labId, document_id: documentId, author_id: personId, created_at: at },
    ...{ block_id: sent.blockId, quote, quote_unique: sent.unique, anchor_start: sent.start, anchor_end: sent.end },
  });
  const comment = database.insertInto('comments').values({
    ...{ id: sent.commentId, lab_id: labId, thread_id: sent.id, no: 1, author_id: personId, at },
    ...{ text, mentions: JSON.stringify(mentions) },
  });
  const data = { documentId, threadId: sent.id, first: true, ...mentionsInLog(mentions) };
  const { outcome, events } = await desk.records.record({
    labId,
    commandId: sent.id,
    statements: [thread, comment].map((query) => ({ query: query.compile(), expectRows: 1 })),
    events: [{ actorId: personId, type: 'comment.added', subjectId: sent.commentId, data }],
  });
  const [did] = events;
  if (did?.type !== 'comment.added' || did.actorId !== personId) throw new AppError('id_taken');
  return { created: outcome === 'recorded', output: await threadOf(desk, { labId, id: sent.id }) };
}

const segmenter = new Intl.Segmenter('es', { granularity: 'grapheme' });

/** Of what was selected, as much as is kept to find it again. */
function cut(quote: string): string {
  if (isBlank(quote)) throw new AppError('missing_field', { field: 'quote' });
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
