// Say of contributions that they do not go into the text, and why; or take that back. What was incorporated is taken back at its block; where that
// is gone, it may be said here too.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { ContributionOutcome, settleContributions as contract } from '@cocrea/shared/api/consolidation.ts';
import { outcomeReasonLimit } from '@cocrea/shared/domain/origin.ts';
import { requiredText } from '@cocrea/shared/domain/typed-text.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { lostPlaces, takingOffPlaces } from './lost-places.ts';
import type { ConsolidationDesk } from './ports.ts';

type Asked = BodyOf<typeof contract> & { labId: string };

/** Throws AppError `source_not_found`, `source_settled`, `missing_field`, `text_too_long`. */
export async function settleContributions(
  desk: ConsolidationDesk,
  caller: Caller,
  { labId, commandId, contributionIds, reason }: Asked,
): Promise<ContributionOutcome[]> {
  await requireLab(desk, labId);
  authorize(caller, 'consolidate', { labId });
  if (!(await wasDone(desk, { labId, commandId }))) {
    const words = reason === null ? null : requiredText(reason, { field: 'reason', limit: outcomeReasonLimit });
    if (words === null) await requireRefused(desk, { labId, contributionIds });
    const ids = [...new Set(contributionIds)];
    const { personId: actorId } = caller.actor;
    const lost = words === null ? new Map<string, never[]>() : await lostPlaces(desk, { labId });
    const settled = await desk.contributions.settle({
      ...{ labId, ids, actorId, reason: words, lost: new Set(lost.keys()) },
      outcome: words === null ? null : 'not_incorporated',
    });
    const takenOff = takingOffPlaces(desk, { places: ids.flatMap((id) => lost.get(id) ?? []), actorId });
    const events = [...takenOff.events, ...settled.events];
    const statements = [...takenOff.statements, ...settled.statements];
    if (events.length > 0) await desk.records.record({ labId, commandId, statements, events });
  }
  return desk.contributions.outcomes(labId);
}

async function requireRefused(
  desk: ConsolidationDesk,
  { labId, contributionIds }: { labId: string; contributionIds: readonly string[] },
): Promise<void> {
  const outcomes = await desk.contributions.outcomes(labId);
  const incorporated = outcomes.some(
    ({ contributionId, outcome }) => outcome === 'incorporated' && contributionIds.includes(contributionId),
  );
  if (incorporated) throw new AppError('source_settled');
}
