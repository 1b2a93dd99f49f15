// What the note-taker does with the board: shown at once by the rule the server decides by, sent one after the other, and taken back with words
// where it is refused.
import type {
  admitContribution,
  changeCluster,
  groupClusters,
  markContribution,
  ungroupCluster,
  validateCluster,
} from '@cocrea/shared/api/board.ts';
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import { changeBoard, type BoardChange } from '@cocrea/shared/domain/board.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { call } from './call.ts';
import { boardKey } from './keys.ts';
import { serverNow } from './server-time.ts';
import { paramsOf, type TablePlace } from './tables.ts';

interface Command {
  readonly commandId: string;
  readonly change: BoardChange;
}

const changesKeyOf = ({ lab, no }: TablePlace) => ['change board', lab, no] as const;

function send(place: TablePlace, { commandId, change }: Command): Promise<BoardNow> {
  const params = paramsOf(place);
  switch (change.what) {
    case 'group':
      return call<typeof groupClusters>('POST /api/labs/:lab/tables/:table/clusters', {
        params,
        body: { commandId, clusters: change.clusters.map(seen) },
      });
    case 'ungroup': {
      const { cluster, contributions } = change;
      const body = { commandId, version: cluster.version, contributions: contributions && [...contributions] };
      return call<typeof ungroupCluster>('POST /api/labs/:lab/tables/:table/clusters/:cluster/ungrouping', {
        params: { ...params, cluster: cluster.id },
        body,
      });
    }
    case 'arrange': {
      const { what: _what, cluster, ...said } = change;
      const body = { commandId, version: cluster.version, ...said };
      return call<typeof changeCluster>('PATCH /api/labs/:lab/tables/:table/clusters/:cluster', {
        params: { ...params, cluster: cluster.id },
        body,
      });
    }
    case 'validate': {
      const { cluster, validated } = change;
      const body = { commandId, version: cluster.version, validated, contributions: change.contributions.map(seen) };
      return call<typeof validateCluster>('POST /api/labs/:lab/tables/:table/clusters/:cluster/validation', {
        params: { ...params, cluster: cluster.id },
        body,
      });
    }
    case 'mark': {
      const { contribution, mark, on } = change;
      return call<typeof markContribution>('PATCH /api/labs/:lab/tables/:table/contributions/:contribution/marks', {
        params: { ...params, contribution },
        body: { commandId, mark, on },
      });
    }
    case 'admit':
      return call<typeof admitContribution>('POST /api/labs/:lab/tables/:table/contributions/:contribution/admission', {
        params: { ...params, contribution: change.contribution },
        body: { commandId },
      });
  }
}

function seen({ id, version }: { id: string; version: number }): { id: string; version: number } {
  return { id, version };
}

interface Told {
  readonly onDone: (change: BoardChange, board: BoardNow) => void;
  readonly onRefused: (failure: Error, change: BoardChange) => void;
}

export function useChangeBoard(place: TablePlace, { onDone, onRefused }: Told): (change: BoardChange) => void {
  const client = useQueryClient();
  const mutationKey = changesKeyOf(place);
  const { mutate } = useMutation<BoardNow, Error, Command>({
    mutationKey,
    // One after the other: each is decided on the board the one before it made.
    scope: { id: mutationKey.join(' ') },
    mutationFn: (command) => send(place, command),
    onSuccess: (board, { change }) => {
      client.setQueryData<BoardNow>(boardKey(place.lab, place.no), board);
      onDone(change, board);
    },
    onError: (failure, { change }) => {
      void client.invalidateQueries({ queryKey: boardKey(place.lab, place.no) });
      onRefused(failure, change);
    },
  });
  return useCallback((change) => mutate({ commandId: newId(), change }), [mutate]);
}

/** The board as the server told it, with what was done here since and is still on its way. */
export function useBoardAhead(place: TablePlace, told: BoardNow | undefined): BoardNow | undefined {
  const pending = useMutationState({
    filters: { mutationKey: changesKeyOf(place), status: 'pending' },
    select: ({ state }) => (state.variables as Command).change,
  });
  return useMemo(() => told && pending.reduce<BoardNow>(ahead, told), [told, pending]);
}

function ahead(board: BoardNow, change: BoardChange): BoardNow {
  const changed = changeBoard(board, change, serverNow());
  return 'board' in changed
    ? { ...board, clusters: [...changed.board.clusters], contributions: [...changed.board.contributions] }
    : board;
}
