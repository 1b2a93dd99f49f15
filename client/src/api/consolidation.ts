// The desk of consolidation as its pages read and change it.
import type {
  declareEdit,
  incorporate,
  listOrigins,
  readDesk,
  readUnexplained,
  removeOrigin,
  settleContributions,
  settleLateWriting,
} from '@cocrea/shared/api/consolidation.ts';
import type { BodyOf, OutputOf } from '@cocrea/shared/api/contract.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Origin } from '@cocrea/shared/domain/origin.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { blockersKey, deskKey, observationsKey, originsKey, unexplainedKey } from './keys.ts';

export type DeskAnswer = OutputOf<typeof readDesk>;
export type Unexplained = OutputOf<typeof readUnexplained>;

interface Place {
  readonly lab: string;
  readonly document: string;
}

export function useDesk(place: Place): UseQueryResult<DeskAnswer> {
  return useQuery({
    queryKey: deskKey(place.lab, place.document),
    queryFn: () => call<typeof readDesk>('GET /api/labs/:lab/drafts/:document/desk', { params: { ...place } }),
  });
}

export function useOrigins(place: Place): UseQueryResult<OutputOf<typeof listOrigins>> {
  return useQuery({
    queryKey: originsKey(place.lab, place.document),
    queryFn: () => call<typeof listOrigins>('GET /api/labs/:lab/drafts/:document/origins', { params: { ...place } }),
  });
}

export function useUnexplained(place: Place, { wanted }: { wanted: boolean }): UseQueryResult<Unexplained> {
  return useQuery({
    queryKey: unexplainedKey(place.lab, place.document),
    queryFn: () => call<typeof readUnexplained>('GET /api/labs/:lab/drafts/:document/unexplained', { params: { ...place } }),
    enabled: wanted,
    // People write meanwhile, and no event says that a text changed.
    refetchInterval: 15_000,
  });
}

/** Whatever an act on the desk changed is read again. */
function useReadAgain({ lab, document }: Place): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [
        deskKey(lab, document),
        originsKey(lab, document),
        unexplainedKey(lab, document),
        observationsKey(lab),
        blockersKey(lab),
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

export type Incorporation = Omit<BodyOf<typeof incorporate>, 'commandId'>;

export function useIncorporating(place: Place): UseMutationResult<OutputOf<typeof incorporate>, Error, Incorporation> {
  return useMutation({
    mutationFn: (body: Incorporation) =>
      call<typeof incorporate>('POST /api/labs/:lab/drafts/:document/incorporations', {
        params: { ...place },
        body: { commandId: newId(), ...body },
      }),
    onSettled: useReadAgain(place),
  });
}

export function useRemovingOrigin(place: Place): UseMutationResult<readonly Origin[], Error, string> {
  return useMutation({
    mutationFn: async (id: string) =>
      (
        await call<typeof removeOrigin>('POST /api/labs/:lab/origins/:id/removal', {
          params: { lab: place.lab, id },
          body: { commandId: newId() },
        })
      ).origins,
    onSettled: useReadAgain(place),
  });
}

export function useDeclaring(
  place: Place,
): UseMutationResult<readonly Origin[], Error, { blockIds: readonly string[]; reason: string }> {
  return useMutation({
    mutationFn: async ({ blockIds, reason }) =>
      (
        await call<typeof declareEdit>('POST /api/labs/:lab/drafts/:document/declared-edits', {
          params: { ...place },
          body: { commandId: newId(), blockIds: [...blockIds], reason },
        })
      ).origins,
    onSettled: useReadAgain(place),
  });
}

/** Null takes an outcome back. */
export function useSettling(
  place: Place,
): UseMutationResult<unknown, Error, { contributionIds: readonly string[]; reason: string | null }> {
  return useMutation({
    mutationFn: ({ contributionIds, reason }) =>
      call<typeof settleContributions>('POST /api/labs/:lab/contribution-outcomes', {
        params: { lab: place.lab },
        body: { commandId: newId(), contributionIds: [...contributionIds], reason },
      }),
    onSettled: useReadAgain(place),
  });
}

export function useSettlingLate(
  place: Place,
): UseMutationResult<unknown, Error, { id: string; version: number; reason: string }> {
  return useMutation({
    mutationFn: ({ id, version, reason }) =>
      call<typeof settleLateWriting>('POST /api/labs/:lab/late-writings/:id/outcome', {
        params: { lab: place.lab, id },
        body: { commandId: newId(), version, reason },
      }),
    onSettled: useReadAgain(place),
  });
}
