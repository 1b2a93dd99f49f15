// What the feed socket of a lab says to open screens: events as they are committed, and who is here.
import * as z from 'zod/mini';
import { ActorKind } from '../domain/actor-kind.ts';
import { LabEvent } from '../domain/event.ts';

/**
 * GET (WebSocket) `/feed?lab=<lab>&after=<seq>`; every event after `seq` first, then live. With `&events=table,ballot` only those whose
 * type begins so, and neither lists of people nor texts that moved: what a phone in a full hall needs.
 */
export const feedPath = '/feed';

export const Present = z.object({
  personId: z.string(),
  name: z.string(),
  actorKind: ActorKind,
  color: z.number(),
  /** The document they have open, if any. */
  documentId: z.nullable(z.string()),
  /** Is writing a contribution at this moment: a table is asked before it goes on. */
  typing: z.boolean(),
});
export type Present = z.infer<typeof Present>;

export const FeedMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('event'), event: LabEvent }),
  z.object({ type: z.literal('here'), people: z.array(Present) }),
  /** Texts that changed, at most once a few seconds: what makes "hace un momento" true on open lists. */
  z.object({ type: z.literal('edited'), documents: z.array(z.object({ id: z.string(), updatedAt: z.number() })) }),
  /** One's own role or name changed, or one was removed: read the session again. */
  z.object({ type: z.literal('you') }),
]);
export type FeedMessage = z.infer<typeof FeedMessage>;

/** What a screen may say on the same line: whether its person is writing a contribution. Said at the change, forgotten with the line. */
export const FeedWord = z.object({ typing: z.boolean() });
export type FeedWord = z.infer<typeof FeedWord>;
