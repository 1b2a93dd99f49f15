// Comments on words of a text that is still being written: a thread hangs on what was selected, and its comments are their authors' own.
// Where the words are now is read from an anchor that is kept here, outside of the text: whoever comments need not be able to write.
import * as z from 'zod/mini';
import { ActorKind } from './actor-kind.ts';
import { DocumentId, PersonId, Uuid } from './ids.ts';

/** Characters as people count them; `quote` is cut to its limit, the rest is refused beyond. */
export const commentLimits = { text: 2000, quote: 600, reason: 400 } as const;
/** People one comment may name, and people offered while one types a name. */
export const commentCounts = { mentions: 20, offered: 8 } as const;

export const threadStates = ['open', 'resolved'] as const;
export const ThreadState = z.enum(threadStates);
export type ThreadState = z.infer<typeof ThreadState>;

/** An end of an anchor: a Yjs relative position, base64. It means something only beside the text it was made in. */
export const AnchorEnd = z.string().check(z.regex(/^[A-Za-z0-9+/]{2,400}={0,2}$/));

/**
 * Where the quoted words stood once only when they were chosen: in all of the text, in their block, or not even there. `alone` is once in the text,
 * and nothing like them besides: they may be known again also after somebody worded them anew.
 */
export const QuoteUnique = z.enum(['alone', 'text', 'block', 'nowhere']);
export type QuoteUnique = z.infer<typeof QuoteUnique>;

export const Comment = z.object({
  id: Uuid,
  authorId: PersonId,
  /** As the author is called now; null for somebody taken out of the lab. */
  authorName: z.nullable(z.string()),
  actorKind: ActorKind,
  color: z.number(),
  /** Empty once it was taken back or taken down. */
  text: z.string(),
  mentions: z.array(z.object({ personId: PersonId, name: z.nullable(z.string()) })),
  at: z.number(),
  editedAt: z.nullable(z.number()),
  removed: z.nullable(
    z.object({
      at: z.number(),
      /** Its author took it back; otherwise somebody who keeps order took it down, and said why. */
      byAuthor: z.boolean(),
      reason: z.nullable(z.string()),
    }),
  ),
  version: z.number(),
});
export type Comment = z.infer<typeof Comment>;

export const CommentThread = z.object({
  id: Uuid,
  documentId: DocumentId,
  authorId: PersonId,
  /** The block it was begun in, and its words as they were. */
  blockId: z.string(),
  quote: z.string(),
  unique: QuoteUnique,
  start: z.string(),
  end: z.string(),
  state: ThreadState,
  createdAt: z.number(),
  /** When and by whom it was last resolved or opened again; null where nobody did. */
  settled: z.nullable(z.object({ at: z.number(), byName: z.nullable(z.string()) })),
  /** The first is what it began with. */
  comments: z.array(Comment),
});
export type CommentThread = z.infer<typeof CommentThread>;

/** Whoever may be named in a comment. */
export const Mentionable = z.object({ personId: PersonId, name: z.string(), actorKind: ActorKind, color: z.number() });
export type Mentionable = z.infer<typeof Mentionable>;

/** A thread all of whose comments their authors took back is gone; one of which something was taken down stays, so that this can be seen. */
export function isShown({ comments }: Pick<CommentThread, 'comments'>): boolean {
  return comments.some(({ removed }) => removed === null || !removed.byAuthor);
}

/** Who began a thread may resolve it and open it again; of others, whoever keeps order. */
export function maySettle(
  thread: Pick<CommentThread, 'authorId'>,
  { personId, writes, moderates }: { personId: string; writes: boolean; moderates: boolean },
): boolean {
  return moderates || (writes && thread.authorId === personId);
}

/** Is this person named in what still stands of it? */
export function isNamedIn({ comments }: Pick<CommentThread, 'comments'>, personId: string): boolean {
  return comments.some(({ removed, mentions }) => removed === null && mentions.some((one) => one.personId === personId));
}

/** Of the people chosen while it was typed, those whose name still stands in it, once each. */
export function stillNamed<Person extends { readonly personId: string; readonly name: string }>(
  text: string,
  chosen: readonly Person[],
): Person[] {
  const names = chosen.map(({ name }) => name.normalize('NFC'));
  const said = new Set(withNames(text.normalize('NFC'), names).flatMap((piece) => (piece.isName ? [piece.text] : [])));
  const named = chosen.filter(({ name }) => said.has(`@${name.normalize('NFC')}`));
  return [...new Map(named.map((person) => [person.personId, person])).values()];
}

/** The beginning of a name that is being typed after an @, up to the caret, and where the @ stands; null where none is. */
export function typedMention(text: string, caret: number): { readonly from: number; readonly query: string } | null {
  const found = /(?:^|[\s(«"¿¡])@([^\s@][^@\n]{0,39}|)$/u.exec(text.slice(0, caret));
  if (found === null) return null;
  const query = found[1] ?? '';
  // A name has few words: further on it is a sentence again.
  return query.split(/\s+/).length > 3 ? null : { from: caret - query.length - 1, query };
}

/** Of a text, its stretches; those that name somebody apart. Longer names are found before shorter ones that begin alike. */
export function withNames(text: string, names: readonly string[]): { readonly text: string; readonly isName: boolean }[] {
  const wanted = [...new Set(names.filter((name) => name !== ''))].sort((one, other) => other.length - one.length);
  if (wanted.length === 0) return [{ text, isName: false }];
  const any = wanted.map((name) => `@${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).join('|');
  return text
    .split(new RegExp(`(${any})`, 'u'))
    .map((piece, index) => ({ text: piece, isName: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
