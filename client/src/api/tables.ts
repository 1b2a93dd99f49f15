// The sub-tables of a lab while they are open, and what those who conduct one do with it. Screens show the server's time, not the device's.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type {
  changeQuestions,
  changeTable,
  changeTableClock,
  closeTable,
  glanceAtTables,
  handOverTable,
  listTables,
  movePhase,
  openTable,
  readTableDoor,
} from '@cocrea/shared/api/tables.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { ClockChange } from '@cocrea/shared/domain/table-clock.ts';
import type { Phase, TableNow } from '@cocrea/shared/domain/table-session.ts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { call, type InputOf } from './call.ts';
import { doorKey, glanceKey, tablesKey } from './keys.ts';
import { hearServerTime } from './server-time.ts';

type TablesAnswer = OutputOf<typeof listTables>;

export function useTables(lab: string): UseQueryResult<TablesAnswer> {
  return useQuery({
    queryKey: tablesKey(lab),
    queryFn: async () => {
      const asked = performance.now();
      const answer = await call<typeof listTables>('GET /api/labs/:lab/tables', { params: { lab } });
      hearServerTime(answer.now, { asked, answered: performance.now() });
      return answer;
    },
  });
}

/** The table people call by this number; undefined until it is known, and where there is none. */
export function useTable(lab: string, no: number): TableNow | undefined {
  return useTables(lab).data?.tables.find(({ subTable }) => subTable.no === no);
}

export interface TablePlace {
  readonly lab: string;
  readonly no: number;
}

function useChangingTable<Input>(
  { lab }: TablePlace,
  send: (input: Input) => Promise<{ table: TableNow }>,
): UseMutationResult<{ table: TableNow }, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: ({ table }) => {
      client.setQueryData<TablesAnswer>(
        tablesKey(lab),
        (known) =>
          known && { ...known, tables: known.tables.map((one) => (one.subTable.id === table.subTable.id ? table : one)) },
      );
    },
    onError: () => client.invalidateQueries({ queryKey: tablesKey(lab) }),
  });
}

/** The command's id is the caller's, kept as long as the same opening is meant. */
export function useOpenTable(
  place: TablePlace,
): UseMutationResult<{ table: TableNow }, Error, InputOf<typeof openTable>['body']> {
  return useChangingTable(place, (body) =>
    call<typeof openTable>('POST /api/labs/:lab/tables/:table/session', { params: paramsOf(place), body }),
  );
}

export function useMovePhase(
  place: TablePlace,
): UseMutationResult<{ table: TableNow }, Error, { phase: Phase; version: number }> {
  return useChangingTable(place, (change) =>
    call<typeof movePhase>('POST /api/labs/:lab/tables/:table/phase', {
      params: paramsOf(place),
      body: { commandId: newId(), ...change },
    }),
  );
}

export function useChangeClock(
  place: TablePlace,
): UseMutationResult<{ table: TableNow }, Error, { change: ClockChange; minutes: number; version: number }> {
  return useChangingTable(place, (change) =>
    call<typeof changeTableClock>('POST /api/labs/:lab/tables/:table/clock', {
      params: paramsOf(place),
      body: { commandId: newId(), ...change },
    }),
  );
}

export function useHandOver(
  place: TablePlace,
): UseMutationResult<{ table: TableNow }, Error, { personId: string; version: number }> {
  return useChangingTable(place, (change) =>
    call<typeof handOverTable>('POST /api/labs/:lab/tables/:table/facilitator', {
      params: paramsOf(place),
      body: { commandId: newId(), ...change },
    }),
  );
}

export function useChangeTable(
  place: TablePlace,
): UseMutationResult<{ table: TableNow }, Error, { noteTakerId: string | null; seats: number; version: number }> {
  return useChangingTable(place, (change) =>
    call<typeof changeTable>('POST /api/labs/:lab/tables/:table/settings', {
      params: paramsOf(place),
      body: { commandId: newId(), ...change },
    }),
  );
}

export function useChangeQuestions(
  place: TablePlace,
): UseMutationResult<{ table: TableNow }, Error, { basedOn: string[]; questions: string[] }> {
  return useChangingTable(place, (change) =>
    call<typeof changeQuestions>('POST /api/labs/:lab/tables/:table/questions', {
      params: paramsOf(place),
      body: { commandId: newId(), ...change },
    }),
  );
}

/** The command's id is the caller's: a close whose answer was lost is asked for again as the same one. */
export function useCloseTable(
  place: TablePlace,
): UseMutationResult<{ table: TableNow }, Error, { commandId: string; version: number }> {
  return useChangingTable(place, (body) =>
    call<typeof closeTable>('POST /api/labs/:lab/tables/:table/close', { params: paramsOf(place), body }),
  );
}

/** All tables at a glance. */
export function useGlance(lab: string): UseQueryResult<OutputOf<typeof glanceAtTables>> {
  return useQuery({
    queryKey: glanceKey(lab),
    queryFn: () => call<typeof glanceAtTables>('GET /api/labs/:lab/tables-at-a-glance', { params: { lab } }),
  });
}

/** The code people join a table with, for those who may see who sits there. */
export function useTableDoor(
  { lab, no }: TablePlace,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<OutputOf<typeof readTableDoor>> {
  const params = paramsOf({ lab, no });
  return useQuery({
    queryKey: doorKey(lab, no),
    queryFn: () => call<typeof readTableDoor>('GET /api/labs/:lab/tables/:table/door', { params }),
    enabled,
  });
}

/** The place as the addresses of the API say it. */
export function paramsOf({ lab, no }: TablePlace): { lab: string; table: string } {
  return { lab, table: String(no) };
}
