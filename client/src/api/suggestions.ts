// Suggestions as pages read and decide them.
import type { BodyOf, OutputOf } from '@cocrea/shared/api/contract.ts';
import type { beginFork, decideSuggestions, listSuggestions, undoDecision } from '@cocrea/shared/api/suggestions.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { DecidedSuggestions, SuggestionFork } from '@cocrea/shared/domain/suggestion.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { suggestionsKey } from './keys.ts';

export type SuggestionsAnswer = OutputOf<typeof listSuggestions>;

/** `fresh` asks for them in any case, and not only where what is known is old. */
export function useSuggestions(
  lab: string,
  document: string,
  { fresh = false }: { fresh?: boolean } = {},
): UseQueryResult<SuggestionsAnswer> {
  return useQuery({
    queryKey: suggestionsKey(lab, document),
    queryFn: () => call<typeof listSuggestions>('GET /api/labs/:lab/drafts/:document/suggestions', { params: { lab, document } }),
    ...(fresh && { refetchOnMount: 'always' as const }),
  });
}

/** One's own fork, made where there is none. */
export function openFork(lab: string, document: string): Promise<SuggestionFork> {
  const body = { commandId: newId() };
  return call<typeof beginFork>('POST /api/labs/:lab/drafts/:document/fork', { params: { lab, document }, body });
}

export type Decision = Omit<BodyOf<typeof decideSuggestions>, 'commandId'>;

export function useDeciding(lab: string, document: string): UseMutationResult<DecidedSuggestions, Error, Decision> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision) =>
      call<typeof decideSuggestions>('POST /api/labs/:lab/drafts/:document/suggestions/decisions', {
        params: { lab, document },
        body: { commandId: newId(), ...decision },
      }),
    // Also after a refusal: somebody else was quicker, and what they did is shown.
    onSettled: () => client.invalidateQueries({ queryKey: suggestionsKey(lab, document) }),
  });
}

export function useUndoingDecision(lab: string, document: string): UseMutationResult<DecidedSuggestions, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision) =>
      call<typeof undoDecision>('POST /api/labs/:lab/drafts/:document/suggestions/decisions/:decision/undo', {
        params: { lab, document, decision },
        body: { commandId: newId() },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: suggestionsKey(lab, document) }),
  });
}
