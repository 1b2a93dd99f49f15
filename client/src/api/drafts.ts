// The life of drafts as their pages read and move it: each step, what blocks the next freeze, and a text as it was frozen.
import type { BodyOf, OutputOf } from '@cocrea/shared/api/contract.ts';
import type { moveDraft, prolongConsultation, readBlockers, readFrozen } from '@cocrea/shared/api/drafts.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { blockersKey, documentsKey, frozenKey } from './keys.ts';

export type Blocked = OutputOf<typeof readBlockers>;
export type FrozenText = OutputOf<typeof readFrozen>;

/** `follows` looks again while people write: no event says that a paragraph somebody was told of is gone. */
export function useBlockers(
  lab: string,
  document: string,
  { wanted, follows = false }: { wanted: boolean; follows?: boolean },
): UseQueryResult<Blocked> {
  return useQuery({
    queryKey: blockersKey(lab, document),
    queryFn: () => call<typeof readBlockers>('GET /api/labs/:lab/drafts/:document/blockers', { params: { lab, document } }),
    enabled: wanted,
    refetchInterval: follows && 15_000,
  });
}

export function useFrozenText(lab: string, document: string, { wanted }: { wanted: boolean }): UseQueryResult<FrozenText> {
  return useQuery({
    queryKey: frozenKey(lab, document),
    queryFn: () => call<typeof readFrozen>('GET /api/labs/:lab/drafts/:document/frozen', { params: { lab, document } }),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

type Step = Pick<BodyOf<typeof moveDraft>, 'step' | 'days'>;
/** Shows where it stands whether the step was taken or refused: somebody else may have taken it. */
export function useMoveDraft({ labId: lab, id, life }: DraftDocument): UseMutationResult<DraftDocument, Error, Step> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (step: Step) =>
      (
        await call<typeof moveDraft>('POST /api/labs/:lab/drafts/:document/steps', {
          params: { lab, document: id },
          body: { commandId: newId(), version: life.version, ...step },
        })
      ).document,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: documentsKey(lab) }),
        client.invalidateQueries({ queryKey: blockersKey(lab) }),
      ]),
  });
}

type Prolonging = Pick<BodyOf<typeof prolongConsultation>, 'days' | 'reason'>;
/** Shows until when it is open now, also where somebody else was quicker. */
export function useProlonging({ labId: lab, id, life }: DraftDocument): UseMutationResult<DraftDocument, Error, Prolonging> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (prolonging: Prolonging) =>
      (
        await call<typeof prolongConsultation>('POST /api/labs/:lab/drafts/:document/prolongations', {
          params: { lab, document: id },
          body: { commandId: newId(), version: life.version, ...prolonging },
        })
      ).document,
    onSettled: () => client.invalidateQueries({ queryKey: documentsKey(lab) }),
  });
}
