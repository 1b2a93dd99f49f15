// Renames a person of the lab, or gives them another role. Their screens and rooms are told by the event this leaves.
import { aliasLimit, foldName, type Member } from '@cocrea/shared/domain/person.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import { authorize, type Caller } from '../http/caller.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { Change } from '../storage/record-store.ts';
import { wasDone } from '../storage/done-before.ts';
import { anotherFacilitates, isLastFacilitator } from './last-facilitator.ts';
import { checkedName, memberOf } from './member.ts';
import { nameConflict } from './new-member.ts';

export interface PersonChange {
  readonly labId: string;
  readonly personId: string;
  readonly commandId: string;
  /** What the change is based on. */
  readonly version: number;
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
}

const nameField = { field: 'name', limit: aliasLimit };

/** Throws AppError `stale`, `last_facilitator`, `alias_taken`, `name_taken`, `person_not_found`, and those of `authorize`. */
export async function changePerson(ledger: Ledger, caller: Caller, asked: PersonChange): Promise<Member> {
  const { labId, personId, commandId, version } = asked;
  await requireLab(ledger, labId);
  authorize(caller, 'lab.read', { labId });
  const member = await memberOf(ledger, { labId, personId });
  if (asked.name !== undefined) authorize(caller, 'person.rename', { labId, personId, role: member.role });
  if (asked.role !== undefined) {
    authorize(caller, 'person.change_role', { labId, personId, from: member.role, to: asked.role });
  }
  const name = asked.name === undefined ? member.name : checkedName(asked.name, nameField);
  const role = asked.role ?? member.role;
  if ((name === member.name && role === member.role) || (await wasDone(ledger, { labId, commandId }))) return member;

  try {
    await ledger.records.record({
      labId,
      commandId,
      statements: statementsOf(ledger, { member, labId, version, name, role }),
      events: eventsOf(caller, { member, name, role }),
    });
  } catch (failure) {
    const stale = failure instanceof AppError && failure.code === 'stale';
    const current = await memberOf(ledger, { labId, personId });
    const demotes = current.role === 'facilitator' && role !== 'facilitator';
    if (stale && current.version === version && demotes && (await isLastFacilitator(ledger, { labId, personId }))) {
      throw new AppError('last_facilitator');
    }
    throw await nameConflict(ledger, failure, { labId, name, ...nameField });
  }
  return memberOf(ledger, { labId, personId });
}

function statementsOf(
  { database }: Ledger,
  change: { member: Member; labId: string; version: number; name: string; role: Role },
): Change['statements'] {
  const { member, labId, version, name, role } = change;
  const { personId } = member;
  const person = database
    .updateTable('people')
    .set({ name, version: version + 1, ...(member.account && name !== member.name && { account_name: foldName(name) }) })
    .where('id', '=', personId)
    .where('version', '=', version);
  // The name is the person's own, so it changes in every lab they are in.
  const called = database
    .updateTable('memberships')
    .set({ folded_name: foldName(name) })
    .where('person_id', '=', personId);
  const part = database
    .updateTable('memberships')
    .set({ role })
    .where('lab_id', '=', labId)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null);
  const kept = role === 'facilitator' ? part : part.where(anotherFacilitates({ labId, personId }));
  return [
    { query: person.compile(), expectRows: 1 },
    ...(name === member.name ? [] : [{ query: called.where('removed_at', 'is', null).compile() }]),
    ...(role === member.role ? [] : [{ query: kept.compile(), expectRows: 1 }]),
  ];
}

function eventsOf(caller: Caller, { member, name, role }: { member: Member; name: string; role: Role }): NewEvent[] {
  const told = { actorId: caller.actor.personId, subjectId: member.personId };
  return [
    ...(name === member.name ? [] : [{ ...told, type: 'person.renamed', data: {} } as const]),
    ...(role === member.role ? [] : [{ ...told, type: 'person.role_changed', data: { from: member.role, to: role } } as const]),
  ];
}
