// Why a public page shows nothing: what is not published yet does not come by asking again, and its lab says when it will.
import { AppError } from '@cocrea/shared/errors.ts';
import type { ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { draftPaths } from '../../app/draft-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useWords } from './words.ts';

interface NotReadProps {
  readonly labId: string;
  readonly failure: unknown;
  readonly onRetry: () => void;
  readonly pending: boolean;
}

export function NotRead({ labId, failure, onRetry, pending }: NotReadProps): ReactNode {
  const words = useWords();
  const said = failureWords(failure, words);
  if (failure instanceof AppError && failure.code === 'not_published') {
    return (
      <EmptyState action={<ButtonLink href={draftPaths.publicLab(labId)}>{words.publication.draft.toLab}</ButtonLink>}>
        {said}
      </EmptyState>
    );
  }
  return (
    <ErrorState onRetry={onRetry} pending={pending}>
      {said}
    </ErrorState>
  );
}
