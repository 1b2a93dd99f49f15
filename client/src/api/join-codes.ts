// The codes that let people into a lab, as those who run it make, list and close them.
import type { closeJoinCode, createJoinCode, listJoinCodes } from '@cocrea/shared/api/join-codes.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call, type InputOf } from './call.ts';
import { codesKey } from './keys.ts';

type CodesAnswer = OutputOf<typeof listJoinCodes>;

export function useJoinCodes(lab: string): UseQueryResult<CodesAnswer> {
  return useQuery({
    queryKey: codesKey(lab),
    queryFn: () => call<typeof listJoinCodes>('GET /api/labs/:lab/join-codes', { params: { lab } }),
  });
}

/** The id is the caller's, kept while the same code is meant. */
export function useCreateJoinCode(lab: string): UseMutationResult<JoinCode, Error, InputOf<typeof createJoinCode>['body']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body) =>
      (await call<typeof createJoinCode>('POST /api/labs/:lab/join-codes', { params: { lab }, body })).code,
    onSuccess: (code) =>
      client.setQueryData<CodesAnswer>(
        codesKey(lab),
        (known) => known && { ...known, codes: [code, ...known.codes.filter(({ id }) => id !== code.id)] },
      ),
  });
}

export function useCloseJoinCode(lab: string): UseMutationResult<undefined, Error, JoinCode> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }) =>
      call<typeof closeJoinCode>('DELETE /api/labs/:lab/join-codes/:id', { params: { lab, id }, body: { commandId: newId() } }),
    onSettled: () => client.invalidateQueries({ queryKey: codesKey(lab) }),
  });
}
