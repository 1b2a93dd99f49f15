// Suggestions for a draft: one's own fork to write them in, what all forks suggest, and what was decided on them.
import * as z from 'zod/mini';
import { ActorKind } from '../domain/actor-kind.ts';
import { DocumentId, LabId, PersonId, Uuid } from '../domain/ids.ts';
import { DecidedSuggestions, Suggestion, SuggestionDecision, SuggestionFork } from '../domain/suggestion.ts';
import { contract } from './contract.ts';

const InDraft = z.object({ lab: LabId, document: DocumentId });

export const beginFork = contract({
  method: 'POST',
  path: '/api/labs/:lab/drafts/:document/fork',
  summary: "One's own fork of a draft that is being written, to suggest in; made where there is none yet",
  params: InDraft,
  body: z.object({ commandId: Uuid }),
  output: SuggestionFork,
  creates: true,
});
export const listSuggestions = contract({
  method: 'GET',
  path: '/api/labs/:lab/drafts/:document/suggestions',
  summary: 'What is suggested for a draft at this moment, by author, and what was decided lately',
  params: InDraft,
  output: z.object({
    forks: z.array(z.object({ fork: SuggestionFork, suggestions: z.array(Suggestion) })),
    /** The newest first. */
    decisions: z.array(DecidedSuggestions),
    people: z.array(z.object({ personId: PersonId, name: z.string(), actorKind: ActorKind, color: z.number() })),
  }),
});
/** Accepting is for who edits the draft; rejecting also for who suggested it, who so takes it back. */
export const decideSuggestions = contract({
  method: 'POST',
  path: '/api/labs/:lab/drafts/:document/suggestions/decisions',
  summary: 'Accept or reject suggestions of one author: some by their ids, or all there are',
  params: InDraft,
  body: z.object({
    commandId: Uuid,
    forkId: DocumentId,
    decision: SuggestionDecision,
    /** All of them where it is null. */
    ids: z.nullable(z.array(z.string())),
    reason: z.nullable(z.string()),
  }),
  output: DecidedSuggestions,
});
export const undoDecision = contract({
  method: 'POST',
  path: '/api/labs/:lab/drafts/:document/suggestions/decisions/:decision/undo',
  summary: 'Take a decision back: the words are as before it, with all that was written since, and the suggestions stand again',
  params: z.object({ lab: LabId, document: DocumentId, decision: Uuid }),
  body: z.object({ commandId: Uuid }),
  output: DecidedSuggestions,
});
