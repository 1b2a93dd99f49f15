// A suggestion: one difference between a Borrador and the fork somebody writes suggestions in, told so that it can be shown and decided.
import * as z from 'zod/mini';
import { DocumentId, PersonId, Uuid } from './ids.ts';

/** Characters of the reason that may be given with a decision. */
export const suggestionReasonLimit = 400;
/** Suggestions that may be decided in one act. */
export const suggestionsAtOnce = 500;

export const suggestionKinds = [
  'insert',
  'delete',
  'replace',
  'format',
  'split',
  'join',
  'add_block',
  'delete_block',
  'move_block',
  'change_block',
] as const;
export const SuggestionKind = z.enum(suggestionKinds);
export type SuggestionKind = z.infer<typeof SuggestionKind>;

/** From one place up to another, in UTF-16 units of the words of a block; what is no text (a footnote, a line break) counts as one. */
const Stretch = z.readonly(z.tuple([z.number(), z.number()]));

/** Where a block stands: after that one, or first in its container; null is the document. */
const Place = z.object({ containerId: z.nullable(z.string()), afterId: z.nullable(z.string()) });

export const SuggestionPart = z.discriminatedUnion('what', [
  /** Words of a block that is on both sides; `format` where only marks differ. */
  z.object({
    what: z.literal('words'),
    blockId: z.string(),
    change: z.enum(['insert', 'delete', 'replace', 'format']),
    /** Where in the words of the body, and of the fork. */
    body: Stretch,
    fork: Stretch,
    before: z.string(),
    after: z.string(),
  }),
  /** A block (with all it holds) that only the fork has, or has elsewhere or as another kind. */
  z.object({ what: z.literal('added'), blockId: z.string(), place: Place, text: z.string() }),
  /** A block that only the body has, or has there or as that kind. */
  z.object({ what: z.literal('removed'), blockId: z.string(), place: Place, text: z.string() }),
  /** The same block with other attributes: a heading's level, a task that is done. */
  z.object({ what: z.literal('changed'), blockId: z.string(), text: z.string() }),
]);
export type SuggestionPart = z.infer<typeof SuggestionPart>;

export const Suggestion = z.object({
  /** Of what it says and where: the same as long as neither changes, another as soon as one does. */
  id: z.string(),
  kind: SuggestionKind,
  /** The block to look at, in the body where it is there. */
  blockId: z.string(),
  before: z.string(),
  after: z.string(),
  /** Taken or left together. */
  parts: z.readonly(z.array(SuggestionPart)),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** Where somebody writes what they suggest for a draft. */
export const SuggestionFork = z.object({
  /** The name of its room. */
  id: DocumentId,
  draftId: DocumentId,
  authorId: PersonId,
  createdAt: z.number(),
  /** Milliseconds since 1970 of the last change of its text. */
  changedAt: z.number(),
});
export type SuggestionFork = z.infer<typeof SuggestionFork>;

export const suggestionDecisions = ['accept', 'reject'] as const;
export const SuggestionDecision = z.enum(suggestionDecisions);
export type SuggestionDecision = z.infer<typeof SuggestionDecision>;

/** What was decided on suggestions of one author in one act. */
export const DecidedSuggestions = z.object({
  id: Uuid,
  forkId: DocumentId,
  authorId: PersonId,
  actorId: PersonId,
  decision: SuggestionDecision,
  reason: z.nullable(z.string()),
  count: z.number(),
  at: z.number(),
  undoneAt: z.nullable(z.number()),
});
export type DecidedSuggestions = z.infer<typeof DecidedSuggestions>;
