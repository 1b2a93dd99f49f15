// Who sits at a table, as those who conduct it or take its notes see and seat them.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { arrangeCircles, readTablePeople, removeFromPaper, seatOnPaper } from '@cocrea/shared/api/table-people.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Circle, PaperSeat } from '@cocrea/shared/domain/table-people.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call, type InputOf } from './call.ts';
import { tablePeopleKey } from './keys.ts';
import { paramsOf, type TablePlace } from './tables.ts';

type PeopleAnswer = OutputOf<typeof readTablePeople>;

export function useTablePeople(
  { lab, no }: TablePlace,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<PeopleAnswer> {
  const params = paramsOf({ lab, no });
  return useQuery({
    queryKey: tablePeopleKey(lab, no),
    queryFn: () => call<typeof readTablePeople>('GET /api/labs/:lab/tables/:table/people', { params }),
    enabled,
  });
}

/** The id is the caller's, kept while the same person is meant. */
export function useSeatOnPaper(place: TablePlace): UseMutationResult<PaperSeat, Error, InputOf<typeof seatOnPaper>['body']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body) =>
      (await call<typeof seatOnPaper>('POST /api/labs/:lab/tables/:table/paper', { params: paramsOf(place), body })).seat,
    onSuccess: () => client.invalidateQueries({ queryKey: tablePeopleKey(place.lab, place.no) }),
  });
}

export function useRemoveFromPaper(place: TablePlace): UseMutationResult<undefined, Error, PaperSeat> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }) =>
      call<typeof removeFromPaper>('DELETE /api/labs/:lab/tables/:table/paper/:seat', {
        params: { ...paramsOf(place), seat: id },
        body: { commandId: newId() },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: tablePeopleKey(place.lab, place.no) }),
  });
}

export function useArrangeCircles(
  place: TablePlace,
): UseMutationResult<PeopleAnswer, Error, readonly { id: string; circle: Circle }[]> {
  const client = useQueryClient();
  const key = tablePeopleKey(place.lab, place.no);
  return useMutation({
    mutationFn: (places) =>
      call<typeof arrangeCircles>('POST /api/labs/:lab/tables/:table/circles', {
        params: paramsOf(place),
        body: { commandId: newId(), places: [...places] },
      }),
    onSuccess: (people) => client.setQueryData<PeopleAnswer>(key, people),
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
}
