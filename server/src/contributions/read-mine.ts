// What a phone at a table needs, in one answer: on a slow line every further question costs as much as this one.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { readMine as contract } from '@cocrea/shared/api/contributions.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { lastSeq } from '../storage/last-seq.ts';
import { readContributions } from './contribution-record.ts';
import type { ContributionLedger, TablePlace } from './ports.ts';

/** Throws AppError `lab_not_found`, `sub_table_not_found`, and those of `authorize`. */
export async function readMine(
  ledger: ContributionLedger,
  caller: Caller,
  place: TablePlace,
): Promise<OutputOf<typeof contract>> {
  const { labId } = place;
  // Before the rest: what happens meanwhile is then told once more by the feed, never missed.
  const seq = await lastSeq(ledger, labId);
  authorize(caller, 'table.read', { labId });
  const table = await ledger.tables.find(place);
  const contributions = await readContributions(ledger, {
    labId,
    subTable: table.subTable,
    authorId: caller.actor.personId,
  });
  return { now: ledger.now(), seq, table, contributions };
}
