// What stands on the board of a table, as its screens read it.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { readBoard } from '@cocrea/shared/api/contributions.ts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { boardKey } from './keys.ts';
import { paramsOf, type TablePlace } from './tables.ts';

export type BoardAnswer = OutputOf<typeof readBoard>;

export function useBoard(place: TablePlace): UseQueryResult<BoardAnswer> {
  return useQuery({
    queryKey: boardKey(place.lab, place.no),
    queryFn: () => call<typeof readBoard>('GET /api/labs/:lab/tables/:table/board', { params: paramsOf(place) }),
  });
}
