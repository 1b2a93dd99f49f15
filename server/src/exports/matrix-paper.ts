// The matrix of observations as any paper shows it: what is known of its draft, all its rows, and those that were asked for.
import type { PublicDraft, PublicObservation } from '@cocrea/shared/api/publication.ts';
import { filterMatrix, type MatrixFilter } from '@cocrea/shared/domain/response-matrix.ts';

export interface MatrixPaper {
  readonly labName: string;
  readonly draft: PublicDraft;
  readonly observations: readonly PublicObservation[];
  readonly filter: MatrixFilter;
  /** As everybody may read it: few are not counted, names are their owners' to give. */
  readonly isPublic: boolean;
  /** Milliseconds since 1970: when it was asked for. */
  readonly at: number;
}

export function rowsOf({ observations, filter }: MatrixPaper): readonly PublicObservation[] {
  return filterMatrix(observations, filter);
}

/** Whose author is not content with the answer: said again in the annex, whatever rows were asked for. */
export function objectionsIn({ observations }: MatrixPaper): readonly PublicObservation[] {
  return observations.filter(({ satisfaction }) => satisfaction === 'unsatisfied');
}

/** Characters its words have together. */
export function sizeOfMatrix({ observations }: MatrixPaper): number {
  return observations.reduce((sum, { quote, justification, proposedText, response, satisfactionReason, destinations }) => {
    const words = [quote, justification, proposedText, response, satisfactionReason, ...destinations];
    return sum + words.reduce((length, text) => length + (text?.length ?? 0), 0);
  }, 0);
}
