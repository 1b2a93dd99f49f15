// How much is still suggested for a draft that is about to be frozen, or followed: told to whoever decides it, counted at that moment.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { ReactNode } from 'react';
import { useSuggestions } from '../../api/suggestions.ts';
import { useWords } from './words.ts';

interface OpenSuggestionsProps {
  readonly draft: DraftDocument;
  readonly next: DraftDocument | null;
  readonly step: 'freeze' | 'begin_next';
}

export function OpenSuggestions({ draft, next, step }: OpenSuggestionsProps): ReactNode {
  const { drafts: say } = useWords();
  // What is written in a fork makes no event: what was fetched before may say less.
  const { data, isFetching, isError } = useSuggestions(draft.labId, draft.id, { fresh: true });
  if (isFetching) return <p role="status">{say.freeze.counting}</p>;
  if (isError || data === undefined) return <p>{say.freeze.uncounted}</p>;
  const open = data.forks.filter(({ suggestions }) => suggestions.length > 0);
  const count = open.reduce((sum, { suggestions }) => sum + suggestions.length, 0);
  if (count === 0) return null;
  if (step === 'begin_next') return <p>{say.begin.suggestions(count, draft.title)}</p>;
  return (
    <p>
      <strong>{say.freeze.suggestions(count, open.length, draft.title)}</strong>{' '}
      {next === null ? say.freeze.stayBeside : say.freeze.goOn(next.title)}
    </p>
  );
}
