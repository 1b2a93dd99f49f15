// Decisions as the page makes them: several forks one after the other, told when done with the way back, and told in words when refused.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { DecidedSuggestions } from '@cocrea/shared/domain/suggestion.ts';
import { useMemo } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useDeciding, useUndoingDecision } from '../../api/suggestions.ts';
import { tell, tellFailure, tellWithAction } from '../../ui/Toast.tsx';
import type { DecisionLook } from './DecideDialog.tsx';
import { useWords } from './words.ts';

export interface Asked {
  readonly look: DecisionLook;
  readonly count: number;
  /** All there is of those authors, also what they write until then. */
  readonly whole: boolean;
  readonly forks: readonly { readonly forkId: string; readonly ids: readonly string[] }[];
}

export interface Decisions {
  readonly pending: boolean;
  /** Resolves to whether all of it was done. */
  decide(asked: Asked, reason: string | null): Promise<boolean>;
  undo(decision: string): Promise<void>;
}

export function useDecisions(draft: DraftDocument): Decisions {
  const words = useWords();
  const { mutateAsync: decideOne, isPending: pending } = useDeciding(draft.labId, draft.id);
  const { mutateAsync: undoOne } = useUndoingDecision(draft.labId, draft.id);
  return useMemo((): Decisions => {
    const say = words.suggestions.decide;
    async function undo(...decisions: readonly string[]): Promise<void> {
      try {
        for (const decision of decisions) await undoOne(decision);
        tell(say.undone);
      } catch (failure) {
        tellFailure(failureWords(failure, words));
      }
    }
    return {
      pending,
      decide: async ({ look, whole, forks }, reason) => {
        const done: DecidedSuggestions[] = [];
        let refused: unknown = null;
        for (const { forkId, ids } of forks) {
          const decision = look === 'accept' ? 'accept' : 'reject';
          try {
            done.push(await decideOne({ forkId, decision, ids: whole ? null : [...ids], reason }));
          } catch (failure) {
            refused = failure;
          }
        }
        const count = done.reduce((sum, one) => sum + one.count, 0);
        const said = { accept: say.accepted, reject: say.rejected, withdraw: say.withdrawn }[look](count);
        if (done.length > 0) tellWithAction(said, { label: say.undo, onAct: () => undo(...done.map(({ id }) => id).reverse()) });
        if (refused !== null) tellFailure(failureWords(refused, words));
        return refused === null;
      },
      undo: (decision) => undo(decision),
    };
  }, [words, pending, decideOne, undoOne]);
}
