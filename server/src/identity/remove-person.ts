// Takes a person out of the lab. What they wrote stays; their screens and rooms are told by the event this leaves.
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { wasDone } from '../storage/done-before.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import { anotherFacilitates, isLastFacilitator } from './last-facilitator.ts';
import { memberOf } from './member.ts';

/** Throws AppError `last_facilitator`, `person_not_found`, and those of `authorize`. */
export async function removePerson(
  ledger: Ledger,
  caller: Caller,
  { labId, personId, commandId }: { labId: string; personId: string; commandId: string },
): Promise<void> {
  await requireLab(ledger, labId);
  authorize(caller, 'lab.read', { labId });
  if (await wasDone(ledger, { labId, commandId })) return;
  const member = await memberOf(ledger, { labId, personId });
  authorize(caller, 'person.remove', { labId, personId, role: member.role });
  const { records, database, now } = ledger;
  // The name is free for others from now on.
  const remove = database
    .updateTable('memberships')
    .set({ removed_at: now(), folded_name: null })
    .where('lab_id', '=', labId)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .where(anotherFacilitates({ labId, personId }));
  try {
    await records.record({
      labId,
      commandId,
      statements: [{ query: remove.compile(), expectRows: 1 }],
      events: [{ actorId: caller.actor.personId, type: 'person.removed', subjectId: personId, data: { role: member.role } }],
    });
  } catch (failure) {
    if (failure instanceof AppError && failure.code === 'stale' && (await isLastFacilitator(ledger, { labId, personId }))) {
      throw new AppError('last_facilitator');
    }
    throw failure;
  }
}
