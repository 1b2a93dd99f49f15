// The record of a thread between its rows and its shape, and how threads are found.
import { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { QuoteUnique, ThreadState, type Comment, type CommentThread } from '@cocrea/shared/domain/comment.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';

interface Wanted {
  readonly labId: string;
  readonly documentId?: string;
  readonly id?: string;
}

/** Those that fit, the oldest first, each with its comments. */
export async function readThreads(ledger: Ledger, wanted: Wanted): Promise<CommentThread[]> {
  const { records, database } = ledger;
  let query = database.selectFrom('comment_threads').selectAll().where('lab_id', '=', wanted.labId);
  if (wanted.documentId !== undefined) query = query.where('document_id', '=', wanted.documentId);
  if (wanted.id !== undefined) query = query.where('id', '=', wanted.id);
  const threads = await records.read(query.orderBy('created_at').orderBy('id').compile());
  if (threads.length === 0) return [];
  const rows = await commentRows(ledger, wanted);
  const named = rows.flatMap((row) => idsIn(row.mentions));
  const settlers = threads.flatMap(({ settled_by }) => settled_by ?? []);
  const names = await namesOf(ledger, { labId: wanted.labId, ids: [...named, ...settlers] });
  return threads.map((thread) => ({
    id: thread.id,
    documentId: thread.document_id,
    authorId: thread.author_id,
    blockId: thread.block_id,
    quote: thread.quote,
    unique: QuoteUnique.parse(thread.quote_unique),
    start: thread.anchor_start,
    end: thread.anchor_end,
    state: ThreadState.parse(thread.state),
    createdAt: thread.created_at,
    settled: thread.settled_at === null ? null : { at: thread.settled_at, byName: names.get(thread.settled_by ?? '') ?? null },
    comments: rows.filter((row) => row.thread_id === thread.id).map((row) => toComment(row, names)),
  }));
}

/** Throws AppError `thread_not_found`. */
export async function threadOf(ledger: Ledger, { labId, id }: { labId: string; id: string }): Promise<CommentThread> {
  const [thread] = await readThreads(ledger, { labId, id });
  if (thread === undefined) throw new AppError('thread_not_found');
  return thread;
}

/** The thread a comment stands in, and the comment. Throws AppError `comment_not_found`. */
export async function commentOf(
  ledger: Ledger,
  { labId, id }: { labId: string; id: string },
): Promise<{ thread: CommentThread; comment: Comment }> {
  const { records, database } = ledger;
  const query = database.selectFrom('comments').where('id', '=', id).where('lab_id', '=', labId).select('thread_id');
  const [row] = await records.read(query.compile());
  if (row === undefined) throw new AppError('comment_not_found');
  const thread = await threadOf(ledger, { labId, id: row.thread_id });
  const comment = thread.comments.find((one) => one.id === id);
  if (comment === undefined) throw new AppError('comment_not_found');
  return { thread, comment };
}

function commentRows({ records, database }: Ledger, { labId, documentId, id }: Wanted) {
  let query = database
    .selectFrom('comments')
    .innerJoin('comment_threads as thread', 'thread.id', 'comments.thread_id')
    .innerJoin('people as author', 'author.id', 'comments.author_id')
    .leftJoin('memberships as present', (join) =>
      join
        .onRef('present.person_id', '=', 'comments.author_id')
        .onRef('present.lab_id', '=', 'comments.lab_id')
        .on('present.removed_at', 'is', null),
    )
    .selectAll('comments')
    .select(['author.name as author_name', 'author.actor_kind', 'author.color', 'present.person_id as present_id'])
    .where('comments.lab_id', '=', labId)
    .orderBy('comments.no');
  if (documentId !== undefined) query = query.where('thread.document_id', '=', documentId);
  if (id !== undefined) query = query.where('thread.id', '=', id);
  return records.read(query.compile());
}

type Row = Awaited<ReturnType<typeof commentRows>>[number];

function toComment(row: Row, names: ReadonlyMap<string, string>): Comment {
  return {
    id: row.id,
    authorId: row.author_id,
    authorName: row.present_id === null ? null : row.author_name,
    actorKind: ActorKind.parse(row.actor_kind),
    color: row.color,
    text: row.text,
    mentions: idsIn(row.mentions).map((personId) => ({ personId, name: names.get(personId) ?? null })),
    at: row.at,
    editedAt: row.edited_at,
    removed:
      row.removed_at === null
        ? null
        : { at: row.removed_at, byAuthor: row.removed_by === row.author_id, reason: row.removed_reason },
    version: row.version,
  };
}

function idsIn(mentions: string): string[] {
  return JSON.parse(mentions) as string[];
}

/** Of those who are in the lab. */
async function namesOf(
  { records, database }: Ledger,
  { labId, ids }: { labId: string; ids: readonly string[] },
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const query = database
    .selectFrom('people')
    .innerJoin('memberships', 'memberships.person_id', 'people.id')
    .where('memberships.lab_id', '=', labId)
    .where('memberships.removed_at', 'is', null)
    .where('people.id', 'in', [...new Set(ids)])
    .select(['people.id', 'people.name']);
  return new Map((await records.read(query.compile())).map(({ id, name }) => [id, name]));
}
