// What a phone at a table reads and does: the table with what oneself contributed, in one answer; and changing, taking back, undoing.
import type { editContribution, readMine, restoreContribution, withdrawContribution } from '@cocrea/shared/api/contributions.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call } from './call.ts';
import { mineKey } from './keys.ts';
import { hearServerTime } from './server-time.ts';

export type MineAnswer = OutputOf<typeof readMine>;

interface Place {
  readonly lab: string;
  /** The table's number. */
  readonly no: number;
}

export function useMine({ lab, no }: Place): UseQueryResult<MineAnswer> {
  return useQuery({
    queryKey: mineKey(lab, no),
    queryFn: async () => {
      const asked = performance.now();
      const answer = await call<typeof readMine>('GET /api/labs/:lab/tables/:table/mine', { params: { lab, table: String(no) } });
      hearServerTime(answer.now, { asked, answered: performance.now() });
      return answer;
    },
    // What this device kept is shown at once and asked again: a page opened after days must not offer what is over.
    staleTime: 0,
  });
}

/** Shows a contribution as the server just answered it, in the order of the folios. */
export function putMine(client: QueryClient, { lab, no, contribution }: Place & { contribution: Contribution }): void {
  client.setQueryData<MineAnswer>(mineKey(lab, no), (known) => {
    if (!known) return known;
    const others = known.contributions.filter(({ id }) => id !== contribution.id);
    return { ...known, contributions: [...others, contribution].sort((one, other) => (one.folio < other.folio ? -1 : 1)) };
  });
}

type Changing<Input> = UseMutationResult<Contribution, Error, Input>;

/** Where it was refused, what the server has now is shown. */
function useChangingMine<Input>(place: Place, send: (input: Input) => Promise<{ contribution: Contribution }>): Changing<Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input) => (await send(input)).contribution,
    onSuccess: (contribution) => putMine(client, { ...place, contribution }),
    onError: () => client.invalidateQueries({ queryKey: mineKey(place.lab, place.no) }),
  });
}

export type Words = Pick<Contribution, 'text' | 'language' | 'onBehalfOf'>;

export function useEditMine(place: Place): Changing<{ contribution: Contribution; words: Words }> {
  return useChangingMine(place, ({ contribution, words }: { contribution: Contribution; words: Words }) =>
    call<typeof editContribution>('PATCH /api/labs/:lab/tables/:table/contributions/:id', {
      params: paramsOf(place, contribution),
      body: { commandId: newId(), version: contribution.version, ...words },
    }),
  );
}

export function useWithdrawMine(place: Place): Changing<Contribution> {
  return useChangingMine(place, (contribution: Contribution) =>
    call<typeof withdrawContribution>('POST /api/labs/:lab/tables/:table/contributions/:id/withdrawal', {
      params: paramsOf(place, contribution),
      body: { commandId: newId(), version: contribution.version },
    }),
  );
}

export function useRestoreMine(place: Place): Changing<Contribution> {
  return useChangingMine(place, (contribution: Contribution) =>
    call<typeof restoreContribution>('POST /api/labs/:lab/tables/:table/contributions/:id/return', {
      params: paramsOf(place, contribution),
      body: { commandId: newId(), version: contribution.version },
    }),
  );
}

function paramsOf({ lab, no }: Place, { id }: Contribution): { lab: string; table: string; id: string } {
  return { lab, table: String(no), id };
}
