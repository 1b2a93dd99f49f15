// What stands on the board of a table, as its screens read it.
import type { BoardNow, readBoard, sendContribution } from '@cocrea/shared/api/contributions.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call, type InputOf } from './call.ts';
import { boardKey } from './keys.ts';
import { paramsOf, type TablePlace } from './tables.ts';

export function useBoard(place: TablePlace): UseQueryResult<BoardNow> {
  return useQuery({
    queryKey: boardKey(place.lab, place.no),
    queryFn: () => call<typeof readBoard>('GET /api/labs/:lab/tables/:table/board', { params: paramsOf(place) }),
  });
}

/** What was typed for the table. The id is the caller's, kept until the server has it: sending it twice makes one. */
export function useNoteContribution(
  place: TablePlace,
): UseMutationResult<Contribution, Error, InputOf<typeof sendContribution>['body']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body) => {
      const params = paramsOf(place);
      const address = 'POST /api/labs/:lab/tables/:table/contributions';
      return (await call<typeof sendContribution>(address, { params, body })).contribution;
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: boardKey(place.lab, place.no) }),
  });
}
