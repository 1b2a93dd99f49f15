// What the log says of a change of the board: ids, states and numbers; never what the table said.
import type { BoardChange } from '@cocrea/shared/domain/board.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';

export function boardChanged(change: BoardChange, table: number): Omit<NewEvent, 'actorId'> {
  switch (change.what) {
    case 'group': {
      const { clusters } = change;
      return {
        type: 'cluster.changed',
        subjectId: clusters[0]?.id ?? '',
        data: { table, change: 'grouped', of: clusters.length },
      };
    }
    case 'ungroup':
      return { type: 'cluster.changed', subjectId: change.cluster.id, data: { table, change: 'ungrouped' } };
    case 'arrange': {
      const { cluster, agreement, minorityView, plenary, before } = change;
      const data = {
        table,
        change: 'arranged',
        ...(agreement !== undefined && { agreement }),
        ...(minorityView !== undefined && { minorityView: minorityView !== null }),
        ...(plenary !== undefined && { plenary }),
        ...(before !== undefined && { before }),
      };
      return { type: 'cluster.changed', subjectId: cluster.id, data };
    }
    case 'validate':
      return { type: 'cluster.validated', subjectId: change.cluster.id, data: { table, validated: change.validated } };
    case 'mark':
      return { type: 'contribution.marked', subjectId: change.contribution, data: { table, mark: change.mark, on: change.on } };
    case 'admit':
      return { type: 'contribution.admitted', subjectId: change.contribution, data: { table } };
  }
}
