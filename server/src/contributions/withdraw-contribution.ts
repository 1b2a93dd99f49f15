// Take back what one contributed, and think better of it: a withdrawal can be undone as long as the table has not gone on.
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Caller } from '../http/caller.ts';
import type { Change } from '../storage/record-store.ts';
import { changeOwn, type OwnCommand } from './change-own.ts';
import type { ContributionLedger } from './ports.ts';

/** Throws the AppErrors of `changeOwn`. */
export function withdrawContribution(ledger: ContributionLedger, caller: Caller, command: OwnCommand): Promise<Contribution> {
  return changeOwn(ledger, caller, {
    ...command,
    from: 'captured',
    decide: () => ({ set: { state: 'withdrawn' }, type: 'contribution.withdrawn' }),
  });
}

/** Throws AppError `contribution_settled` once the table has moved on or validated what it stood among, and those of `changeOwn`. */
export function restoreContribution(ledger: ContributionLedger, caller: Caller, command: OwnCommand): Promise<Contribution> {
  return changeOwn(ledger, caller, {
    ...command,
    from: 'withdrawn',
    decide: async ({ subTableId, clusterId }) => {
      if (await wentOn(ledger, { labId: command.place.labId, id: command.id, subTableId, clusterId }))
        throw new AppError('contribution_settled');
      return { set: { state: 'captured' }, type: 'contribution.restored', guards: [unheard(ledger, command.id)] };
    },
  });
}

/** Of a table that confirms a cluster and somebody who comes back to it in the same moment, one is refused: it confirms what it heard. */
function unheard({ database }: ContributionLedger, id: string): Change['statements'][number] {
  const query = database
    .updateTable('clusters')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', ({ selectFrom }) => selectFrom('contributions').where('id', '=', id).select('cluster_id'))
    .where('validated_at', 'is', null);
  return { query: query.compile(), expectRows: 1 };
}

/** Whether the table changed its phase since the withdrawal, or validated the cluster. */
async function wentOn(
  { records, database }: ContributionLedger,
  { labId, id, subTableId, clusterId }: { labId: string; id: string; subTableId: string; clusterId: string },
): Promise<boolean> {
  const withdrawal = database
    .selectFrom('events')
    .where('lab_id', '=', labId)
    .where('type', '=', 'contribution.withdrawn')
    .where('subject_id', '=', id)
    .select(({ fn }) => fn.max('seq').as('seq'));
  const moves = database
    .selectFrom('events')
    .where('lab_id', '=', labId)
    .where('type', 'in', ['table.phase_changed', 'table.closed'])
    .where('subject_id', '=', subTableId)
    .where('seq', '>', withdrawal)
    .select('seq')
    .limit(1);
  const validated = database
    .selectFrom('clusters')
    .where('id', '=', clusterId)
    .where('validated_at', 'is not', null)
    .select('id');
  const [moved, settled] = await Promise.all([records.read(moves.compile()), records.read(validated.compile())]);
  return moved.length > 0 || settled.length > 0;
}
