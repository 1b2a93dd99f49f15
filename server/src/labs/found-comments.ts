// The comments a lab is born with on the draft that is being written, as their verbs would have left them.
import type { Kysely } from 'kysely';
import { anchorOnWords } from '@cocrea/shared/document/anchor-on-words.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import type { NewDocument } from '../storage/document-store.ts';
import type { Tables } from '../storage/tables.ts';
import type { FoundingThread } from './consultation-founding.ts';

interface Context {
  readonly database: Kysely<Tables>;
  readonly labId: string;
  readonly text: Pick<NewDocument, 'documentId' | 'firstUpdate'>;
  readonly idOf: (...parts: readonly (string | number)[]) => string;
  /** When the first of them was begun, in milliseconds since 1970. */
  readonly at: number;
}

/** Milliseconds between one comment and the next. */
const pause = 47 * 60_000;

export function foundComments({ database, labId, text, idOf, at }: Context, threads: readonly FoundingThread[]) {
  const { documentId, firstUpdate } = text;
  let moment = at;
  const founded = threads.map(({ on, comments, resolvedBy }, threadNo) => {
    const [first] = comments;
    if (first === undefined) throw new Error('a thread begins with a comment');
    const threadId = idOf(documentId, 'thread', threadNo);
    const { quote, blockId, unique, start, end } = anchorOnWords(firstUpdate, on);
    const rows = comments.map(({ by, says, naming = [] }, index) => {
      moment += pause;
      return {
        ...{ id: idOf(threadId, 'comment', index), lab_id: labId, thread_id: threadId, no: index + 1, author_id: by },
        ...{ text: says, mentions: JSON.stringify(naming), at: moment },
      };
    });
    const isOpen = resolvedBy === undefined;
    const settled = {
      ...{ state: isOpen ? 'open' : 'resolved', settled_by: resolvedBy ?? null },
      settled_at: isOpen ? null : moment + pause,
    };
    const thread = {
      ...{ id: threadId, lab_id: labId, document_id: documentId, author_id: first.by, created_at: rows[0]?.at ?? at },
      ...{ block_id: blockId, quote, quote_unique: unique, anchor_start: start, anchor_end: end, ...settled },
    };
    const events = rows.map((row, index): NewEvent => {
      const named = comments[index]?.naming ?? [];
      const data = { documentId, threadId, first: index === 0, ...(index > 0 && { threadAuthor: first.by }) };
      return {
        ...{ actorId: row.author_id, type: 'comment.added', subjectId: row.id },
        data: named.length === 0 ? data : { ...data, mentions: named.join(' ') },
      };
    });
    const resolved: NewEvent[] =
      resolvedBy === undefined
        ? []
        : [
            {
              ...{ actorId: resolvedBy, type: 'comment.resolved', subjectId: threadId },
              data: { documentId, threadId, threadAuthor: first.by },
            },
          ];
    return { thread, rows, events: [...events, ...resolved] };
  });
  if (founded.length === 0) return { queries: [], events: [] };
  return {
    queries: [
      database.insertInto('comment_threads').values(founded.map(({ thread }) => thread)),
      database.insertInto('comments').values(founded.flatMap(({ rows }) => rows)),
    ],
    events: founded.flatMap(({ events }) => events),
  };
}
