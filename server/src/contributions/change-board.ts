// The one way the board of a table changes: what the shared rule makes of it is written as the difference, in one transaction that holds only
// while everything it was decided on still stands and the table is open.
import { changeBoard as decide, type BoardChange } from '@cocrea/shared/domain/board.ts';
import { dotsPhase, phases, plenaryItems, type TableNow } from '@cocrea/shared/domain/table-session.ts';
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { tableStands } from '../storage/table-stands.ts';
import { boardChanged } from './board-changed.ts';
import { differenceOf, plenaryHasRoom } from './board-difference.ts';
import { readAllClusters, readContributions } from './contribution-record.ts';
import type { ContributionLedger, TablePlace } from './ports.ts';
import { boardOf } from './read-board.ts';

/**
 * Throws AppError `stale`, `cluster_not_found`, `contribution_not_found`, `contribution_late`, `questions_differ`, `plenary_full`,
 * `grouping_while_dots`, `table_not_open`, `table_closed`, `invalid_field`, `sub_table_not_found`, and those of `authorize`.
 */
export async function changeBoard(
  ledger: ContributionLedger,
  caller: Caller,
  { place, commandId, change }: { place: TablePlace; commandId: string; change: BoardChange },
): Promise<BoardNow> {
  const { labId } = place;
  await requireLab(ledger, labId);
  const table = await ledger.tables.find(place);
  const { subTable } = table;
  authorize(caller, 'contribution.arrange', { labId, subTableId: subTable.id });
  if (await wasDone(ledger, { labId, commandId })) return boardOf(ledger, { labId, table });
  requireOpen(table, change);
  const before = {
    contributions: await readContributions(ledger, { labId, subTable }),
    clusters: await readAllClusters(ledger, subTable.id),
  };
  const decided = decide(before, change, ledger.now());
  if ('refused' in decided)
    throw new AppError(decided.refused, decided.refused === 'plenary_full' ? { limit: plenaryItems } : {});
  const difference = differenceOf(ledger, { before, after: decided.board });
  if (difference.length === 0) return boardOf(ledger, { labId, table });
  const allowed = phases.filter((phase) => phase !== 'closed' && !(regroups(change) && phase === dotsPhase));
  const guards = [tableStands(ledger, { subTableId: subTable.id, phases: allowed })];
  if (change.what === 'arrange' && change.plenary)
    guards.push(plenaryHasRoom(ledger, { subTableId: subTable.id, besides: change.cluster.id }));
  try {
    await ledger.records.record({
      labId,
      commandId,
      statements: [...guards, ...difference],
      events: [{ actorId: caller.actor.personId, ...boardChanged(change, place.no) }],
    });
  } catch (failure) {
    // Why it no longer fits: the table may have moved on in the same moment.
    if (failure instanceof AppError && failure.code === 'stale') requireOpen(await ledger.tables.find(place), change);
    throw failure;
  }
  return boardOf(ledger, { labId, table });
}

function regroups({ what }: BoardChange): boolean {
  return what === 'group' || what === 'ungroup';
}

function requireOpen({ session }: TableNow, change: BoardChange): void {
  if (session === null) throw new AppError('table_not_open');
  if (session.phase === 'closed') throw new AppError('table_closed');
  if (session.phase === dotsPhase && regroups(change)) throw new AppError('grouping_while_dots');
}
