// The open suggestions of a draft as one list: each with its author, in the order of the text.
import type { Suggestion, SuggestionFork } from '@cocrea/shared/domain/suggestion.ts';
import type { SuggestionsAnswer } from '../../api/suggestions.ts';

export type Author = Omit<SuggestionsAnswer['people'][number], 'actorKind'> &
  Partial<Pick<SuggestionsAnswer['people'][number], 'actorKind'>>;

export interface OpenSuggestion {
  /** Of all authors: two may say the same. */
  readonly key: string;
  readonly suggestion: Suggestion;
  readonly fork: SuggestionFork;
  readonly author: Author;
}

export function authorOf({ people }: Pick<SuggestionsAnswer, 'people'>, personId: string, somebody: string): Author {
  return people.find((one) => one.personId === personId) ?? { personId, name: somebody, color: 0 };
}

/** `placeOf` gives where a block stands in the text on the screen; those of blocks it does not have come last. */
export function openSuggestions(
  answer: SuggestionsAnswer,
  { placeOf, somebody }: { placeOf: (blockId: string) => number; somebody: string },
): OpenSuggestion[] {
  return answer.forks
    .flatMap(({ fork, suggestions }) =>
      suggestions.map((suggestion) => ({
        key: `${fork.id} ${suggestion.id}`,
        suggestion,
        fork,
        author: authorOf(answer, fork.authorId, somebody),
        place: Math.min(...suggestion.parts.map((part) => placeOf(anchorOf(part))), placeOf(suggestion.blockId)),
      })),
    )
    .sort((one, other) => one.place - other.place)
    .map(({ place: _place, ...one }) => one);
}

function anchorOf(part: Suggestion['parts'][number]): string {
  return part.what === 'words' || part.what === 'changed'
    ? part.blockId
    : (part.place.afterId ?? part.place.containerId ?? part.blockId);
}
