// The dots of a table: how many voted, one's own, and those counted for people without a phone.
import type { castBallot, countBallot, readBallots, removeCountedBallot } from '@cocrea/shared/api/ballots.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call, type InputOf } from './call.ts';
import { ballotsKey } from './keys.ts';
import { paramsOf, type TablePlace } from './tables.ts';

export type BallotsAnswer = OutputOf<typeof readBallots>;

export function useBallots(place: TablePlace): UseQueryResult<BallotsAnswer> {
  return useQuery({
    queryKey: ballotsKey(place.lab, place.no),
    queryFn: () => call<typeof readBallots>('GET /api/labs/:lab/tables/:table/ballots', { params: paramsOf(place) }),
  });
}

function useVoting<Input>(
  { lab, no }: TablePlace,
  send: (input: Input) => Promise<BallotsAnswer>,
): UseMutationResult<BallotsAnswer, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (ballots) => client.setQueryData<BallotsAnswer>(ballotsKey(lab, no), ballots),
    onError: () => void client.invalidateQueries({ queryKey: ballotsKey(lab, no) }),
  });
}

/** The command's id is the caller's, kept as long as the same dots are meant. */
export function useCastBallot(place: TablePlace): UseMutationResult<BallotsAnswer, Error, InputOf<typeof castBallot>['body']> {
  return useVoting(place, (body) =>
    call<typeof castBallot>('POST /api/labs/:lab/tables/:table/ballots/mine', { params: paramsOf(place), body }),
  );
}

export function useCountBallot(place: TablePlace): UseMutationResult<BallotsAnswer, Error, InputOf<typeof countBallot>['body']> {
  return useVoting(place, (body) =>
    call<typeof countBallot>('POST /api/labs/:lab/tables/:table/ballots/counted', { params: paramsOf(place), body }),
  );
}

export function useRemoveCountedBallot(place: TablePlace): UseMutationResult<BallotsAnswer, Error, string> {
  return useVoting(place, (ballot: string) =>
    call<typeof removeCountedBallot>('DELETE /api/labs/:lab/tables/:table/ballots/counted/:ballot', {
      params: { ...paramsOf(place), ballot },
      body: { commandId: newId() },
    }),
  );
}
