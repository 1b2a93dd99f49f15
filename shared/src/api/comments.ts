// Comments on a text that is being written: threads on selected words, their replies, and who may be named in them.
import * as z from 'zod/mini';
import { AnchorEnd, commentCounts, CommentThread, Mentionable, QuoteUnique, ThreadState } from '../domain/comment.ts';
import { DocumentId, LabId, PersonId, Uuid } from '../domain/ids.ts';
import { contract } from './contract.ts';

const InDocument = z.object({ lab: LabId, document: DocumentId });
const InThread = z.object({ lab: LabId, thread: Uuid });
const InComment = z.object({ lab: LabId, id: Uuid });
const said = { text: z.string(), mentions: z.array(PersonId).check(z.maxLength(commentCounts.mentions)) };

export const listComments = contract({
  method: 'GET',
  path: '/api/labs/:lab/documents/:document/comments',
  summary: 'Every thread of comments on a text, the oldest first, resolved ones too',
  params: InDocument,
  output: z.object({ threads: z.array(CommentThread) }),
});
export const readThread = contract({
  method: 'GET',
  path: '/api/labs/:lab/comment-threads/:thread',
  summary: 'One thread of comments, for a screen that has the others',
  params: InThread,
  output: CommentThread,
});
export const listMentionable = contract({
  method: 'GET',
  path: '/api/labs/:lab/documents/:document/mentionable',
  summary: 'People of the lab who can be named in a comment: the first whose name has a word that begins so',
  params: InDocument,
  query: z.object({ q: z.optional(z.string().check(z.maxLength(80))) }),
  output: z.object({ people: z.array(Mentionable) }),
});
export const startThread = contract({
  method: 'POST',
  path: '/api/labs/:lab/documents/:document/comments',
  summary: 'Comment on selected words; the same id again is the same thread. The anchor is two relative positions of the text',
  params: InDocument,
  body: z.object({
    /** Of the thread, and of the comment it begins with. */
    id: Uuid,
    commentId: Uuid,
    blockId: z.string().check(z.maxLength(100)),
    quote: z.string(),
    unique: QuoteUnique,
    start: AnchorEnd,
    end: AnchorEnd,
    ...said,
  }),
  output: CommentThread,
  creates: true,
});
export const replyToThread = contract({
  method: 'POST',
  path: '/api/labs/:lab/comment-threads/:thread/comments',
  summary: 'Reply in a thread; the same id again is the same reply',
  params: InThread,
  body: z.object({ id: Uuid, ...said }),
  output: CommentThread,
  creates: true,
});
export const settleThread = contract({
  method: 'POST',
  path: '/api/labs/:lab/comment-threads/:thread/state',
  summary: 'Resolve a thread or open it again: its author, or whoever keeps order',
  params: InThread,
  body: z.object({ commandId: Uuid, state: ThreadState }),
  output: CommentThread,
});
export const editComment = contract({
  method: 'PATCH',
  path: '/api/labs/:lab/comments/:id',
  summary: 'Word a comment of one’s own anew',
  params: InComment,
  body: z.object({ commandId: Uuid, version: z.number(), ...said }),
  output: CommentThread,
});
export const removeComment = contract({
  method: 'POST',
  path: '/api/labs/:lab/comments/:id/removal',
  summary: 'Take a comment of one’s own back, or take another’s down with a reason; it leaves a mark in its place',
  params: InComment,
  body: z.object({ commandId: Uuid, reason: z.nullable(z.string()) }),
  output: CommentThread,
});
