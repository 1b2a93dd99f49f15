// What stands on the board of a table: every contribution that was not withdrawn, the clusters they stand in, and their dots once they are closed.
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { readClusters, readContributions } from './contribution-record.ts';
import { countDots } from './count-dots.ts';
import type { ContributionLedger, TablePlace } from './ports.ts';

export async function readBoard(ledger: ContributionLedger, caller: Caller, place: TablePlace): Promise<BoardNow> {
  const { labId } = place;
  await requireLab(ledger, labId);
  authorize(caller, 'table.read', { labId });
  return boardOf(ledger, { labId, table: await ledger.tables.find(place) });
}

/** For those who may read the table. */
export async function boardOf(
  ledger: ContributionLedger,
  { labId, table: { subTable, session } }: { labId: string; table: TableNow },
): Promise<BoardNow> {
  const [contributions, clusters, dots] = await Promise.all([
    readContributions(ledger, { labId, subTable }),
    readClusters(ledger, subTable.id),
    session === null || session.dotsClosedAt === null ? null : countDots(ledger, subTable.id),
  ]);
  return { contributions: contributions.filter(({ state }) => state !== 'withdrawn'), clusters, dots };
}
