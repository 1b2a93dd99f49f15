// What stands on the board of a table: every contribution that was not withdrawn, the clusters they stand in, and their dots once they are closed.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { readBoard as contract } from '@cocrea/shared/api/contributions.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { readClusters, readContributions } from './contribution-record.ts';
import { countDots } from './count-dots.ts';
import type { ContributionLedger, TablePlace } from './ports.ts';

export async function readBoard(
  ledger: ContributionLedger,
  caller: Caller,
  place: TablePlace,
): Promise<OutputOf<typeof contract>> {
  const { labId } = place;
  await requireLab(ledger, labId);
  authorize(caller, 'table.read', { labId });
  const { subTable, session } = await ledger.tables.find(place);
  const [contributions, clusters, dots] = await Promise.all([
    readContributions(ledger, { labId, subTable }),
    readClusters(ledger, subTable.id),
    session === null || session.dotsClosedAt === null ? null : countDots(ledger, subTable.id),
  ]);
  return { contributions: contributions.filter(({ state }) => state !== 'withdrawn'), clusters, dots };
}
